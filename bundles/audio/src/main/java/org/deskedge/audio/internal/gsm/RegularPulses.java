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
package org.deskedge.audio.internal.gsm;

import static org.deskedge.audio.internal.gsm.Words.add;
import static org.deskedge.audio.internal.gsm.Words.mult;
import static org.deskedge.audio.internal.gsm.Words.multR;
import static org.deskedge.audio.internal.gsm.Words.shiftRight;

/**
 * The excitation as 13 pulses three samples apart, on the best of four grids (ETSI EN 300 961
 * sections 5.2.13 to 5.2.17 and 5.3.1).
 */
final class RegularPulses {

  private static final int SUBFRAME = LongTermPredictor.SUBFRAME;
  private static final int PULSES = Parameters.PULSES;
  private static final int GRIDS = 4;
  private static final int SPACING = 3;
  private static final int REACH = 5;
  private static final int[] WEIGHTING = {
    -134, -374, 0, 2054, 5741, 8192, 5741, 2054, 0, -374, -134
  };
  private static final int[] INVERSE_MANTISSA = {
    29128, 26215, 23832, 21846, 20165, 18725, 17476, 16384
  };
  private static final int[] MANTISSA = {18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767};

  private final int[] weighted = new int[SUBFRAME];
  private int exponent;
  private int mantissa;

  /** Codes a subframe of long-term error. */
  void encode(int[] error, Parameters frame, int subframe) {
    weight(error);
    int grid = bestGrid();
    int peak = 0;
    for (int i = 0; i < PULSES; i++) {
      peak = Math.max(peak, Words.abs(weighted[grid + SPACING * i]));
    }
    int shift = Math.min(6, 32 - Integer.numberOfLeadingZeros(peak >> 9));
    int maximum = (peak >> (shift + 5)) + (shift << 3);
    split(maximum);
    for (int i = 0; i < PULSES; i++) {
      int scaled = (short) (weighted[grid + SPACING * i] << (6 - exponent));
      frame.pulses[subframe][i] = (mult(scaled, INVERSE_MANTISSA[mantissa]) >> 12) + 4;
    }
    frame.grid[subframe] = grid;
    frame.maximum[subframe] = maximum;
  }

  /** Puts the pulses of a subframe on their grid, with nothing between them. */
  void decode(Parameters frame, int subframe, int[] error) {
    split(frame.maximum[subframe]);
    int shift = 6 - exponent;
    int rounding = shiftRight(1, 1 - shift);
    java.util.Arrays.fill(error, 0);
    for (int i = 0; i < PULSES; i++) {
      int level = ((frame.pulses[subframe][i] << 1) - 7) << 12;
      int pulse = add(multR(MANTISSA[mantissa], level), rounding);
      error[frame.grid[subframe] + SPACING * i] = shiftRight(pulse, shift);
    }
  }

  private void weight(int[] error) {
    for (int k = 0; k < SUBFRAME; k++) {
      int sum = 4096;
      int first = Math.max(0, REACH - k);
      int end = Math.min(WEIGHTING.length, SUBFRAME + REACH - k);
      for (int i = first; i < end; i++) {
        sum += error[k + i - REACH] * WEIGHTING[i];
      }
      weighted[k] = Words.saturated(sum >> 13);
    }
  }

  private int bestGrid() {
    int best = 0;
    int most = -1;
    for (int grid = 0; grid < GRIDS; grid++) {
      int energy = 0;
      for (int i = 0; i < PULSES; i++) {
        int sample = weighted[grid + SPACING * i] >> 2;
        energy += sample * sample;
      }
      if (energy > most) {
        most = energy;
        best = grid;
      }
    }
    return best;
  }

  /** Takes a coded maximum apart: the scale of the pulses as a power of two and eighths of it. */
  private void split(int maximum) {
    int power = maximum > 15 ? (maximum >> 3) - 1 : 0;
    int eighths = maximum - (power << 3);
    if (eighths == 0) {
      exponent = -4;
      mantissa = 7;
      return;
    }
    while (eighths <= 7) {
      eighths = eighths << 1 | 1;
      power--;
    }
    exponent = power;
    mantissa = eighths - 8;
  }
}
