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
package org.deskedge.testbed.voice;

import java.util.Random;

/** Speech-like sound for tests: syllables of a gliding pitch with harmonics, hiss, and pauses. */
public final class SyntheticSpeech {
  private SyntheticSpeech() {}

  /** The same sound for the same seed; another sound for another seed. */
  public static short[] seconds(int seconds, long seed) {
    Random random = new Random(seed);
    short[] samples = new short[seconds * G711.RATE];
    int at = 0;
    while (at < samples.length) {
      int length = Math.min(samples.length - at, 800 + random.nextInt(1600));
      if (random.nextInt(5) > 0) {
        syllable(samples, at, length, random);
      }
      at += length;
    }
    return samples;
  }

  private static void syllable(short[] samples, int at, int length, Random random) {
    double pitch = 90 + random.nextInt(120);
    double glide = (random.nextDouble() - 0.5) * 60 / length;
    double formant = 300 + random.nextInt(1500);
    double hiss = random.nextInt(3) == 0 ? 900 : 60;
    double phase = 0;
    for (int i = 0; i < length; i++) {
      pitch += glide;
      phase += 2 * Math.PI * pitch / G711.RATE;
      double voiced = 0;
      for (int harmonic = 1; harmonic * pitch < 3400; harmonic++) {
        double distance = (harmonic * pitch - formant) / 400;
        voiced += Math.sin(harmonic * phase) / (1 + distance * distance);
      }
      double envelope = Math.sin(Math.PI * i / length);
      samples[at + i] = (short) (envelope * (2500 * voiced + hiss * random.nextGaussian()));
    }
  }
}
