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
package org.deskedge.agent.internal.dtmf;

/**
 * A DTMF digit or the hook flash. Digits may be secrets, so they are never logged.
 *
 * @param event code of RFC 4733 section 3.2: 0 to 15, or 16 for the flash
 * @param durationMillis 1 to {@link #MAX_MILLIS}; values beyond are brought into the range
 */
public record Digit(int event, int durationMillis) {

  /** Longest digit in milliseconds. */
  public static final int MAX_MILLIS = 10_000;

  /**
   * Makes a digit.
   *
   * @throws IllegalArgumentException if the event is not from 0 to 16
   */
  public Digit {
    if (event < 0 || event > 16) {
      throw new IllegalArgumentException("no digit");
    }
    durationMillis = Math.max(1, Math.min(MAX_MILLIS, durationMillis));
  }

  @Override
  public String toString() {
    return "Digit[for " + durationMillis + " ms]";
  }
}
