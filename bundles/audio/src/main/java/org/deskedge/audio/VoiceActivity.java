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
 * Tells speech from background noise by how much louder it is.
 *
 * <p>The level of the noise is followed: down at once to any quieter piece, up by 3 dB a second. A
 * piece is speech if it is 9 dB above that and above -55 dBov, and so are the 200 ms after it, so
 * that the ends of words are not cut. What is louder than -31 dBov is always speech, however steady
 * it is: tones and music are not to be taken for noise. A constant offset of the samples counts for
 * nothing. For one thread. Does not allocate after construction.
 */
public final class VoiceActivity {

  private static final double ABOVE_NOISE = 9;
  private static final double QUIETEST_NOISE = -64;
  private static final double LOUDEST_NOISE = -40;

  /** What noise is taken to be before any was heard. */
  private static final double FIRST_NOISE = -50;

  private static final double RISE_PER_SECOND = 3;
  private static final double HANGOVER_SECONDS = 0.2;

  /** The offset is what is left below some 10 Hz. */
  private static final double OFFSET_HERTZ = 10;

  /** An offset this small is none: numbers that go on to shrink become slow to reckon with. */
  private static final double SETTLED = 1e-3;

  private final int sampleRate;
  private final double pace;
  private double mean;
  private double noise = FIRST_NOISE;
  private double secondsLeft;

  /**
   * Makes the detector of one stream.
   *
   * @param sampleRate samples per second, 8,000 to 48,000 in steps of 4,000
   * @throws IllegalArgumentException if it is none of these
   */
  public VoiceActivity(int sampleRate) {
    this.sampleRate = SampleRates.checked(sampleRate);
    pace = 2 * Math.PI * OFFSET_HERTZ / sampleRate;
  }

  /**
   * Tells whether the next piece of the stream is speech; 10 to 30 ms are best.
   *
   * @param length how many samples; none changes nothing
   */
  public boolean isSpeech(short[] samples, int offset, int length) {
    boolean goesOn = secondsLeft > 0;
    if (length == 0) {
      return goesOn;
    }
    double squares = 0;
    for (int i = 0; i < length; i++) {
      mean += pace * (samples[offset + i] - mean);
      double value = samples[offset + i] - mean;
      squares += value * value;
    }
    if (Math.abs(mean) < SETTLED) {
      mean = 0;
    }
    double seconds = (double) length / sampleRate;
    double full = ComfortNoise.FULL_SCALE * ComfortNoise.FULL_SCALE * length;
    double level = 10 * Math.log10(Math.max(1e-12, squares / full));
    noise = Math.min(level, noise + RISE_PER_SECOND * seconds);
    noise = Math.max(QUIETEST_NOISE, Math.min(LOUDEST_NOISE, noise));
    if (level > noise + ABOVE_NOISE) {
      secondsLeft = HANGOVER_SECONDS;
      return true;
    }
    secondsLeft -= seconds;
    return goesOn;
  }

  /** Forgets the stream so far. */
  public void reset() {
    mean = 0;
    noise = FIRST_NOISE;
    secondsLeft = 0;
  }
}
