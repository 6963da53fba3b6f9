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

/** Which way voice may flow, as the desktop's user has it (RFC 3264 section 5.1). */
public enum Direction {
  /** Neither way. */
  INACTIVE(0),
  /** The user is heard, and hears nothing. */
  SENDONLY(1),
  /** The user hears, and is not heard: early media. */
  RECVONLY(2),
  /** Both ways. */
  SENDRECV(3);

  private final int code;

  Direction(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
