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
 * The adaptive predictor and scale factor of one sub-band (ITU-T G.722 clauses 3.5 and 3.6, blocks
 * 3 and 4 of clause 6.2), the same in the encoder and the decoder. All sums saturate at 16 bits, as
 * the recommendation defines them bit by bit.
 */
final class Band {

  private static final int ZEROS = 6;
  private static final int LEAK_POLE_1 = 32_640;
  private static final int LEAK_POLE_2 = 32_512;
  private static final int LEAK_ZERO = 32_640;
  private static final int POLE_2_LIMIT = 12_288;
  private static final int POLE_LIMIT = 15_360;

  /** 2 to the power of n/32, times 2,048 (table 14: ILB). */
  private static final int[] EXPONENTIAL = {
    2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834,
    2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
  };

  private final int firstScale;
  private final int logLimit;
  private final int exponentBase;
  private final int[] differences = new int[ZEROS];
  private final int[] zeros = new int[ZEROS];
  private int pole1;
  private int pole2;
  private int partial1;
  private int partial2;
  private int reconstructed1;
  private int reconstructed2;
  private int zeroPart;
  private int logScale;
  private int scale;
  private int prediction;

  private Band(int firstScale, int logLimit, int exponentBase) {
    this.firstScale = firstScale;
    this.logLimit = logLimit;
    this.exponentBase = exponentBase;
    this.scale = firstScale;
  }

  static Band lower() {
    return new Band(32, 18_432, 8);
  }

  static Band higher() {
    return new Band(8, 22_528, 10);
  }

  /** Returns the signal estimate, s in the recommendation. */
  int prediction() {
    return prediction;
  }

  /** Returns the scale factor of the quantiser, DET in the recommendation. */
  int scale() {
    return scale;
  }

  void reset() {
    java.util.Arrays.fill(differences, 0);
    java.util.Arrays.fill(zeros, 0);
    pole1 = 0;
    pole2 = 0;
    partial1 = 0;
    partial2 = 0;
    reconstructed1 = 0;
    reconstructed2 = 0;
    zeroPart = 0;
    logScale = 0;
    scale = firstScale;
    prediction = 0;
  }

  /**
   * Goes on by one sample.
   *
   * @param difference the quantised difference signal
   * @param multiplier what the code word adds to the logarithm of the scale factor
   */
  void update(int difference, int multiplier) {
    adaptScale(multiplier);
    int reconstructed = saturated(prediction + difference);
    int partial = saturated(zeroPart + difference);
    adaptPoles(partial);
    adaptZeros(difference);
    reconstructed2 = reconstructed1;
    reconstructed1 = reconstructed;
    predict();
  }

  private void adaptScale(int multiplier) {
    logScale = Math.max(0, Math.min(logLimit, ((logScale * 127) >> 7) + multiplier));
    int mantissa = EXPONENTIAL[(logScale >> 6) & 31];
    int shift = exponentBase - (logScale >> 11);
    scale = (shift < 0 ? mantissa << -shift : mantissa >> shift) << 2;
  }

  private void adaptPoles(int partial) {
    boolean like1 = (partial ^ partial1) >= 0;
    boolean like2 = (partial ^ partial2) >= 0;
    int quadrupled = saturated(pole1 << 2);
    int wanted = (like1 ? Math.min(-quadrupled, Short.MAX_VALUE) : quadrupled) >> 7;
    int next2 = wanted + (like2 ? 128 : -128) + ((pole2 * LEAK_POLE_2) >> 15);
    pole2 = Math.max(-POLE_2_LIMIT, Math.min(POLE_2_LIMIT, next2));
    int next1 = saturated((like1 ? 192 : -192) + ((pole1 * LEAK_POLE_1) >> 15));
    int limit = saturated(POLE_LIMIT - pole2);
    pole1 = Math.max(-limit, Math.min(limit, next1));
    partial2 = partial1;
    partial1 = partial;
  }

  private void adaptZeros(int difference) {
    int step = difference == 0 ? 0 : 128;
    for (int i = ZEROS - 1; i >= 0; i--) {
      int towards = (differences[i] ^ difference) >= 0 ? step : -step;
      zeros[i] = saturated(towards + ((zeros[i] * LEAK_ZERO) >> 15));
      differences[i] = i == 0 ? difference : differences[i - 1];
    }
  }

  private void predict() {
    int poles =
        saturated(
            ((pole1 * saturated(2 * reconstructed1)) >> 15)
                + ((pole2 * saturated(2 * reconstructed2)) >> 15));
    int sum = 0;
    for (int i = ZEROS - 1; i >= 0; i--) {
      sum = saturated(sum + ((zeros[i] * saturated(2 * differences[i])) >> 15));
    }
    zeroPart = sum;
    prediction = saturated(poles + sum);
  }

  static int saturated(int value) {
    return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
  }
}
