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
package org.deskedge.rtp.jitter;

/** What became of a packet that was put into a {@link JitterBuffer}. */
public enum Arrival {
  /** It waits, and follows those before it. */
  TAKEN,
  /** It waits, the first of a new stream: what waited before is gone. */
  RESTARTED,
  /** It came before, and was dropped. */
  DUPLICATE,
  /** Its turn was over, and it was dropped. */
  LATE,
  /** Its sequence number is so far off that the next packet has yet to confirm it; dropped. */
  UNCONFIRMED,
  /** It is longer than {@link JitterBuffer#MAX_PAYLOAD}; dropped. */
  OVERSIZED,
  /** Its payload type was not agreed; dropped. */
  NOT_AGREED;

  /** Returns whether the packet waits. */
  public boolean waits() {
    return this == TAKEN || this == RESTARTED;
  }
}
