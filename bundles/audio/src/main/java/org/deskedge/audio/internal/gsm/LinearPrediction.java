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

import static org.deskedge.audio.internal.gsm.Words.abs;
import static org.deskedge.audio.internal.gsm.Words.add;
import static org.deskedge.audio.internal.gsm.Words.div;
import static org.deskedge.audio.internal.gsm.Words.mult;
import static org.deskedge.audio.internal.gsm.Words.multR;
import static org.deskedge.audio.internal.gsm.Words.norm;

/** Finds and codes the short-term filter of a frame (ETSI EN 300 961 sections 5.2.4 to 5.2.7). */
final class LinearPrediction {

  private static final int ORDER = Parameters.COEFFICIENTS;
  private static final int[] FACTOR = {20480, 20480, 20480, 20480, 13964, 15360, 8534, 9036};
  private static final int[] OFFSET = {0, 0, 2048, -2560, 94, -1792, -341, -1144};
  private static final int[] LOWEST = {-32, -32, -16, -16, -8, -8, -4, -4};
  private static final int[] HIGHEST = {31, 31, 15, 15, 7, 7, 3, 3};

  private final int[] correlation = new int[ORDER + 1];
  private final int[] upper = new int[ORDER + 1];
  private final int[] lower = new int[ORDER + 1];
  private final int[] reflection = new int[ORDER];

  /** Takes a frame, whose lowest bits it may lose, as the standard does, and codes its filter. */
  void analyse(int[] samples, int[] coded) {
    correlate(samples);
    reflect();
    for (int i = 0; i < ORDER; i++) {
      int ratio = ratioOf(abs(reflection[i]));
      int scaled = mult(FACTOR[i], reflection[i] < 0 ? -ratio : ratio);
      int level = add(add(scaled, OFFSET[i]), 256) >> 9;
      coded[i] = Math.max(LOWEST[i], Math.min(HIGHEST[i], level)) - LOWEST[i];
    }
  }

  private void correlate(int[] samples) {
    int peak = 0;
    for (int sample : samples) {
      peak = Math.max(peak, abs(sample));
    }
    int scale = peak == 0 ? 0 : 4 - norm(peak << 16);
    if (scale > 0) {
      int factor = 16_384 >> (scale - 1);
      for (int i = 0; i < samples.length; i++) {
        samples[i] = multR(samples[i], factor);
      }
    }
    for (int k = 0; k <= ORDER; k++) {
      int sum = 0;
      for (int i = k; i < samples.length; i++) {
        sum += samples[i] * samples[i - k];
      }
      correlation[k] = sum << 1;
    }
    if (scale > 0) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (short) (samples[i] << scale);
      }
    }
  }

  /** The recursion of Schur. */
  private void reflect() {
    java.util.Arrays.fill(reflection, 0);
    if (correlation[0] == 0) {
      return;
    }
    int shift = norm(correlation[0]);
    for (int i = 0; i <= ORDER; i++) {
      upper[i] = (correlation[i] << shift) >> 16;
      lower[i] = upper[i];
    }
    for (int n = 0; n < ORDER; n++) {
      int numerator = abs(upper[1]);
      if (upper[0] < numerator) {
        return;
      }
      int quotient = div(numerator, upper[0]);
      reflection[n] = upper[1] > 0 ? -quotient : quotient;
      upper[0] = add(upper[0], multR(upper[1], reflection[n]));
      for (int m = 1; m < ORDER - n; m++) {
        int next = upper[m + 1];
        upper[m] = add(next, multR(lower[m], reflection[n]));
        lower[m] = add(lower[m], multR(next, reflection[n]));
      }
    }
  }

  private static int ratioOf(int magnitude) {
    if (magnitude < 22_118) {
      return magnitude >> 1;
    }
    return magnitude < 31_130 ? magnitude - 11_059 : (magnitude - 26_112) << 2;
  }
}
