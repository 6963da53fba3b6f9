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

import java.lang.management.ManagementFactory;
import java.util.Random;

/** Signals that tests are made with, and what is measured of them. */
final class Signals {

  private Signals() {}

  static short[] tone(int rate, double hertz, double amplitude, int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = SampleRates.saturated(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** White noise of normal distribution. */
  static short[] noise(double rms, int length) {
    Random random = new Random(1);
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = SampleRates.saturated(rms * random.nextGaussian());
    }
    return samples;
  }

  /**
   * Vowels: glottal pulses, whose pitch wanders by a fifth in two seconds and jitters by 0.5 %,
   * through three formants that glide from one vowel to the next four times a second; a little
   * breath, and loudness that swells with every syllable.
   */
  static short[] speech(int rate, double pitch, double seconds) {
    double[][] vowels = {{730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}};
    Random random = new Random(7);
    int length = (int) (rate * seconds);
    double[] sound = new double[length];
    double[][] resonator = new double[3][2];
    double phase = 0;
    double tilt = 0;
    double cycle = 1;
    for (int i = 0; i < length; i++) {
      double time = (double) i / rate;
      phase += pitch * cycle * (1 + 0.1 * Math.sin(Math.PI * time)) / rate;
      double pulse = 0;
      if (phase >= 1) {
        phase -= 1;
        pulse = rate / 100.0;
        cycle = 1 + 0.005 * random.nextGaussian();
      }
      // A first-order slope for the glottis and the lips together.
      tilt = 0.9 * tilt + pulse + 0.02 * random.nextGaussian();
      double value = tilt;
      double place = time * 4;
      int vowel = (int) place;
      double glide = Math.min(1, Math.max(0, (place - vowel) * 2 - 0.5));
      for (int f = 0; f < 3; f++) {
        double from = vowels[vowel % 4][f];
        double to = vowels[(vowel + 1) % 4][f];
        double angle = 2 * Math.PI * (from + glide * (to - from)) / rate;
        double radius = Math.exp(-Math.PI * (60 + 30 * f) / rate);
        double gain = 1 - 2 * radius * Math.cos(angle) + radius * radius;
        double[] last = resonator[f];
        value = gain * value + 2 * radius * Math.cos(angle) * last[0] - radius * radius * last[1];
        last[1] = last[0];
        last[0] = value;
      }
      sound[i] = value * (0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * time));
    }
    double loudest = 0;
    for (double value : sound) {
      loudest = Math.max(loudest, Math.abs(value));
    }
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = SampleRates.saturated(16_000 * sound[i] / loudest);
    }
    return samples;
  }

  /** Returns the amplitude of one frequency, under a Hann window. */
  static double amplitude(short[] samples, int offset, int length, int rate, double hertz) {
    double real = 0;
    double imaginary = 0;
    double weight = 0;
    for (int i = 0; i < length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
      double angle = 2 * Math.PI * hertz * i / rate;
      real += window * samples[offset + i] * Math.cos(angle);
      imaginary += window * samples[offset + i] * Math.sin(angle);
      weight += window;
    }
    return 2 * Math.hypot(real, imaginary) / weight;
  }

  static double rms(short[] samples, int offset, int length) {
    double squares = 0;
    for (int i = 0; i < length; i++) {
      squares += (double) samples[offset + i] * samples[offset + i];
    }
    return Math.sqrt(squares / length);
  }

  static double decibels(double ratio) {
    return 20 * Math.log10(ratio);
  }

  /** Returns the largest difference of neighbouring samples: what a click would raise. */
  static int largestStep(short[] samples, int offset, int length) {
    int largest = 0;
    for (int i = 1; i < length; i++) {
      largest = Math.max(largest, Math.abs(samples[offset + i] - samples[offset + i - 1]));
    }
    return largest;
  }

  /** Returns the largest change of slope. */
  static int largestBend(short[] samples, int offset, int length) {
    int largest = 0;
    for (int i = 2; i < length; i++) {
      int at = offset + i;
      largest = Math.max(largest, Math.abs(samples[at] - 2 * samples[at - 1] + samples[at - 2]));
    }
    return largest;
  }

  /** Returns the bytes that this thread allocates in running something, once it has warmed up. */
  static long allocatedBy(Runnable work) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 200; i++) {
      work.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
