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
package org.deskedge.audio;

import java.util.Arrays;

/**
 * Makes the background noise that silence descriptions tell of (RFC 3389): white noise through an
 * all-pole lattice filter. Moves to a new description within some 50 ms, so that no step is heard.
 * Silent before the first. For one thread. Does not allocate after construction.
 */
public final class ComfortNoiseGenerator {

  /** Coefficients beyond this many are left out: a filter of less detail. */
  private static final int MOST_COEFFICIENTS = 32;

  /** Root of 3: a value evenly spread from -1 to 1 has a mean square of a third. */
  private static final double UNIT = Math.sqrt(3) / (1L << 31);

  /** Nearer than this is there: numbers that go on to shrink become slow to reckon with. */
  private static final double SETTLED = 1e-5;

  private final double pace;
  private final double[] wantedCoefficients = new double[MOST_COEFFICIENTS];
  private final double[] coefficients = new double[MOST_COEFFICIENTS];
  private final double[] backward = new double[MOST_COEFFICIENTS + 1];
  private int order;
  private double wantedGain;
  private double gain;
  private boolean described;
  private int random = 0x2545f491;

  /**
   * Makes the generator of one stream.
   *
   * @param sampleRate samples per second, that of the codec whose silence is filled: 8,000 to
   *     48,000 in steps of 4,000
   * @throws IllegalArgumentException if it is none of these
   */
  public ComfortNoiseGenerator(int sampleRate) {
    pace = 1 / (0.02 * SampleRates.checked(sampleRate));
  }

  /**
   * Takes a silence description. No payload is refused: one of no bytes changes nothing, and of the
   * coefficients the first 32 are taken.
   *
   * @param sid holds the payload from {@code offset}, {@code length} bytes
   */
  public void update(byte[] sid, int offset, int length) {
    if (length < 1) {
      return;
    }
    int given = Math.min(length - 1, MOST_COEFFICIENTS);
    // What the filter adds to the power of white noise is taken off beforehand.
    double power = 1;
    for (int i = 0; i < MOST_COEFFICIENTS; i++) {
      double coefficient = i < given ? ComfortNoise.coefficient(sid[offset + 1 + i]) : 0;
      wantedCoefficients[i] = coefficient;
      power *= 1 - coefficient * coefficient;
    }
    order = Math.max(order, given);
    wantedGain = ComfortNoise.amplitude(sid[offset]) * Math.sqrt(power);
    if (!described) {
      described = true;
      gain = wantedGain;
      System.arraycopy(wantedCoefficients, 0, coefficients, 0, MOST_COEFFICIENTS);
    }
  }

  /** Writes {@code length} samples of noise from {@code at}. */
  public void generate(short[] out, int at, int length) {
    settle();
    for (int i = 0; i < length; i++) {
      gain += pace * (wantedGain - gain);
      double forward = gain * white();
      for (int k = order - 1; k >= 0; k--) {
        coefficients[k] += pace * (wantedCoefficients[k] - coefficients[k]);
        forward -= coefficients[k] * backward[k];
        backward[k + 1] = backward[k] + coefficients[k] * forward;
      }
      backward[0] = forward;
      out[at + i] = SampleRates.saturated(forward);
    }
  }

  /** Forgets the description: silent until the next. */
  public void reset() {
    described = false;
    order = 0;
    gain = 0;
    wantedGain = 0;
    Arrays.fill(backward, 0);
    Arrays.fill(wantedCoefficients, 0);
    Arrays.fill(coefficients, 0);
  }

  private void settle() {
    for (int k = 0; k < order; k++) {
      if (Math.abs(wantedCoefficients[k] - coefficients[k]) < SETTLED) {
        coefficients[k] = wantedCoefficients[k];
      }
    }
    while (order > 0 && coefficients[order - 1] == 0 && wantedCoefficients[order - 1] == 0) {
      order--;
    }
  }

  /** Returns the next of evenly spread values of mean square 1 (Marsaglia's xorshift). */
  private double white() {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return UNIT * random;
  }
}
