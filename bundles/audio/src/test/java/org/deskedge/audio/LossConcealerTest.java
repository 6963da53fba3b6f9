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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossConcealerTest {

  private enum Means {
    SILENCE,
    REPETITION,
    CONCEALER
  }

  @ParameterizedTest
  @CsvSource({"8000, 90", "8000, 120", "8000, 190", "16000, 120", "16000, 190", "48000, 120"})
  void lostSpeechSoundsMoreLikeItWasThanSilenceOrRepetition(int rate, double pitch) {
    short[] speech = Signals.speech(rate, pitch, 20);
    double silence = snrOfLost(rate, speech, played(rate, speech, 0.05, Means.SILENCE));
    double repetition = snrOfLost(rate, speech, played(rate, speech, 0.05, Means.REPETITION));
    short[] concealed = played(rate, speech, 0.05, Means.CONCEALER);
    double concealer = snrOfLost(rate, speech, concealed);
    double spectral = distanceOfLost(rate, speech, concealed);
    double spectralRepetition =
        distanceOfLost(rate, speech, played(rate, speech, 0.05, Means.REPETITION));

    assertThat(concealer).isGreaterThan(silence + 3).isGreaterThan(repetition + 3);
    assertThat(spectral).isLessThan(spectralRepetition);
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 16_000, 48_000})
  void lossAndReturnMakeNoClick(int rate) {
    short[] speech = Signals.speech(rate, 110, 20);
    for (double share : new double[] {0.02, 0.1, 0.3}) {
      double worst = worstStep(rate, speech, played(rate, speech, share, Means.CONCEALER));
      double cut = worstStep(rate, speech, played(rate, speech, share, Means.SILENCE));
      double repeated = worstStep(rate, speech, played(rate, speech, share, Means.REPETITION));

      // A little above 1, as the period before may have been louder: a cut is up to 18 times.
      assertThat(worst).isLessThan(1.9).isLessThan(0.9 * cut).isLessThan(0.5 * repeated);
    }
  }

  @Test
  void aSteadyToneGoesOnAsIfNothingHadBeenLost() {
    short[] tone = Signals.tone(8000, 100, 10_000, 1600);
    LossConcealer concealer = new LossConcealer(8000);
    concealer.heard(tone, 0, 800);
    short[] lost = new short[80];
    concealer.conceal(lost, 0, 80);

    for (int i = 0; i < 80; i++) {
      assertThat((int) lost[i]).isCloseTo(tone[800 + i], within(100));
    }
  }

  @Test
  void aLongLossFadesAndIsSilentAfterSixtyMilliseconds() {
    short[] tone = Signals.tone(8000, 200, 10_000, 800);
    LossConcealer concealer = new LossConcealer(8000);
    concealer.heard(tone, 0, 800);
    short[] lost = new short[800];
    for (int at = 0; at < 800; at += 160) {
      concealer.conceal(lost, at, 160);
    }

    double full = 10_000 / Math.sqrt(2);
    double[] expected = {1, 0.9, 0.7, 0.5, 0.3, 0.1};
    for (int i = 0; i < expected.length; i++) {
      assertThat(Signals.rms(lost, 80 * i, 80) / full).isCloseTo(expected[i], within(0.03));
    }
    assertThat(Signals.rms(lost, 480, 320)).isZero();

    short[] back = Signals.tone(8000, 200, 10_000, 160);
    concealer.heard(back, 0, 160);
    assertThat(Signals.rms(back, 0, 10)).isLessThan(1000);
    assertThat(Signals.rms(back, 80, 80)).isCloseTo(full, within(50.0));
  }

  @Test
  void theLengthOfPiecesMakesNoDifference() {
    short[] speech = Signals.speech(16_000, 120, 0.5);
    short[] whole = new short[960];
    short[] pieces = new short[960];
    LossConcealer one = new LossConcealer(16_000);
    LossConcealer other = new LossConcealer(16_000);
    one.heard(speech, 0, speech.length);
    one.conceal(whole, 0, 960);
    for (int at = 0; at < speech.length; at += 320) {
      other.heard(speech, at, 320);
    }
    for (int at = 0; at < 960; at += 60) {
      other.conceal(pieces, at, 60);
    }

    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void speechWithoutLossIsNotTouched() {
    short[] speech = Signals.speech(8000, 120, 0.5);
    short[] heard = speech.clone();
    LossConcealer concealer = new LossConcealer(8000);
    for (int at = 0; at < heard.length; at += 160) {
      concealer.heard(heard, at, 160);
    }

    assertThat(heard).isEqualTo(speech);
  }

  @Test
  void withNothingHeardItIsSilentAndSoAfterAReset() {
    LossConcealer concealer = new LossConcealer(8000);
    short[] lost = Signals.noise(1000, 160);
    concealer.conceal(lost, 0, 160);
    assertThat(lost).containsOnly((short) 0);

    concealer.heard(Signals.noise(1000, 800), 0, 800);
    concealer.conceal(lost, 0, 160);
    assertThat(Signals.rms(lost, 0, 160)).isGreaterThan(300);
    concealer.reset();
    concealer.conceal(lost, 0, 160);
    assertThat(lost).containsOnly((short) 0);
  }

  @Test
  void anyOrderOfAnyPiecesIsTaken() {
    Random random = new Random(3);
    for (int rate : new int[] {8000, 12_000, 44_000, 48_000}) {
      LossConcealer concealer = new LossConcealer(rate);
      short[] samples = Signals.noise(32_000, rate);
      for (int i = 0; i < 500; i++) {
        int length = random.nextInt(random.nextInt(10) == 0 ? rate : rate / 40);
        int offset = random.nextInt(rate - length + 1);
        if (random.nextBoolean()) {
          concealer.heard(samples, offset, length);
        } else {
          concealer.conceal(samples, offset, length);
        }
      }
    }
    assertThatThrownBy(() -> new LossConcealer(4000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LossConcealer(11_025))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAllocated() {
    LossConcealer concealer = new LossConcealer(16_000);
    short[] samples = Signals.speech(16_000, 120, 0.02);

    assertThat(
            Signals.allocatedBy(
                () -> {
                  concealer.heard(samples, 0, 320);
                  concealer.conceal(samples, 0, 320);
                  concealer.conceal(samples, 0, 320);
                }))
        .isZero();
  }

  /** Plays speech of which some packets of 20 ms are lost, the same ones whatever the means. */
  private static short[] played(int rate, short[] speech, double share, Means means) {
    int packet = rate / 50;
    short[] played = speech.clone();
    LossConcealer concealer = new LossConcealer(rate);
    boolean[] lost = lost(speech.length / packet, share);
    for (int i = 0; i < lost.length; i++) {
      int at = i * packet;
      if (means == Means.CONCEALER) {
        if (lost[i]) {
          concealer.conceal(played, at, packet);
        } else {
          concealer.heard(played, at, packet);
        }
      } else if (lost[i] && means == Means.REPETITION) {
        System.arraycopy(played, at - packet, played, at, packet);
      } else if (lost[i]) {
        Arrays.fill(played, at, at + packet, (short) 0);
      }
    }
    return played;
  }

  /**
   * Returns the largest step of what was played at the beginning or end of any packet, over the
   * largest within 15 ms of the speech there as it was.
   */
  private static double worstStep(int rate, short[] speech, short[] played) {
    int packet = rate / 50;
    int around = rate * 15 / 1000;
    double worst = 0;
    for (int at = packet; at < speech.length - packet; at += packet) {
      double clean = Signals.largestStep(speech, at - around, 2 * around);
      worst = Math.max(worst, Math.abs(played[at] - played[at - 1]) / clean);
    }
    return worst;
  }

  private static boolean[] lost(int packets, double share) {
    Random random = new Random(11);
    boolean[] lost = new boolean[packets];
    for (int i = 5; i < packets; i++) {
      lost[i] = random.nextDouble() < share;
    }
    return lost;
  }

  /** Signal to noise of the lost packets, in decibels, their mean. */
  private static double snrOfLost(int rate, short[] speech, short[] played) {
    int packet = rate / 50;
    boolean[] lost = lost(speech.length / packet, 0.05);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < lost.length; i++) {
      if (lost[i]) {
        double signal = 0;
        double error = 0;
        for (int j = i * packet; j < (i + 1) * packet; j++) {
          signal += (double) speech[j] * speech[j];
          error += (double) (speech[j] - played[j]) * (speech[j] - played[j]);
        }
        sum += Math.max(-10, Math.min(35, 10 * Math.log10((signal + 1) / (error + 1))));
        count++;
      }
    }
    return sum / count;
  }

  /** Distance of the spectra of the lost packets and what is around them, in decibels. */
  private static double distanceOfLost(int rate, short[] speech, short[] played) {
    int packet = rate / 50;
    boolean[] lost = lost(speech.length / packet, 0.05);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < lost.length - 1; i++) {
      if (lost[i]) {
        double squares = 0;
        int from = i * packet - packet / 2;
        for (int band = 1; band <= 68; band++) {
          double one = Signals.amplitude(speech, from, 2 * packet, rate, band * 50);
          double other = Signals.amplitude(played, from, 2 * packet, rate, band * 50);
          squares += Math.pow(Signals.decibels((one + 1) / (other + 1)), 2);
        }
        sum += Math.sqrt(squares / 68);
        count++;
      }
    }
    return sum / count;
  }
}
