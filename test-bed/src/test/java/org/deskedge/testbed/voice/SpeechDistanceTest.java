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

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpeechDistanceTest {

  private static final short[] SPEECH = SyntheticSpeech.seconds(8, 1);

  @Test
  void theSameIsNoDistanceAway() {
    SpeechDistance distance = distance(SPEECH);

    assertThat(distance.spectralDistanceDb()).isZero();
    assertThat(distance.cepstralDistanceDb()).isZero();
    assertThat(distance.unlikeShare()).isZero();
    assertThat(distance.segmentalSnrDb()).isEqualTo(35);
  }

  @Test
  void whereItIsHeardDoesNotMatter() {
    short[] later = new short[SPEECH.length + 4321];
    System.arraycopy(SPEECH, 0, later, 4321, SPEECH.length);

    assertThat(distance(later).spectralDistanceDb()).isZero();
  }

  @Test
  void g711IsNearAndOtherSpeechIsFar() {
    short[] coded = SPEECH.clone();
    for (int i = 0; i < coded.length; i++) {
      coded[i] = G711.PCMU.decode(G711.PCMU.encode(coded[i]));
    }

    assertThat(distance(coded).spectralDistanceDb()).isLessThan(2);
    assertThat(distance(coded).segmentalSnrDb()).isGreaterThan(25);
    assertThat(distance(SyntheticSpeech.seconds(8, 2)).spectralDistanceDb()).isGreaterThan(8);
  }

  @Test
  void anInvertedPhaseIsNoiseToOneMeasureAndNothingToTheOthers() {
    short[] inverted = SPEECH.clone();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (short) -inverted[i];
    }
    SpeechMatch aligned = SpeechComparison.compare(SPEECH, SPEECH);
    SpeechDistance distance = SpeechDistance.of(SPEECH, inverted, aligned);

    assertThat(distance.segmentalSnrDb()).isLessThan(0);
    assertThat(distance.spectralDistanceDb()).isLessThan(0.1);
  }

  @Test
  void everyTenthFrameLostIsOneInTenUnlike() {
    short[] gaps = SPEECH.clone();
    for (int at = 0; at + 160 <= gaps.length; at += 1600) {
      Arrays.fill(gaps, at, at + 160, (short) 0);
    }

    assertThat(distance(gaps).unlikeShare()).isBetween(0.07, 0.13);
  }

  private static SpeechDistance distance(short[] heard) {
    return SpeechDistance.of(SPEECH, heard, SpeechComparison.compare(SPEECH, heard));
  }
}
