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

class TimeStretcherTest {

  @ParameterizedTest
  @CsvSource({
    "8000, 100, 80",
    "8000, 200, 40",
    "8000, 320, 25",
    "16000, 100, 160",
    "16000, 230, 70",
    "48000, 100, 480",
    "48000, 200, 240"
  })
  void aPeriodIsTakenOutAndPutIn(int rate, double hertz, int period) {
    TimeStretcher stretcher = new TimeStretcher(rate);
    int packet = rate / 50;
    short[] tone = Signals.tone(rate, hertz, 10_000, packet + stretcher.maxPeriod());

    short[] shorter = tone.clone();
    int length = stretcher.shorten(shorter, 0, packet);
    assertThat(packet - length).isCloseTo(period, within(period / 25));
    short[] longer = tone.clone();
    length = stretcher.lengthen(longer, 0, packet);
    assertThat(length - packet).isCloseTo(period, within(period / 25));
  }

  @ParameterizedTest
  @CsvSource({
    "8000, 90",
    "8000, 150",
    "8000, 250",
    "16000, 90",
    "16000, 150",
    "16000, 250",
    "48000, 150"
  })
  void speechKeepsItsPitchAndHasNoClicks(int rate, double pitch) {
    short[] speech = Signals.speech(rate, pitch, rate == 48_000 ? 3 : 6);
    for (boolean shorter : new boolean[] {true, false}) {
      short[] stretched = stretched(rate, speech, shorter);
      double ratio = (double) stretched.length / speech.length;

      // As much is to be taken out or put in as a jitter buffer may need: a fifth of the time.
      assertThat(shorter ? 1 / ratio : ratio).isBetween(1.15, 2.0);
      assertThat(Signals.largestBend(stretched, 0, stretched.length))
          .isLessThanOrEqualTo((int) (1.05 * Signals.largestBend(speech, 0, speech.length)));
      assertThat(Signals.rms(stretched, 0, stretched.length))
          .isCloseTo(Signals.rms(speech, 0, speech.length), within(300.0));
      assertThat(pulses(stretched, rate) / pulses(speech, rate)).isCloseTo(1, within(0.03));
    }
  }

  @ParameterizedTest
  @CsvSource({"8000, 170", "16000, 440", "48000, 300"})
  void aToneKeepsItsFrequencyAndHasNoClicks(int rate, double hertz) {
    short[] tone = Signals.tone(rate, hertz, 10_000, 5 * rate);
    for (boolean shorter : new boolean[] {true, false}) {
      short[] stretched = stretched(rate, tone, shorter);

      assertThat(Math.abs(stretched.length - tone.length)).isGreaterThan(rate / 2);
      assertThat(Signals.largestBend(stretched, 0, stretched.length))
          .isLessThanOrEqualTo((int) (1.5 * Signals.largestBend(tone, 0, tone.length)) + 4);
      assertThat(upwardCrossings(stretched) * (double) rate / stretched.length)
          .isCloseTo(hertz, within(0.01 * hertz));
      assertThat(Signals.rms(stretched, 0, stretched.length))
          .isCloseTo(10_000 / Math.sqrt(2), within(100.0));
    }
  }

  @Test
  void noiseIsLeftAsItIsUnlessItIsQuiet() {
    TimeStretcher stretcher = new TimeStretcher(8000);
    short[] loud = Signals.noise(3000, 8000);
    short[] quiet = Signals.noise(30, 8000);
    int changed = 0;
    for (int at = 0; at + 280 <= 8000; at += 280) {
      short[] was = loud.clone();
      if (stretcher.shorten(loud, at, 160) != 160) {
        changed++;
      } else {
        assertThat(loud).isEqualTo(was);
      }
      assertThat(stretcher.shorten(quiet, at, 160)).isLessThan(160);
      assertThat(stretcher.lengthen(quiet, at, 160)).isGreaterThan(160);
    }
    assertThat(changed).isZero();
  }

  @Test
  void silenceIsChangedAndStaysSilent() {
    TimeStretcher stretcher = new TimeStretcher(16_000);
    short[] silence = new short[600];

    assertThat(stretcher.shorten(silence, 0, 320)).isLessThan(320);
    assertThat(stretcher.lengthen(silence, 0, 320)).isGreaterThan(320);
    assertThat(silence).containsOnly((short) 0);
  }

