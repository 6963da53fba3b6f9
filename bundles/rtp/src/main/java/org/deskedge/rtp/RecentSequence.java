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
package org.deskedge.rtp;

import java.util.Arrays;

/**
 * Which of the last {@link #SIZE} sequence numbers came: a ring of bits, so that a packet that
 * comes again is told from one that comes late. Allocates nothing after construction.
 */
final class RecentSequence {

  /** More than {@link ReceiverStatistics#MAX_MISORDER}, and a divisor of the modulus. */
  static final int SIZE = 128;

  private final long[] came = new long[SIZE / Long.SIZE];

  /** Forgets everything but this number. */
  void restart(int sequenceNumber) {
    Arrays.fill(came, 0);
    set(sequenceNumber);
  }

  /**
   * Enters a new highest number.
   *
   * @param steps how many steps it is from the highest before
   */
  void advance(int sequenceNumber, int steps) {
    if (steps >= SIZE) {
      Arrays.fill(came, 0);
    } else {
      for (int i = 1; i < steps; i++) {
        int skipped = sequenceNumber - i;
        came[word(skipped)] &= ~bit(skipped);
      }
    }
    set(sequenceNumber);
  }

  /** Enters a number not above the highest; returns whether it had come before. */
  boolean cameBefore(int sequenceNumber) {
    boolean before = (came[word(sequenceNumber)] & bit(sequenceNumber)) != 0;
    set(sequenceNumber);
    return before;
  }

  private void set(int sequenceNumber) {
    came[word(sequenceNumber)] |= bit(sequenceNumber);
  }

  private static int word(int sequenceNumber) {
    return (sequenceNumber & (SIZE - 1)) / Long.SIZE;
  }

  private static long bit(int sequenceNumber) {
    return 1L << (sequenceNumber & (Long.SIZE - 1));
  }
}
