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
package org.deskedge.testbed.bench.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.deskedge.testbed.voice.SpeechComparison;
import org.junit.jupiter.api.Test;

class ClicksTest {

  private static final short[] SPEECH = smoothNoise();

  @Test
  void speechItselfHasNone() {
    assertThat(clicks(SPEECH)).isZero();
  }

  @Test
  void aStepIsOneClick() {
    short[] heard = SPEECH.clone();
    heard[30_000] = (short) (heard[30_000] > 0 ? -32_000 : 32_000);

    assertThat(clicks(heard)).isOne();
  }

  /** Sound of 8 s that never repeats and bends gently. */
  private static short[] smoothNoise() {
    Random random = new Random(5);
    short[] samples = new short[8 * 8000];
    double slow = 0;
    double smooth = 0;
    for (int i = 0; i < samples.length; i++) {
      slow += 0.1 * (20_000 * random.nextGaussian() - slow);
      smooth += 0.1 * (slow - smooth);
      samples[i] = (short) smooth;
    }
    return samples;
  }

  private static int clicks(short[] heard) {
    return Clicks.count(SPEECH, heard, SpeechComparison.compare(SPEECH, heard));
  }
}
