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
package org.deskedge.testbed.voice;

import java.time.Duration;

/** A telephone of any make: speaks a file in each call, and records what it hears. */
public interface FarEnd extends AutoCloseable {

  /** Its SIP address. */
  String uri();

  /**
   * Calls somebody and waits until the call is up.
   *
   * @return how long that took
   * @throws org.deskedge.testbed.process.TestBedException if it is not up within {@code limit}
   */
  Duration call(String uri, Duration limit);

  /** Sends a DTMF digit: 0 to 9, * or #. */
  void press(char digit);

  /**
   * Waits for DTMF digits that have come, or will.
   *
   * @return the first so many that came in its last call
   * @throws org.deskedge.testbed.process.TestBedException if fewer come within {@code limit}
   */
  String digits(int count, Duration limit);

  /** Puts the call on hold. */
  void hold();

  /** Takes the call up again. */
  void resume();

  /** Ends the call. */
  void hangUp();

  /** Process id of the program. */
  long pid();

  /**
   * What it heard in its last call. Complete only when the call has ended.
   *
   * @param rate samples a second
   */
  short[] heard(int rate);

  /** Ends the program, and with it a call. */
  @Override
  void close();
}
