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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActivityTest {

  @ParameterizedTest
  @CsvSource({"8000, 3", "8000, 60", "16000, 60", "48000, 60", "8000, 200"})
  void speechIsToldFromTheNoiseItIsIn(int rate, double noise) {
    VoiceActivity activity = new VoiceActivity(rate);
    int packet = rate / 50;
    short[] samples = Signals.noise(noise, 6 * rate);
    short[] speech = Signals.speech(rate, 120, 2);
    for (int i = 0; i < speech.length; i++) {
      samples[2 * rate + i] += speech[i];
    }

    assertThat(speechIn(activity, samples, 0, 100, packet)).isLessThanOrEqualTo(2);
    assertThat(speechIn(activity, samples, 100, 200, packet)).isGreaterThan(97);
    // The hangover, and not much more.
    assertThat(speechIn(activity, samples, 200, 300, packet)).isBetween(9, 12);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 160, 240})
  void theHangoverIsInTimeAndNotInPieces(int packet) {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] samples = Signals.tone(8000, 400, 8000, 4000);
    Arrays.fill(samples, 1920, 4000, (short) 0);

    int pieces = speechIn(activity, samples, 0, 3840 / packet, packet);
    assertThat(pieces * packet - 1920).isBetween(1600, 1600 + 2 * packet);
  }

  @Test
  void noiseThatBecomesLouderIsNoiseAgainAfterAWhile() {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] quiet = Signals.noise(10, 8000);
    short[] louder = Signals.noise(100, 8 * 8000);
    speechIn(activity, quiet, 0, 50, 160);

    assertThat(speechIn(activity, louder, 0, 50, 160)).isEqualTo(50);
    speechIn(activity, louder, 50, 350, 160);
    assertThat(speechIn(activity, louder, 350, 400, 160)).isZero();
  }

  @Test
  void aSteadyToneIsNeverTakenForNoise() {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] tone = Signals.tone(8000, 425, 3000, 60 * 8000);

    assertThat(speechIn(activity, tone, 0, 3000, 160)).isEqualTo(3000);
  }

  @Test
  void silenceAndAConstantAreNoSpeech() {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] constant = new short[16_000];
    Arrays.fill(constant, (short) 2000);
    speechIn(activity, constant, 0, 50, 160);

    assertThat(speechIn(activity, constant, 50, 100, 160)).isZero();
    activity.reset();
    assertThat(speechIn(activity, new short[8000], 0, 50, 160)).isZero();
  }

  @Test
  void nothingAtAllChangesNothing() {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] noise = Signals.noise(100, 16_000);
    speechIn(activity, noise, 0, 50, 160);
    for (int i = 50; i < 100; i++) {
      assertThat(activity.isSpeech(noise, 0, 0)).isFalse();
      assertThat(activity.isSpeech(noise, 160 * i, 160)).isFalse();
    }
    assertThat(activity.isSpeech(Signals.tone(8000, 400, 9000, 160), 0, 160)).isTrue();
    assertThat(activity.isSpeech(noise, 0, 0)).isTrue();
  }

  @Test
  void nothingIsAllocated() {
    VoiceActivity activity = new VoiceActivity(8000);
    short[] samples = Signals.noise(1000, 160);

    assertThat(Signals.allocatedBy(() -> activity.isSpeech(samples, 0, 160))).isZero();
  }

  private static int speechIn(
      VoiceActivity activity, short[] samples, int from, int to, int packet) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (activity.isSpeech(samples, i * packet, packet)) {
        count++;
      }
    }
    return count;
  }
}
