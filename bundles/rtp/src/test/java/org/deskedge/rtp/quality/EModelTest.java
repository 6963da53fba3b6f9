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
package org.deskedge.rtp.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {

  private static final Impairment G711 = new Impairment(0, 4.3, false);
  private static final Impairment WIDEBAND = new Impairment(0, 4.3, true);

  private final EModel model = new EModel();

  @Test
  void defaultsGiveTheRatingOfTheRecommendation() {
    // G.107 section 7.7: with all parameters at their defaults R is 93.2.
    assertThat(model.rate(G711, 0, 0, 1).r()).isCloseTo(93.2, within(0.05));
    assertThat(model.basicSignalToNoise()).isCloseTo(94.77, within(0.01));
    assertThat(model.simultaneous(0)).isCloseTo(1.41, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"90, 4.34", "80, 4.03", "70, 3.60", "60, 3.10", "50, 2.58", "0, 1", "-20, 1"})
  void opinionIsThatOfTheTable(double r, double mos) {
    // G.107 table B.1, lower limits of R and of MOS-CQE.
    assertThat(new Rating(r, false).mos()).isCloseTo(mos, within(0.01));
  }

  @Test
  void opinionOfTheDefaultsIsTheWellKnownOne() {
    assertThat(model.rate(G711, 0, 0, 1).mos()).isCloseTo(4.41, within(0.005));
    assertThat(new Rating(140, true).mos()).isEqualTo(4.5);
  }

  /**
   * The delay impairment of Cole and Rosenbluth (ACM CCR 31-2, 2001), who fitted 0.024 d + 0.11 (d
   * - 177.3) H(d - 177.3) to the curves of G.107 with default echo. It is a fit of two lines, so
   * close but not exact up to 300 ms.
   */
  @ParameterizedTest
  @CsvSource({"50, 1.2", "100, 2.4", "150, 3.6", "200, 7.3", "250, 14.0", "300, 20.7"})
  void delayCostsWhatThePublishedFitSays(double delay, double id) {
    double cost = model.rate(G711, 0, 0, 1).r() - model.rate(G711, delay, 0, 1).r();

    assertThat(cost).isCloseTo(id, within(1.2));
  }

  @ParameterizedTest
  @CsvSource({
    // Bounds of delay without echo: nothing up to mT; at 2 mT, 4 mT and 16 mT by hand.
    "100, 0",
    "200, 3.044",
    "400, 24.07"
  })
  void delayWithoutEchoFollowsItsFormula(double delay, double idd) {
    assertThat(DelaySensitivity.DEFAULT.impairment(delay)).isCloseTo(idd, within(0.01));
    assertThat(DelaySensitivity.VERY_LOW.impairment(delay)).isLessThanOrEqualTo(idd);
  }

  /**
   * Values of G.113: Ie without loss and under random loss, as the tables of its Appendix I of
   * measured codecs have them; the formula with the codec's Bpl comes within their rounding.
   */
  @ParameterizedTest
  @CsvSource({
    // G.729A with VAD: Ie 11, Bpl 19.
    "11, 19, 0, 11",
    "11, 19, 1, 15",
    "11, 19, 2, 19",
    "11, 19, 4, 26",
    // G.711 with Appendix I concealment: Bpl 25.1.
    "0, 25.1, 2, 7",
    "0, 25.1, 3, 10",
    "0, 25.1, 5, 15",
    "0, 25.1, 7, 20"
  })
  void lossCostsWhatTheTablesSay(double ie, double bpl, double loss, double expected) {
    Impairment codec = new Impairment(ie, bpl, false);

    assertThat(codec.effective(loss, 1)).isCloseTo(expected, within(1.0));
    assertThat(model.rate(G711, 80, 0, 1).r() - model.rate(codec, 80, loss, 1).r())
        .isCloseTo(expected, within(1.0));
  }

  @Test
  void lossInBurstsCostsMore() {
    Impairment codec = new Impairment(0, 25.1, false);

    // 95 * 5 / (5 / 2 + 25.1)
    assertThat(codec.effective(5, 2)).isCloseTo(17.21, within(0.01));
    assertThat(codec.effective(5, 1)).isLessThan(codec.effective(5, 2));
  }

  @Test
  void aCleanWidebandCallIsTheBestOfItsScale() {
    Rating rating = model.rate(WIDEBAND, 20, 0, 1);

    assertThat(rating.r()).isEqualTo(129);
    assertThat(rating.scaled()).isEqualTo(100);
    assertThat(rating.mos()).isEqualTo(4.5);
  }

  @Test
  void wholeWidebandFormula() {
    // G.722 at 64 kbit/s: Ie,WB 13 (G.113 Appendix IV); 129 - 13 = 116, which is 89.9 of 100.
    Rating rating = model.rate(new Impairment(13, 4.9, true), 50, 0, 1);

    assertThat(rating.r()).isEqualTo(116);
    assertThat(rating.scaled()).isCloseTo(89.92, within(0.01));
    assertThat(model.rate(new Impairment(13, 4.9, true), 400, 0, 1).r())
        .isCloseTo(116 - 24.07, within(0.01));
  }

  @Property
  void nothingMakesACallBetterThanLessDelayAndLessLoss(
      @ForAll @DoubleRange(max = 600) double delay,
      @ForAll @DoubleRange(max = 100) double loss,
      @ForAll boolean wideband) {
    Impairment codec = new Impairment(5, 10, wideband);
    double r = model.rate(codec, delay, loss, 1).r();

    assertThat(model.rate(codec, delay + 10, loss, 1).r()).isLessThanOrEqualTo(r);
    assertThat(model.rate(codec, delay, Math.min(100, loss + 1), 1).r()).isLessThanOrEqualTo(r);
    assertThat(new Rating(r, wideband).mos()).isBetween(1.0, 4.5);
    assertThat(new Rating(r, wideband).scaled()).isBetween(0.0, 100.0);
  }

  @Test
  void anImpairmentOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new Impairment(-1, 10, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Impairment(0, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Impairment(Double.NaN, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
