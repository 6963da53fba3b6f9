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
import static org.deskedge.audio.internal.gsm.Words.norm;

/**
 * The reconstructed residual of the last 120 samples and what of it comes again (ETSI EN 300 961
 * sections 5.2.11, 5.2.12, 5.2.18 and 5.3.2).
 */
final class LongTermPredictor {

  static final int SUBFRAME = 40;

  private static final int SHORTEST = 40;
  private static final int LONGEST = 120;
  private static final int[] GAIN = {3277, 11469, 21299, 32767};
  private static final int[] GAIN_DECISION = {6554, 16384, 26214};

  private final int[] history = new int[LONGEST + SUBFRAME];
  private final int[] scaled = new int[SUBFRAME];
  private final int[] predicted = new int[SUBFRAME];
  private int lag = SHORTEST;

  /** Finds lag and coded gain of a subframe and writes them to {@code found}. */
  void search(int[] residual, int from, Parameters found, int subframe) {
    int peak = 0;
    for (int k = 0; k < SUBFRAME; k++) {
      peak = Math.max(peak, Words.abs(residual[from + k]));
    }
    int scale = peak == 0 ? 6 : Math.max(0, 6 - norm(peak << 16));
    for (int k = 0; k < SUBFRAME; k++) {
      scaled[k] = residual[from + k] >> scale;
    }
    int best = 0;
    int bestLag = SHORTEST;
    for (int candidate = SHORTEST; candidate <= LONGEST; candidate++) {
      int sum = 0;
      for (int k = 0; k < SUBFRAME; k++) {
        sum += scaled[k] * history[LONGEST - candidate + k];
      }
      if (sum > best) {
        best = sum;
        bestLag = candidate;
      }
    }
    found.lag[subframe] = bestLag;
    found.gain[subframe] = codedGain((best << 1) >> (6 - scale), bestLag);
  }

  private int codedGain(int correlation, int bestLag) {
    int power = 0;
    for (int k = 0; k < SUBFRAME; k++) {
      int sample = history[LONGEST - bestLag + k] >> 3;
      power += sample * sample;
    }
    power <<= 1;
    if (correlation <= 0) {
      return 0;
    }
    if (correlation >= power) {
      return GAIN.length - 1;
    }
    int shift = norm(power);
    int numerator = (correlation << shift) >> 16;
    int denominator = (power << shift) >> 16;
    int code = 0;
    while (code < GAIN_DECISION.length && numerator > mult(denominator, GAIN_DECISION[code])) {
      code++;
    }
    return code;
  }

  /** Works out what the lag and gain of a subframe predict; a lag out of range is the last one. */
  void predict(Parameters frame, int subframe) {
    int wanted = frame.lag[subframe];
    if (wanted >= SHORTEST && wanted <= LONGEST) {
      lag = wanted;
    }
    int gain = GAIN[frame.gain[subframe]];
    for (int k = 0; k < SUBFRAME; k++) {
      predicted[k] = multR(gain, history[LONGEST - lag + k]);
    }
  }

  /** Takes the prediction off a subframe. */
  void subtract(int[] residual, int from, int[] error) {
    for (int k = 0; k < SUBFRAME; k++) {
      error[k] = Words.sub(residual[from + k], predicted[k]);
    }
  }

  /** Adds the prediction to the decoded error, and keeps the sum. */
  void reconstruct(int[] error, int[] residual, int from) {
    System.arraycopy(history, SUBFRAME, history, 0, LONGEST - SUBFRAME);
    for (int k = 0; k < SUBFRAME; k++) {
      int sum = add(error[k], predicted[k]);
      history[LONGEST - SUBFRAME + k] = sum;
      residual[from + k] = sum;
    }
  }

  void reset() {
    java.util.Arrays.fill(history, 0);
    lag = SHORTEST;
  }
}
