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
 * Changes the sample rate of one stream by a ratio of whole numbers, up, down or not at all.
 *
 * <p>A polyphase filter: a low-pass of {@code up} times the input rate, cut into {@code up} phases
 * so that only samples which exist are multiplied and only those wanted are made. The low-pass is a
 * sinc under a Kaiser window, of linear phase. Of the slower of both rates it passes 0 to 42.5 %
 * (3.4 kHz of 8,000) within 0.5 dB, 43.75 % (7 kHz of 16,000) too, and lets nothing of 50 % and
 * above through, neither as an image nor as an alias: at least 60 dB are taken off.
 *
 * <p>Delays by half the filter: {@value #HALF_LENGTH} samples of the slower rate, which is 3.5 ms
 * if that is 8,000 and 1.75 ms if it is 16,000; not at all if both rates are the same. For one
 * thread. Does not allocate after construction.
 */
public final class Resampler {

  /** Where the low-pass has taken off 6 dB, and how wide its slope is; of the slower rate. */
  private static final double CUT_OFF = 0.4635;

  private static final int HALF_LENGTH = 28;

  /** Of the Kaiser window: 66 dB by Kaiser's formula, 0.1102 (66 - 8.7), a margin of 6 dB. */
  private static final double BETA = 6.31;

  /** Sums that are made beside each other: one alone would wait for each of its additions. */
  private static final int LANES = 4;

  private static final int HIGHEST_RATIO = 480;

  private final int up;
  private final int down;
  private final double delayMillis;
  private final int taps;
  private final float[] phases;
  // Every sample is written twice, a filter length apart: the last ones are always in one piece.
  private final float[] line;
  private int newest;
  private int phase;

  /**
   * Makes the resampler of one stream.
   *
   * @param fromRate samples per second that go in, 8,000 to 48,000
   * @param toRate samples per second that come out, 8,000 to 48,000
   * @throws IllegalArgumentException if either is out of range, or their ratio is none of numbers
   *     up to 480
   */
  public Resampler(int fromRate, int toRate) {
    int slower = Math.min(fromRate, toRate);
    int faster = Math.max(fromRate, toRate);
    if (slower < 8000 || faster > 48_000) {
      throw new IllegalArgumentException("Not rates of speech: " + fromRate + ", " + toRate);
    }
    int divisor = greatestCommonDivisor(faster, slower);
    if (faster / divisor > HIGHEST_RATIO) {
      throw new IllegalArgumentException("No simple ratio: " + fromRate + ", " + toRate);
    }
    up = toRate / divisor;
    down = fromRate / divisor;
    double perSlower = (double) fromRate * up / slower;
    int half = (int) Math.round(HALF_LENGTH * perSlower);
    int needed = up == down ? 0 : (2 * half + up) / up;
    taps = (needed + LANES - 1) / LANES * LANES;
    phases = new float[taps * up];
    line = new float[2 * taps];
    if (up == down) {
      delayMillis = 0;
    } else {
      design(half, perSlower);
      delayMillis = 1000.0 * HALF_LENGTH / slower;
    }
  }

  /**
   * Resamples the next piece of the stream. Where the ratio divides it, such as 20 ms of any of
   * 8,000, 16,000 and 48,000, every piece yields the same number of samples.
   *
   * @param in holds it from {@code offset}, {@code length} samples
   * @param out written to from {@code at}; another array than {@code in}
   * @return how many samples were written: {@code length * toRate / fromRate}, or one less or more
   *     where that is no whole number
   * @throws IndexOutOfBoundsException if either array is too short; the stream is then broken
   */
  public int resample(short[] in, int offset, int length, short[] out, int at) {
    if (up == down) {
      System.arraycopy(in, offset, out, at, length);
      return length;
    }
    int to = at;
    for (int i = 0; i < length; i++) {
      // The newest sample comes first, as the first tap of a phase is for it.
      newest = newest == 0 ? taps - 1 : newest - 1;
      line[newest] = in[offset + i];
      line[newest + taps] = in[offset + i];
      for (; phase < up; phase += down) {
        out[to++] = SampleRates.saturated(filtered());
      }
      phase -= up;
    }
    return to - at;
  }

  /** Returns by how much the speech comes out later than it went in, in milliseconds. */
  public double delayMillis() {
    return delayMillis;
  }

  /** Forgets the stream so far. */
  public void reset() {
    Arrays.fill(line, 0);
    newest = 0;
    phase = 0;
  }

  private float filtered() {
    int at = phase * taps;
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    for (int i = 0; i < taps; i += LANES) {
      one += phases[at + i] * line[newest + i];
      two += phases[at + i + 1] * line[newest + i + 1];
      three += phases[at + i + 2] * line[newest + i + 2];
      four += phases[at + i + 3] * line[newest + i + 3];
    }
    return one + two + three + four;
  }

  private void design(int half, double perSlower) {
    double cutOff = CUT_OFF / perSlower;
    for (int i = 0; i <= 2 * half; i++) {
      int fromCentre = i - half;
      double angle = 2 * Math.PI * cutOff * fromCentre;
      double sinc = fromCentre == 0 ? 1 : Math.sin(angle) / angle;
      double place = (double) fromCentre / half;
      double window = bessel(BETA * Math.sqrt(1 - place * place)) / bessel(BETA);
      phases[i % up * taps + i / up] = (float) (2 * cutOff * up * sinc * window);
    }
    // A constant is to stay exactly as it is, whichever phase makes the sample.
    for (int p = 0; p < up; p++) {
      float sum = 0;
      for (int i = 0; i < taps; i++) {
        sum += phases[p * taps + i];
      }
      for (int i = 0; i < taps; i++) {
        phases[p * taps + i] /= sum;
      }
    }
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
