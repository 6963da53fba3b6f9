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
package org.deskedge.rtp.srtp;

/**
 * The keys of a protected stream, one for each way; both are of one suite (RFC 4568 section 5.1.2).
 *
 * @param sending made by this side
 * @param receiving made by the other side
 */
public record SrtpKeys(SrtpMasterKey sending, SrtpMasterKey receiving) {

  public SrtpKeys {
    if (sending.suite() != receiving.suite()) {
      throw new IllegalArgumentException(
          "two suites: %s and %s".formatted(sending.suite(), receiving.suite()));
    }
  }

  public SrtpSuite suite() {
    return sending.suite();
  }

  /** Returns the keys as the other side has them. */
  public SrtpKeys reversed() {
    return new SrtpKeys(/* sending= */ receiving, /* receiving= */ sending);
  }
}
