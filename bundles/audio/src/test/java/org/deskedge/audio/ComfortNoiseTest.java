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

class ComfortNoiseTest {

  private static final double FULL_SCALE = 32_768;

  @ParameterizedTest
  @CsvSource({
    "8000, -30, 0.9",
    "8000, -50, 0.9",
    "8000, -60, 0",
    "8000, -40, -0.7",
    "16000, -45, 0.9",
    "16000, -55, 0",
    "48000, -45, 0.5"
  })
  void levelAndSpectrumAreKept(int rate, double dbov, double colour) {
    short[] noise = coloured(FULL_SCALE * Math.pow(10, dbov / 20), colour, rate * 2);
    ComfortNoiseAnalyser analyser = new ComfortNoiseAnalyser(rate);
    for (int at = 0; at < noise.length; at += rate / 50) {
      analyser.heard(noise, at, rate / 50);
    }
    byte[] sid = new byte[20];
    assertThat(analyser.write(sid, 3)).isEqualTo(11);
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(rate);
    generator.update(sid, 3, 11);
    short[] made = new short[rate * 2];
    for (int at = 0; at < made.length; at += rate / 50) {
      generator.generate(made, at, rate / 50);
    }

    assertThat(decibels(made) - decibels(noise)).isCloseTo(0, within(1.5));
    for (int band = 0; band < 8; band++) {
      double difference = bandPower(made, band) - bandPower(noise, band);
      assertThat(difference).as("band %d", band).isCloseTo(0, within(2.5));
    }
  }

  @Test
  void theBytesAreThoseOfTheStandard() {
    assertThat(ComfortNoise.coefficient((byte) 127)).isZero();
    assertThat(ComfortNoise.coefficient((byte) 0)).isEqualTo(-258 * 127 / 32_768.0);
    assertThat(ComfortNoise.coefficient((byte) 254)).isEqualTo(258 * 127 / 32_768.0);
    for (int n = 0; n < 255; n++) {
      assertThat(ComfortNoise.quantised(ComfortNoise.coefficient((byte) n))).isEqualTo((byte) n);
    }
    assertThat(ComfortNoise.quantised(5)).isEqualTo((byte) 254);
    assertThat(ComfortNoise.quantised(-5)).isEqualTo((byte) 0);

    ComfortNoiseAnalyser analyser = new ComfortNoiseAnalyser(8000);
    short[] square = new short[1600];
    for (int i = 0; i < square.length; i++) {
      square[i] = (short) (i % 16 < 8 ? 32_767 : -32_767);
    }
    byte[] sid = new byte[11];
    analyser.heard(square, 0, 1600);
    analyser.write(sid, 0);
    assertThat(sid[0]).isZero();
    assertThat(ComfortNoise.coefficient(sid[1])).isNegative();
  }

  @Test
  void beforeAnyDescriptionAndAfterAResetItIsSilent() {
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
    short[] made = Signals.noise(1000, 160);
    generator.generate(made, 0, 160);
    assertThat(made).containsOnly((short) 0);

    generator.update(new byte[] {30, 40}, 0, 2);
    generator.generate(made, 0, 160);
    assertThat(Signals.rms(made, 0, 160)).isGreaterThan(100);
    generator.reset();
    generator.generate(made, 0, 160);
    assertThat(made).containsOnly((short) 0);
  }