  @Test
  void neitherEndOfThePieceChangesAndNothingAroundItDoes() {
    TimeStretcher stretcher = new TimeStretcher(8000);
    short[] tone = Signals.tone(8000, 210, 10_000, 600);
    short[] shorter = tone.clone();
    int length = stretcher.shorten(shorter, 100, 160);
    assertThat((int) shorter[100]).isCloseTo(tone[100], within(100));
    assertThat(shorter[100 + length - 1]).isEqualTo(tone[259]);
    assertThat(Arrays.copyOf(shorter, 100)).isEqualTo(Arrays.copyOf(tone, 100));
    assertThat(Arrays.copyOfRange(shorter, 260, 600)).isEqualTo(Arrays.copyOfRange(tone, 260, 600));

    short[] longer = tone.clone();
    length = stretcher.lengthen(longer, 100, 160);
    assertThat(longer[100]).isEqualTo(tone[100]);
    assertThat(longer[100 + length - 1]).isEqualTo(tone[259]);
    assertThat(Arrays.copyOfRange(longer, 100 + length, 600))
        .isEqualTo(Arrays.copyOfRange(tone, 100 + length, 600));
  }

  @Test
  void anyPieceIsTaken() {
    Random random = new Random(5);
    for (int rate : new int[] {8000, 12_000, 44_000, 48_000}) {
      TimeStretcher stretcher = new TimeStretcher(rate);
      short[] samples = new short[rate];
      for (int i = 0; i < 2000; i++) {
        System.arraycopy(
            random.nextBoolean() ? Signals.tone(rate, 70 + i, 9000, rate / 5) : new short[rate / 5],
            0,
            samples,
            0,
            rate / 5);
        int length = random.nextInt(rate / 8);
        int offset = random.nextInt(50);
        int shorter = stretcher.shorten(samples, offset, length);
        assertThat(shorter).isBetween(Math.max(0, length - stretcher.maxPeriod()), length);
        int longer = stretcher.lengthen(samples, offset, length);
        assertThat(longer).isBetween(length, length + stretcher.maxPeriod());
      }
    }
  }

  @Test
  void withoutRoomNothingIsChanged() {
    TimeStretcher stretcher = new TimeStretcher(8000);
    short[] tone = Signals.tone(8000, 200, 10_000, 160);
    short[] full = tone.clone();

    assertThatThrownBy(() -> stretcher.lengthen(full, 0, 160))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(full).isEqualTo(tone);
  }

  @Test
  void nothingIsAllocated() {
    TimeStretcher stretcher = new TimeStretcher(16_000);
    short[] samples = Signals.tone(16_000, 200, 8000, 320 + stretcher.maxPeriod());

    assertThat(
            Signals.allocatedBy(
                () -> {
                  int length = stretcher.lengthen(samples, 0, 320);
                  stretcher.shorten(samples, 0, length);
                }))
        .isZero();
  }

  /** Packets of 20 ms, every one of them shortened or lengthened if it can be. */
  private static short[] stretched(int rate, short[] samples, boolean shorter) {
    TimeStretcher stretcher = new TimeStretcher(rate);
    int packet = rate / 50;
    short[] work = new short[packet + stretcher.maxPeriod()];
    short[] out = new short[2 * samples.length];
    int at = 0;
    for (int from = 0; from + packet <= samples.length; from += packet) {
      System.arraycopy(samples, from, work, 0, packet);
      int length =
          shorter ? stretcher.shorten(work, 0, packet) : stretcher.lengthen(work, 0, packet);
      System.arraycopy(work, 0, out, at, length);
      at += length;
    }
    return Arrays.copyOf(out, at);
  }

  private static int upwardCrossings(short[] samples) {
    int crossings = 0;
    for (int i = 1; i < samples.length; i++) {
      if (samples[i - 1] < 0 && samples[i] >= 0) {
        crossings++;
      }
    }
    return crossings;
  }

  /** The mean pitch in hertz, where 40 ms are like what was a period before. */
  private static double pulses(short[] samples, int rate) {
    int window = rate / 25;
    double sum = 0;
    int count = 0;
    for (int at = rate / 50; at + window < samples.length; at += window) {
      int best = 0;
      double most = 0.8;
      for (int lag = rate / 350; lag < rate / 70 && lag <= at; lag += Math.max(1, rate / 16_000)) {
        double likeness = PeriodSearch.likeness(samples, at, at - lag, window);
        if (likeness > most * 1.02) {
          most = likeness;
          best = lag;
        }
      }
      if (best > 0) {
        sum += (double) rate / best;
        count++;
      }
    }
    return sum / count;
  }
}
