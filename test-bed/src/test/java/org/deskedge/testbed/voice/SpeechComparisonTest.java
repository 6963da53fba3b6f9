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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechComparisonTest {
  private static final short[] SOURCE = SyntheticSpeech.seconds(10, 1);
  private static final int FRAME = 160;

  @Test
  void theSameSpeechLaterIsPerfectAndItsDelayIsFound() {
    SpeechMatch match = SpeechComparison.compare(SOURCE, later(SOURCE, 1234));

    assertThat(match.correlation()).isGreaterThan(0.99999);
    assertThat(match.worstSecond()).isGreaterThan(0.99999);
    assertThat(match.missingShare()).isZero();
    assertThat(match.delayMs()).isEqualTo(1234 / 8.0);
    assertThat(match.delayChanges()).isZero();
    assertThat(match.acceptable()).isTrue();
  }

  @Test
  void aRecordingThatBeganInTheSpeechLosesWhatItMissed() {
    SpeechMatch match =
        SpeechComparison.compare(SOURCE, Arrays.copyOfRange(SOURCE, 16000, SOURCE.length));

    assertThat(match.delayMs()).isEqualTo(-2000);
    assertThat(match.correlation()).isCloseTo(0.8, within(0.06));
    assertThat(match.missingShare()).isCloseTo(0.2, within(0.06));
    assertThat(match.acceptable()).isFalse();
  }

  @Test
  void loudnessAndAConstantOffsetDoNotMatter() {
    short[] heard = later(SOURCE, 500);
    for (int i = 0; i < heard.length; i++) {
      heard[i] = (short) (heard[i] / 2 + 700);
    }

    assertThat(SpeechComparison.compare(SOURCE, heard).correlation()).isGreaterThan(0.999);
  }

  @Test
  void g711AloneCostsNextToNothing() {
    for (G711 codec : G711.values()) {
      short[] heard = later(SOURCE, 800);
      for (int i = 0; i < heard.length; i++) {
        heard[i] = codec.decode(codec.encode(heard[i]));
      }
      assertThat(SpeechComparison.compare(SOURCE, heard).correlation()).isGreaterThan(0.999);
    }
  }

  @Test
  void otherSpeechIsFarFromPassing() {
    for (long seed = 2; seed < 8; seed++) {
      SpeechMatch match = SpeechComparison.compare(SOURCE, SyntheticSpeech.seconds(12, seed));

      assertThat(match.correlation()).isLessThan(0.6);
      assertThat(match.acceptable()).isFalse();
    }
  }

  @Test
  void silenceScoresNothing() {
    SpeechMatch match = SpeechComparison.compare(SOURCE, new short[80000]);

    assertThat(match.correlation()).isZero();
    assertThat(match.missingShare()).isEqualTo(1);
    assertThat(SpeechComparison.compare(SOURCE, new short[0]).correlation()).isZero();
  }

  @Test
  void oneSkippedFrameCostsItsPieceAndIsCountedAsAMovedDelay() {
    SpeechMatch match = SpeechComparison.compare(SOURCE, without(SOURCE, 5 * 8000 + 2000, FRAME));

    assertThat(match.correlation()).isBetween(0.95, 0.9999);
    assertThat(match.delayChanges()).isEqualTo(1);
    assertThat(match.delayMovedMs()).isEqualTo(20);
  }

  @Test
  void oneLostFrameInTenDoesNotPass() {
    short[] heard = SOURCE.clone();
    for (int frame = 0; frame < heard.length / FRAME; frame += 10) {
      Arrays.fill(heard, frame * FRAME, (frame + 1) * FRAME, (short) 0);
    }
    SpeechMatch match = SpeechComparison.compare(SOURCE, heard);

    assertThat(match.correlation()).isLessThan(0.98);
    assertThat(match.missingShare()).isCloseTo(0.1, within(0.02));
    assertThat(match.acceptable()).isFalse();
  }

  @Test
  void aWholeSecondLostShowsInTheWorstSecond() {
    short[] heard = SOURCE.clone();
    Arrays.fill(heard, 4 * 8000, 5 * 8000, (short) 0);
    SpeechMatch match = SpeechComparison.compare(SOURCE, heard);

    // Not 0: the search finds the neighbours' edges.
    assertThat(match.worstSecond()).isLessThan(0.3);
    assertThat(match.correlation()).isLessThan(0.95);
    assertThat(match.acceptable()).isFalse();
  }

  @Test
  void noiseLowersTheCorrelationAsMuchAsItsPowerSays() {
    double power = 0;
    for (short sample : SOURCE) {
      power += (double) sample * sample / SOURCE.length;
    }
    Random random = new Random(9);
    short[] heard = new short[SOURCE.length];
    for (int i = 0; i < heard.length; i++) {
      heard[i] = (short) (SOURCE[i] + Math.sqrt(power) * random.nextGaussian());
    }

    // Equal power of speech and noise: the coefficient is 1/sqrt(2), more where speech is louder.
    assertThat(SpeechComparison.compare(SOURCE, heard).correlation()).isBetween(0.65, 0.8);
  }

  @Test
  void aDelayThatMovedFurtherThanTheSearchIsNotForgiven() {
    short[] heard = without(later(SOURCE, 8000), 8000 + 5 * 8000, 1600);

    assertThat(SpeechComparison.compare(SOURCE, heard).correlation()).isLessThan(0.85);
  }

  @Test
  void aSilentSourceIsRefused() {
    assertThatThrownBy(() -> SpeechComparison.compare(new short[8000], SOURCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static short[] later(short[] samples, int by) {
    short[] later = new short[samples.length + 2 * by];
    System.arraycopy(samples, 0, later, by, samples.length);
    return later;
  }

  private static short[] without(short[] samples, int at, int length) {
    short[] rest = new short[samples.length - length];
    System.arraycopy(samples, 0, rest, 0, at);
    System.arraycopy(samples, at + length, rest, at, rest.length - at);
    return rest;
  }
}
