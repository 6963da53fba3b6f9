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

/** The quantisers of the two sub-bands (ITU-T G.722 clause 6.2.1, tables 14 and 17 to 20). */
final class Tables {

  /** Q6: decision levels of the 60-level quantiser of the lower sub-band. */
  private static final int[] LOWER_DECISIONS = {
    0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023,
    1121, 1219, 1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919
  };

  /** QM6: output of the 6-bit quantiser, by magnitude interval from the outermost inwards. */
  private static final int[] LOWER_LEVELS_6 = {
    24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576,
    6000, 5456, 4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136
  };

  private static final int[] LOWER_6 = new int[64];

  /** QM4: output of the 4-bit quantiser, which alone steers the adaptation. */
  private static final int[] LOWER_4 = {
    0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584,
    1200, 0
  };

  /** WL by way of RL42: what a 4-bit code adds to the logarithm of the lower scale factor. */
  private static final int[] LOWER_MULTIPLIERS = {
    -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60
  };

  private static final int HIGHER_DECISION = 564;

  /** QM2: output of the 2-bit quantiser of the higher sub-band. */
  private static final int[] HIGHER_2 = {-7408, -1616, 7408, 1616};

  /** WH by way of RH2. */
  private static final int[] HIGHER_MULTIPLIERS = {798, -214, 798, -214};

  static {
    // Codes 4 to 31 are negative from the outermost inwards, 32 to 61 positive; the two innermost
    // negative intervals have the codes 62 and 63. 0 to 3 are never sent by an encoder.
    java.util.Arrays.fill(LOWER_6, 0, 4, -136);
    for (int i = 0; i < LOWER_LEVELS_6.length; i++) {
      LOWER_6[i < 28 ? 4 + i : 62 + i - 28] = -LOWER_LEVELS_6[i];
      LOWER_6[32 + i] = LOWER_LEVELS_6[i];
    }
  }

  private Tables() {}

  static int lower6(int code, int scale) {
    return (scale * LOWER_6[code]) >> 15;
  }

  static int lower4(int code, int scale) {
    return (scale * LOWER_4[code >> 2]) >> 15;
  }

  static int lowerMultiplier(int code) {
    return LOWER_MULTIPLIERS[code >> 2];
  }

  static int higher(int code, int scale) {
    return (scale * HIGHER_2[code]) >> 15;
  }

  static int higherMultiplier(int code) {
    return HIGHER_MULTIPLIERS[code];
  }

  /** QUANTL: the code of a difference in the lower sub-band. */
  static int lowerCode(int difference, int scale) {
    int magnitude = difference >= 0 ? difference : -(difference + 1);
    int interval = 1;
    while (interval < LOWER_DECISIONS.length
        && magnitude >= (LOWER_DECISIONS[interval] * scale) >> 12) {
      interval++;
    }
    if (difference >= 0) {
      return 62 - interval;
    }
    return interval < 3 ? 64 - interval : 34 - interval;
  }

  /** QUANTH: the code of a difference in the higher sub-band. */
  static int higherCode(int difference, int scale) {
    int magnitude = difference >= 0 ? difference : -(difference + 1);
    boolean outer = magnitude >= (HIGHER_DECISION * scale) >> 12;
    return difference >= 0 ? (outer ? 2 : 3) : (outer ? 0 : 1);
  }
}
