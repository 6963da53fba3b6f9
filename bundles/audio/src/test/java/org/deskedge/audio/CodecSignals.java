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

import java.util.Random;

/**
 * CodecSignals the tests make themselves, the same bit for bit on every machine, and measures of
 * them.
 */
final class CodecSignals {

  private static final double[] FORMANTS = {660, 1200, 2500, 3400, 5200};
  private static final double[] BANDWIDTHS = {80, 110, 160, 220, 400};

  private CodecSignals() {}

  /**
   * Makes something like speech: syllables of 200 ms, each a gliding pitch through five formants
   * that begins with a hiss and ends in a pause of 40 ms.
   */
  static short[] speech(int sampleRate, int millis) {
    short[] samples = new short[sampleRate / 1000 * millis];
    Random random = new Random(7);
    double[][] memory = new double[FORMANTS.length][2];
    double phase = 0;
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / sampleRate;
      double inSyllable = time % 0.2;
      double loudness = inSyllable < 0.16 ? StrictMath.sin(StrictMath.PI * inSyllable / 0.16) : 0;
      phase += (110 + 40 * StrictMath.sin(5 * time) + 100 * inSyllable) / sampleRate;
      double excitation = 0.02 * random.nextGaussian();
      if (phase >= 1) {
        phase -= 1;
        excitation += 1;
      }
      if (inSyllable < 0.04) {
        excitation = 0.25 * random.nextGaussian();
      }
      double sum = 0;
      for (int f = 0; f < FORMANTS.length && FORMANTS[f] < 0.45 * sampleRate; f++) {
        double glide = FORMANTS[f] * (1 + 0.15 * StrictMath.sin(9 * time + f));
        double radius = StrictMath.exp(-StrictMath.PI * BANDWIDTHS[f] / sampleRate);
        double turn = 2 * StrictMath.PI * glide / sampleRate;
        double next =
            (1 - radius) * excitation
                + 2 * radius * StrictMath.cos(turn) * memory[f][0]
                - radius * radius * memory[f][1];
        memory[f][1] = memory[f][0];
        memory[f][0] = next;
        sum += next / (1 + f);
      }
      double sample = 60_000 * loudness * sum + 4 * random.nextGaussian();
      samples[i] = (short) Math.max(-32_000, Math.min(32_000, StrictMath.rint(sample)));
    }
    return samples;
  }

  /** Makes noise over the whole range, the hardest there is for a predictor. */
  static short[] noise(int length) {
    short[] samples = new short[length];
    Random random = new Random(11);
    for (int i = 0; i < length; i++) {
      samples[i] = (short) random.nextInt();
    }
    return samples;
  }

  /** Speech and 100 ms of noise behind it: the signal of the test vectors. */
  static short[] vector(int sampleRate) {
    short[] speech = speech(sampleRate, 500);
    short[] noise = noise(sampleRate / 10);
    short[] both = java.util.Arrays.copyOf(speech, speech.length + noise.length);
    System.arraycopy(noise, 0, both, speech.length, noise.length);
    return both;
  }

  /** Returns the signal-to-noise ratio in dB of a signal that comes {@code delay} samples later. */
  static double snr(short[] original, short[] later, int delay, int from, int length) {
    double signal = 0;
    double noise = 1;
    for (int i = from; i < from + length; i++) {
      double error = original[i] - later[i + delay];
      signal += (double) original[i] * original[i];
      noise += error * error;
    }
    return 10 * Math.log10(signal / noise);
  }

  /** Returns the mean over frames of 20 ms with speech in them, each held to -10 to 35 dB. */
  static double segmentalSnr(short[] original, short[] later, int delay, int sampleRate) {
    int frame = sampleRate / 50;
    double sum = 0;
    int count = 0;
    int end = Math.min(original.length, later.length - delay) - frame;
    for (int from = 0; from <= end; from += frame) {
      if (rms(original, from, frame) > 300) {
        sum += Math.max(-10, Math.min(35, snr(original, later, delay, from, frame)));
        count++;
      }
    }
    return sum / count;
  }

  static double rms(short[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / length);
  }

  /** Returns the correlation, -1 to 1, of two pieces. */
  static double correlation(short[] a, int fromA, short[] b, int fromB, int length) {
    double product = 0;
    double powerA = 1;
    double powerB = 1;
    for (int i = 0; i < length; i++) {
      product += (double) a[fromA + i] * b[fromB + i];
      powerA += (double) a[fromA + i] * a[fromA + i];
      powerB += (double) b[fromB + i] * b[fromB + i];
    }
    return product / Math.sqrt(powerA * powerB);
  }
}
