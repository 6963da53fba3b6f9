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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  private static final double AMPLITUDE = 16_000;
  private static final double SECONDS = 0.5;

  @ParameterizedTest
  @CsvSource({
    "8000, 16000",
    "16000, 8000",
    "8000, 48000",
    "48000, 8000",
    "16000, 48000",
    "48000, 16000",
    "11025, 8000",
    "8000, 44100"
  })
  void whatBothRatesCanHoldPassesAndNothingElseAppears(int from, int to) {
    int slower = Math.min(from, to);
    double passed = slower == 16_000 ? 7000 : 0.425 * slower;
    for (double hertz = 100; hertz <= passed; hertz += (passed - 100) / 20) {
      short[] out = resampled(from, to, Signals.tone(from, hertz, AMPLITUDE, seconds(from)));
      int settled = to / 20;
      int length = out.length - settled;
      double amplitude = Signals.amplitude(out, settled, length, to, hertz);
      assertThat(Signals.decibels(amplitude / AMPLITUDE)).as("%.0f Hz", hertz).isBetween(-0.5, 0.1);

      // All else is images, aliases and rounding.
      for (double other = slower - hertz; other < to / 2.0; other += slower / 8.0) {
        assertThat(Signals.decibels(Signals.amplitude(out, settled, length, to, other) / AMPLITUDE))
            .as("%.0f Hz of %.0f Hz", other, hertz)
            .isLessThan(-60);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"16000, 8000", "48000, 8000", "48000, 16000"})
  void whatTheSlowerRateCannotHoldIsTakenOff(int from, int to) {
    for (double hertz = 0.5 * to; hertz < 0.49 * from; hertz += to / 40.0) {
      // A tone of exactly half the rate is at the very edge, and may come out at its zeros.
      short[] out = resampled(from, to, Signals.tone(from, hertz + 20, AMPLITUDE, seconds(from)));
      double rest = Signals.rms(out, to / 20, out.length - to / 20) * Math.sqrt(2);
      assertThat(Signals.decibels(rest / AMPLITUDE)).as("%.0f Hz", hertz).isLessThan(-60);
    }
  }

  @Test
  void theDelayIsWhatItSays() {
    assertThat(new Resampler(8000, 16_000).delayMillis()).isEqualTo(3.5);
    assertThat(new Resampler(48_000, 8000).delayMillis()).isEqualTo(3.5);
    assertThat(new Resampler(16_000, 48_000).delayMillis()).isEqualTo(1.75);
    assertThat(new Resampler(16_000, 16_000).delayMillis()).isZero();

    short[] click = new short[160];
    click[40] = 20_000;
    assertThat(loudest(resampled(8000, 16_000, click))).isEqualTo(80 + 56);
    click = new short[960];
    click[240] = 20_000;
    assertThat(loudest(resampled(48_000, 8000, click))).isEqualTo(40 + 28);
  }

  @ParameterizedTest
  @CsvSource({"8000, 16000", "16000, 8000", "8000, 48000", "48000, 8000", "16000, 48000"})
  void piecesOfTwentyMillisecondsKeepTheirLengthAndPiecesOfAnyLengthMakeTheSame(int from, int to) {
    short[] in = Signals.speech(from, 120, 0.4);
    short[] whole = new short[in.length * to / from];
    assertThat(new Resampler(from, to).resample(in, 0, in.length, whole, 0))
        .isEqualTo(whole.length);

    assertThat(resampled(from, to, in)).isEqualTo(whole);

    short[] pieces = new short[whole.length];
    Resampler resampler = new Resampler(from, to);
    int at = 0;
    for (int offset = 0, length = 1;
        offset < in.length;
        offset += length, length = length % 97 + 3) {
      length = Math.min(length, in.length - offset);
      at += resampler.resample(in, offset, length, pieces, at);
    }
    assertThat(at).isEqualTo(whole.length);
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void theSameRateChangesNothing() {
    short[] in = Signals.noise(30_000, 320);

    assertThat(resampled(16_000, 16_000, in)).isEqualTo(in);
  }

  @Test
  void fullScaleIsHeldAndAConstantStaysAsItIs() {
    short[] in = new short[1600];
    Arrays.fill(in, 0, 800, Short.MAX_VALUE);
    Arrays.fill(in, 800, 1600, Short.MIN_VALUE);
    short[] out = resampled(8000, 16_000, in);

    assertThat(out[1500]).isEqualTo(Short.MAX_VALUE);
    assertThat(out[3100]).isEqualTo(Short.MIN_VALUE);
    // What rings over at the step is cut, and does not come out at the other end of the range.
    for (int i = 100; i < 1600; i++) {
      assertThat((int) out[i]).isPositive();
    }
  }

  @Test
  void afterAResetItIsAsNew() {
    Resampler resampler = new Resampler(8000, 48_000);
    short[] first = new short[960];
    short[] second = new short[960];
    short[] in = Signals.noise(5000, 161);
    resampler.resample(in, 0, 160, first, 0);
    resampler.reset();
    resampler.resample(in, 0, 160, second, 0);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void ratesThatAreNoneOfSpeechAreRefused() {
    assertThatThrownBy(() -> new Resampler(0, 8000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resampler(8000, 96_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Resampler(47_999, 8000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAllocated() {
    Resampler resampler = new Resampler(8000, 48_000);
    short[] in = Signals.noise(5000, 160);
    short[] out = new short[960];

    assertThat(Signals.allocatedBy(() -> resampler.resample(in, 0, 160, out, 0))).isZero();
    assertThat(Signals.rms(out, 0, 960)).isCloseTo(5000, within(1500.0));
  }

  private static int seconds(int rate) {
    return (int) (SECONDS * rate) / (rate / 50) * (rate / 50);
  }

  /** In pieces of 20 ms. */
  private static short[] resampled(int from, int to, short[] in) {
    Resampler resampler = new Resampler(from, to);
    short[] out = new short[(int) ((long) in.length * to / from) + 1];
    int at = 0;
    for (int offset = 0; offset < in.length; offset += from / 50) {
      int length = Math.min(from / 50, in.length - offset);
      at += resampler.resample(in, offset, length, out, at);
    }
    return Arrays.copyOf(out, at);
  }

  private static int loudest(short[] samples) {
    int loudest = 0;
    for (int i = 0; i < samples.length; i++) {
      if (samples[i] > samples[loudest]) {
        loudest = i;
      }
    }
    return loudest;
  }
}