  @Test
  void noPayloadHarmsAndNoneRings() {
    Random random = new Random(9);
    short[] made = new short[400];
    byte[] sid = new byte[1500];
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
    for (int i = 0; i < 5000; i++) {
      random.nextBytes(sid);
      int offset = random.nextInt(100);
      generator.update(sid, offset, random.nextInt(random.nextBoolean() ? 20 : 1401));
      generator.generate(made, 0, 400);
    }
    Arrays.fill(sid, (byte) 0xff);
    for (int length = 0; length <= 1500; length++) {
      generator.update(sid, 0, length);
      generator.generate(made, 0, 400);
    }
    generator.update(new byte[] {40}, 0, 1);
    short[] later = new short[16_000];
    generator.generate(later, 0, 16_000);
    double expected = FULL_SCALE * Math.pow(10, -40 / 20.0);
    assertThat(Signals.rms(later, 8000, 8000)).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void everyPrefixOfADescriptionKeepsTheLevel() {
    byte[] sid = {45, 20, (byte) 200, 100, (byte) 150, 127, 127, 110, (byte) 140, 127, 127};
    for (int length = 1; length <= sid.length; length++) {
      ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
      generator.update(sid, 0, length);
      short[] made = new short[32_000];
      generator.generate(made, 0, made.length);
      assertThat(decibels(made)).as("%d bytes", length).isCloseTo(-45, within(0.5));
    }
  }

  @Test
  void fewerCoefficientsTakeThePlaceOfMoreAndMoreOfFewer() {
    short[] white = new short[16_000];
    short[] later = new short[16_000];
    ComfortNoiseGenerator plain = new ComfortNoiseGenerator(8000);
    plain.update(new byte[] {40}, 0, 1);
    plain.generate(white, 0, white.length);
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
    generator.update(new byte[] {40, 10, (byte) 180}, 0, 3);
    generator.generate(later, 0, later.length);
    assertThat(bandPower(later, 0)).isGreaterThan(bandPower(white, 0) + 6);

    generator.update(new byte[] {40}, 0, 1);
    generator.generate(later, 0, 8000);
    generator.generate(later, 0, later.length);
    for (int band = 0; band < 8; band++) {
      assertThat(bandPower(later, band)).isCloseTo(bandPower(white, band), within(1.5));
    }

    generator.update(new byte[] {40, 10, (byte) 180}, 0, 3);
    generator.generate(later, 0, 8000);
    generator.generate(later, 0, later.length);
    assertThat(bandPower(later, 0)).isGreaterThan(bandPower(white, 0) + 6);
  }

  @Test
  void aNewLevelComesWithoutAStep() {
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
    short[] made = new short[1600];
    generator.update(new byte[] {60}, 0, 1);
    generator.generate(made, 0, 160);
    generator.update(new byte[] {30}, 0, 1);
    generator.generate(made, 0, 1600);

    assertThat(Signals.rms(made, 0, 16)).isLessThan(0.15 * Signals.rms(made, 1200, 400));
    assertThat(Signals.decibels(Signals.rms(made, 800, 800) / FULL_SCALE))
        .isCloseTo(-30, within(0.6));
  }

  @Test
  void withoutNoiseTheLowestLevelIsWritten() {
    ComfortNoiseAnalyser analyser = new ComfortNoiseAnalyser(8000);
    byte[] sid = new byte[11];
    analyser.heard(Signals.noise(1000, 159), 0, 159);
    assertThat(analyser.write(sid, 0)).isEqualTo(1);
    assertThat(sid[0]).isEqualTo((byte) 127);

    analyser.heard(new short[161], 0, 161);
    assertThat(analyser.write(sid, 0)).isEqualTo(11);
    analyser.reset();
    assertThat(analyser.write(sid, 0)).isEqualTo(1);

    analyser.heard(new short[160], 0, 160);
    assertThat(analyser.write(sid, 0)).isEqualTo(11);
    assertThat(sid).containsExactly(127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127);
  }

  @Test
  void ratesThatAreNoneOfSpeechAreRefused() {
    assertThatThrownBy(() -> new ComfortNoiseAnalyser(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ComfortNoiseGenerator(96_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAllocated() {
    ComfortNoiseAnalyser analyser = new ComfortNoiseAnalyser(8000);
    ComfortNoiseGenerator generator = new ComfortNoiseGenerator(8000);
    short[] samples = Signals.noise(100, 160);
    byte[] sid = new byte[11];

    assertThat(
            Signals.allocatedBy(
                () -> {
                  analyser.heard(samples, 0, 160);
                  generator.update(sid, 0, analyser.write(sid, 0));
                  generator.generate(samples, 0, 160);
                }))
        .isZero();
  }

  private static double decibels(short[] samples) {
    return Signals.decibels(Signals.rms(samples, 0, samples.length) / FULL_SCALE);
  }

  /** White noise through one pole, at a level. */
  private static short[] coloured(double rms, double colour, int length) {
    short[] white = Signals.noise(rms * Math.sqrt(1 - colour * colour) * 16, length);
    double last = 0;
    for (int i = 0; i < length; i++) {
      last = white[i] / 16.0 + colour * last;
      white[i] = SampleRates.saturated(last);
    }
    return white;
  }

  /** Mean power in decibels of an eighth of the band. */
  private static double bandPower(short[] samples, int band) {
    double power = 0;
    int count = 0;
    for (int at = 0; at + 512 <= samples.length; at += 512) {
      for (int line = 0; line < 4; line++) {
        // As if the rate were 1024: a line is one in 1024 of it.
        double amplitude = Signals.amplitude(samples, at, 512, 1024, band * 64 + 8 + 16 * line);
        power += amplitude * amplitude;
        count++;
      }
    }
    return 10 * Math.log10(power / count);
  }
}
