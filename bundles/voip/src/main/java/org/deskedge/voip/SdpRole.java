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
package org.deskedge.voip;

/** What the session description of a MODIFICATION REQUEST is (RFC 3264). */
public enum SdpRole {
  /** There is none: only the direction changes. */
  NONE(0),
  /** The far end's offer, to be answered in MODIFICATION CONFIRM. */
  OFFER(1),
  /** The far end's answer to the edge's offer. */
  ANSWER(2);

  private final int code;

  SdpRole(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
