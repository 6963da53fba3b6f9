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

/**
 * Describes background noise for the far end to make it itself (RFC 3389): its level and the ten
 * reflection coefficients of its spectrum, both averaged over the last quarter of a second or so.
 *
 * <p>To be fed with the pieces in which nobody speaks. For one thread. Does not allocate after
 * construction.
 */
public final class ComfortNoiseAnalyser {

  /** The most bytes of a description. */
  public static final int MAX_BYTES = 11;

  private static final int ORDER = MAX_BYTES - 1;
  private static final int FRAME_MILLIS = 20;

  /** Share of the newest frame in the average. */
  private static final double NEWEST = 0.1;

  /** A little white noise, 40 dB below: keeps the filter of a pure tone from ringing for ever. */
  private static final double WHITE = 1.0001;

  private final double[] window;
  private final double[] frame;
  private final double[] average = new double[ORDER + 1];
  private final double[] filter = new double[ORDER + 1];
  private final double[] coefficients = new double[ORDER];
  private int filled;
  private double meanSquare;
  private boolean known;

  /**
   * Makes the analyser of one stream.
   *
   * @param sampleRate samples per second, 8,000 to 48,000 in steps of 4,000
   * @throws IllegalArgumentException if it is none of these
   */
  public ComfortNoiseAnalyser(int sampleRate) {
    int length = SampleRates.checked(sampleRate) / 1000 * FRAME_MILLIS;
    window = new double[length];
    frame = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
    }
  }

  /** Takes note of noise; pieces of any length. */
  public void heard(short[] samples, int offset, int length) {
    for (int i = 0; i < length; i++) {
      frame[filled++] = samples[offset + i];
      if (filled == frame.length) {
        filled = 0;
        analyse();
      }
    }
  }

  /**
   * Writes a description of the noise heard.
   *
   * @param payload written to from {@code at}; room for {@link #MAX_BYTES}
   * @return how many bytes were written: {@link #MAX_BYTES}, or 1, the lowest level, if there were
   *     not yet 20 ms of noise
   */
  public int write(byte[] payload, int at) {
    payload[at] = ComfortNoise.level(meanSquare);
    if (!known) {
      return 1;
    }
    reflect();
    for (int i = 0; i < ORDER; i++) {
      payload[at + 1 + i] = ComfortNoise.quantised(coefficients[i]);
    }
    return MAX_BYTES;
  }

  /** Forgets the noise so far. */
  public void reset() {
    filled = 0;
    meanSquare = 0;
    known = false;
  }

  private void analyse() {
    double share = known ? NEWEST : 1;
    known = true;
    double squares = 0;
    for (int i = 0; i < frame.length; i++) {
      squares += frame[i] * frame[i];
      frame[i] *= window[i];
    }
    meanSquare += share * (squares / frame.length - meanSquare);
    for (int lag = 0; lag <= ORDER; lag++) {
      double sum = 0;
      for (int i = lag; i < frame.length; i++) {
        sum += frame[i] * frame[i - lag];
      }
      average[lag] += share * (sum - average[lag]);
    }
  }

  /** Levinson and Durbin's way from the autocorrelation to the reflection coefficients. */
  private void reflect() {
    double error = average[0] * WHITE + 1e-9;
    filter[0] = 1;
    for (int i = 1; i <= ORDER; i++) {
      double sum = average[i];
      for (int j = 1; j < i; j++) {
        sum += filter[j] * average[i - j];
      }
      double k = -sum / error;
      coefficients[i - 1] = k;
      filter[i] = k;
      for (int j = 1; j <= i / 2; j++) {
        double lower = filter[j] + k * filter[i - j];
        filter[i - j] += k * filter[j];
        filter[j] = lower;
      }
      error *= 1 - k * k;
    }
  }
}
