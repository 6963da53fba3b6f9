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
package org.deskedge.api.media;

import java.util.Optional;

/**
 * What went to the far end.
 *
 * @param codec encoding name of RFC 3551, such as {@code PCMU}; empty before negotiation
 * @param packets RTP packets sent
 * @param bytes payload bytes of those packets, without headers and padding
 * @param dtmfEvents digits and signals sent as RFC 4733 events, each counted once
 * @param report the far end's latest report of what it received; empty if it sends none
 */
public record SentStatistics(
    Optional<String> codec,
    long packets,
    long bytes,
    long dtmfEvents,
    Optional<RemoteReport> report) {

  /** Nothing was sent yet. */
  public static final SentStatistics NONE =
      new SentStatistics(Optional.empty(), 0, 0, 0, Optional.empty());
}
