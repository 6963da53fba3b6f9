/*
 * Copyright 2026 The Deskedge Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package org.deskedge.rtp.rtcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Packet type 203 (RFC 3550 section 6.6): sources that leave.
 *
 * @param sources who leaves, at most 31
 * @param reason why, at most 255 bytes of UTF-8
 */
public record Goodbye(List<Integer> sources, Optional<String> reason) implements RtcpPacket {

  /** Checks how many sources there are, and the length of the reason. */
  public Goodbye {
    sources = Reports.checked(sources);
    if (reason.isPresent() && reason.get().getBytes(StandardCharsets.UTF_8).length > 255) {
      throw new IllegalArgumentException("more than 255 bytes of text");
    }
  }
}
