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

/**
 * A telephone event such as a DTMF digit, by its code in RFC 4733 section 3.2: 0 to 9 are the
 * digits, 10 is the star key, 11 the pound key, 12 to 15 are A to D, and 16 is the hook flash.
 *
 * @param event 0 to {@link #FLASH}
 * @param durationMillis how long it lasts in milliseconds, 1 to {@link #MAX_DURATION_MILLIS}
 */
public record TelephoneEvent(int event, int durationMillis) {

  /** Greatest code: the hook flash. */
  public static final int FLASH = 16;

  /** Longest duration in milliseconds. */
  public static final int MAX_DURATION_MILLIS = 10_000;

  /**
   * Makes an event.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public TelephoneEvent {
    if (event < 0 || event > FLASH) {
      throw new IllegalArgumentException("event " + event + " is not from 0 to " + FLASH);
    }
    if (durationMillis < 1 || durationMillis > MAX_DURATION_MILLIS) {
      throw new IllegalArgumentException(
          "duration " + durationMillis + " ms is not from 1 to " + MAX_DURATION_MILLIS);
    }
  }
}
