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

/** What the signal processing of this package has in common. */
final class SampleRates {

  /** Sums over the signal are first made at this rate: two samples of the slowest speech. */
  static final int COARSE = 4000;

  private static final int HIGHEST = 48_000;

  private SampleRates() {}

  /**
   * Returns the rate, if it is one of speech.
   *
   * @throws IllegalArgumentException if it is not 8,000 to 48,000 samples per second in steps of
   *     4,000
   */
  static int checked(int sampleRate) {
    if (sampleRate < 2 * COARSE || sampleRate > HIGHEST || sampleRate % COARSE != 0) {
      throw new IllegalArgumentException("Not a sample rate of speech: " + sampleRate);
    }
    return sampleRate;
  }

  /** Returns the nearest sample; what is beyond its range becomes the end of the range. */
  static short saturated(double value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(value)));
  }
}
