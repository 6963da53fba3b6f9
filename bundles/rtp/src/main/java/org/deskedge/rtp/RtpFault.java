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
package org.deskedge.rtp;

/** What is wrong with a datagram that should be an RTP packet. */
public enum RtpFault {
  /** Nothing: the header can be read. */
  NONE("sound"),
  /** Fewer bytes than the fixed header. */
  TOO_SHORT("shorter than an RTP header"),
  /** The version is not 2. */
  WRONG_VERSION("not RTP version 2"),
  /** The list of contributing sources runs past the end. */
  SOURCES_PAST_END("contributing sources run past the end"),
  /** The header extension runs past the end. */
  EXTENSION_PAST_END("header extension runs past the end"),
  /** The padding count is zero, or greater than what follows the header. */
  PADDING_PAST_END("padding count does not fit the packet");

  private final String description;

  RtpFault(String description) {
    this.description = description;
  }

  /** Returns the fault in words for the log. */
  public String description() {
    return description;
  }
}
