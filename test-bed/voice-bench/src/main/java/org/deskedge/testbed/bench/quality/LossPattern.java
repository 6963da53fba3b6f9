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
package org.deskedge.testbed.bench.quality;

import java.util.Random;

/** Which packets a network loses: the same ones for the same seed. */
enum LossPattern {
  /** Each packet for itself. */
  RANDOM,
  /** Several in a row, {@value #MEAN_BURST} on average: the two states of Gilbert's model. */
  BURSTY;

  private static final int MEAN_BURST = 3;

  /**
   * Says which of a number of packets are lost.
   *
   * @param percent how many of a hundred in the long run, less than 50
   */
  boolean[] lost(int packets, double percent, Random random) {
    double share = percent / 100;
    double begins = this == RANDOM ? share : share / (1 - share) / MEAN_BURST;
    double goesOn = this == RANDOM ? share : 1 - 1.0 / MEAN_BURST;
    boolean[] lost = new boolean[packets];
    boolean now = false;
    for (int i = 0; i < packets; i++) {
      now = random.nextDouble() < (now ? goesOn : begins);
      lost[i] = now;
    }
    return lost;
  }
}
