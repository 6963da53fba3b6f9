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
package org.deskedge.audio.internal.g722;

/**
 * The 24 last inputs of a quadrature mirror filter (ITU-T G.722 clauses 3.1 and 4.4, table 11), and
 * its two halves of 12 coefficients: the impulse response is symmetric, so that either half is the
 * other backwards.
 */
final class MirrorFilter {

  private static final int[] HALF = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};
  private static final int TAPS = HALF.length;

  // Every input is kept twice, a filter's length apart: a window never wraps.
  private final int[] odd = new int[2 * TAPS];
  private final int[] even = new int[2 * TAPS];
  private int next;

  /** Takes the next two inputs. */
  void push(int first, int second) {
    odd[next] = first;
    odd[next + TAPS] = first;
    even[next] = second;
    even[next + TAPS] = second;
    next = next + 1 == TAPS ? 0 : next + 1;
  }

  /** Returns the sum of the inputs pushed first of each pair. */
  int firsts() {
    int sum = 0;
    for (int i = 0; i < TAPS; i++) {
      sum += odd[next + i] * HALF[i];
    }
    return sum;
  }

  /** Returns the sum of the inputs pushed second of each pair. */
  int seconds() {
    int sum = 0;
    for (int i = 0; i < TAPS; i++) {
      sum += even[next + i] * HALF[TAPS - 1 - i];
    }
    return sum;
  }

  void reset() {
    java.util.Arrays.fill(odd, 0);
    java.util.Arrays.fill(even, 0);
    next = 0;
  }
}
