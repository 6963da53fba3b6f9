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
package org.deskedge.agent.internal.sdp;

import java.util.Arrays;
import java.util.List;

/**
 * The first line of a media section (RFC 4566 section 5.14): {@code m=<type> <port> <transport>
 * <format> ...}.
 *
 * @param type such as {@code audio}; empty if the line is broken
 * @param port as written, {@code 0} for a refused section or a broken line
 * @param transport such as {@code RTP/AVP}
 * @param formats payload types as written
 */
record MediaLine(String type, String port, String transport, List<String> formats) {

  MediaLine {
    formats = List.copyOf(formats);
  }

  static MediaLine of(String line) {
    String[] parts = line.substring("m=".length()).split(" +");
    if (parts.length < 4) {
      return new MediaLine(parts[0], "0", "", List.of());
    }
    return new MediaLine(
        parts[0], parts[1], parts[2], Arrays.asList(parts).subList(3, parts.length));
  }

  /** Returns the line that refuses this section (RFC 3264 section 6). */
  String refusal() {
    String format = formats.isEmpty() ? "0" : formats.get(0);
    return "m=" + type + " 0 " + (transport.isEmpty() ? "RTP/AVP" : transport) + " " + format;
  }
}
