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
package org.deskedge.mediarelay.internal.playout;

import java.util.Random;

/** Something like speech without end: voiced syllables, three a second, over a little noise. */
final class TestSpeech {

  /** It repeats after this many seconds, without a seam. */
  private static final int SECONDS = 2;

  private static final double PITCH = 120;
  private static final int HARMONICS = 12;
  private static final double LOUDNESS = 5000;

  private final short[] loop;

  TestSpeech(int sampleRate) {
    loop = new short[SECONDS * sampleRate];
    Random random = new Random(7);
    for (int i = 0; i < loop.length; i++) {
      double t = (double) i / sampleRate;
      double phase = 2 * Math.PI * PITCH * t + 4 * Math.sin(Math.PI * t);
      double voice = 0;
      for (int k = 1; k <= HARMONICS; k++) {
        voice += Math.sin(k * phase) / (k * k);
      }
      double syllable = Math.max(0, 0.2 + Math.sin(2 * Math.PI * 3 * t)) / 1.2;
      loop[i] = (short) (LOUDNESS * syllable * voice + 10 * random.nextGaussian());
    }
  }

  short at(long sample) {
    return loop[(int) Math.floorMod(sample, (long) loop.length)];
  }

  void read(long from, short[] into, int length) {
    for (int i = 0; i < length; i++) {
      into[i] = at(from + i);
    }
  }

  /** Returns the greatest difference between two samples in a row. */
  static int greatestStep(short[] samples) {
    int greatest = 0;
    for (int i = 1; i < samples.length; i++) {
      greatest = Math.max(greatest, Math.abs(samples[i] - samples[i - 1]));
    }
    return greatest;
  }
}
