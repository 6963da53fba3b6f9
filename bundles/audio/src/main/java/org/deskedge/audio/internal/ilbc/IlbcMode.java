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
package org.deskedge.audio.internal.ilbc;

/** The two frame lengths (RFC 3951 section 1). */
enum IlbcMode {
  SHORT(20, 38),
  LONG(30, 50);

  private static final int SAMPLES_PER_MILLI = 8;

  private final int millis;
  private final int bytes;

  IlbcMode(int millis, int bytes) {
    this.millis = millis;
    this.bytes = bytes;
  }

  int millis() {
    return millis;
  }

  int bytes() {
    return bytes;
  }

  int samples() {
    return millis * SAMPLES_PER_MILLI;
  }
}
