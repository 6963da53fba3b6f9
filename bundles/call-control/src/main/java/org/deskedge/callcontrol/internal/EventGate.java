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
package org.deskedge.callcontrol.internal;

import java.util.concurrent.TimeUnit;

/**
 * Bounds how many telephone events of the far end a call tells the agent: people and diallers press
 * no more than some 12 keys a second, but a hostile far end could fill the control channel.
 */
final class EventGate {

  /** Most events told in {@link #WINDOW_MILLIS}. */
  static final int LIMIT = 20;

  /** Length of a window in milliseconds. */
  static final int WINDOW_MILLIS = 1_000;

  private boolean begun;
  private long windowBegan;
  private int told;
  private long dropped;

  /**
   * Returns whether one more event may be told.
   *
   * @param now in nanoseconds from any point
   */
  boolean admit(long now) {
    if (!begun || now - windowBegan >= TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS)) {
      begun = true;
      windowBegan = now;
      told = 0;
    }
    if (told == LIMIT) {
      dropped++;
      return false;
    }
    told++;
    return true;
  }

  /** Returns how many events were not told. */
  long dropped() {
    return dropped;
  }
}
