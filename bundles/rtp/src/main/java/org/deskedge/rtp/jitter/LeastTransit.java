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

import java.util.Arrays;

/**
 * The least transit time of late, which is that of a packet nothing held up. It falls at once and
 * rises when the last packet as fast is {@link #SECONDS} old, so it follows the drift of the
 * sender's clock either way.
 */
final class LeastTransit {

  static final int SECONDS = 8;

  private static final long SECOND_MICROS = 1_000_000;
  private static final long NONE = Long.MAX_VALUE;

  private final long[] perSecond = new long[SECONDS];
  private long second = Long.MIN_VALUE;
  private long least = NONE;

  LeastTransit() {
    forget();
  }

  void add(long localMicros, long transitMicros) {
    long now = Math.floorDiv(localMicros, SECOND_MICROS);
    if (now != second) {
      advanceTo(now);
    }
    int place = place(now);
    perSecond[place] = Math.min(perSecond[place], transitMicros);
    least = Math.min(least, transitMicros);
  }

  boolean known() {
    return least != NONE;
  }

  long micros() {
    return least;
  }

  void forget() {
    Arrays.fill(perSecond, NONE);
    least = NONE;
  }

  private void advanceTo(long now) {
    long steps = now - second;
    if (steps <= 0 || steps >= SECONDS) {
      Arrays.fill(perSecond, NONE);
    } else {
      for (long passed = second + 1; passed <= now; passed++) {
        perSecond[place(passed)] = NONE;
      }
    }
    second = now;
    least = NONE;
    for (long known : perSecond) {
      least = Math.min(least, known);
    }
  }

  private static int place(long second) {
    return Math.floorMod(second, SECONDS);
  }
}
