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
package org.deskedge.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BurstGapMeterTest {

  private final BurstGapMeter meter = new BurstGapMeter();

  @Test
  void nothingIsLostOfNothing() {
    assertThat(meter.metrics(20)).isEqualTo(new BurstGapMetrics(0, 0, 0, 0, 0, 0, 16));
    assertThat(meter.badPercent()).isZero();
    assertThat(meter.burstRatio()).isEqualTo(1);
  }

  @Test
  void aBurstOfTwelveBetweenTwoGaps() {
    // As in the example of RFC 3611 section 4.7.2: a lone loss in a gap, then a burst of twelve
    // packets, four of them bad, from a discarded one to a lost one, then a lone loss again.
    tell("1".repeat(20) + "0" + "1".repeat(23) + "X1110111X110" + "1".repeat(30));

    BurstGapMetrics metrics = meter.metrics(10);

    assertThat(metrics.burstMillis()).isEqualTo(120);
    assertThat(metrics.burstDensity()).isEqualTo(256 * 4 / 12);
    assertThat(metrics.gapMillis()).isEqualTo((44 + 30) * 10 / 2);
    assertThat(metrics.gapDensity()).isEqualTo(256 / 74);
    assertThat(metrics.lossRate()).isEqualTo(256 * 3 / 86);
    assertThat(metrics.discardRate()).isEqualTo(256 * 2 / 86);
    assertThat(meter.badPercent()).isCloseTo(100.0 * 5 / 86, within(1e-9));
  }

  @Test
  void sixteenInARowEndABurstAndFifteenDoNot() {
    tell("0" + "1".repeat(15) + "0" + "1".repeat(16) + "0");
    assertThat(meter.metrics(1).burstMillis()).isEqualTo(17);

    BurstGapMeter other = new BurstGapMeter();
    tell(other, "0" + "1".repeat(16) + "0" + "1".repeat(16) + "0");
    assertThat(other.metrics(1).burstMillis()).isZero();
    assertThat(other.metrics(1).burstDensity()).isZero();
  }

  @Test
  void everythingLostIsOneBurst() {
    tell("0".repeat(300));

    assertThat(meter.metrics(20)).isEqualTo(new BurstGapMetrics(255, 0, 255, 0, 6000, 0, 16));
    assertThat(meter.burstRatio()).isEqualTo(1);
  }

  /** Against the definition itself, applied to the whole sequence at once. */
  @Property(tries = 300)
  void agreesWithTheDefinition(
      @ForAll long seed,
      @ForAll @DoubleRange(max = 0.4) double rate,
      @ForAll @IntRange(max = 400) int length) {
    Random random = new Random(seed);
    StringBuilder packets = new StringBuilder();
    for (int i = 0; i < length; i++) {
      packets.append(random.nextDouble() < rate ? "0X".charAt(random.nextInt(2)) : '1');
    }
    BurstGapMeter told = new BurstGapMeter();
    tell(told, packets.toString());

    long inBursts = 0;
    long badInBursts = 0;
    long bursts = 0;
    for (String run : packets.toString().split("1{16,}", -1)) {
      String trimmed = run.replaceAll("^1+|1+$", "");
      long count = trimmed.chars().filter(c -> c != '1').count();
      if (count > 1) {
        bursts++;
        inBursts += trimmed.length();
        badInBursts += count;
      }
    }
    long allBad = packets.toString().replaceAll("[^0X]", "").length();
    BurstGapMetrics metrics = told.metrics(1);
    assertThat(metrics.burstMillis()).isEqualTo(bursts == 0 ? 0 : rounded(inBursts, bursts));
    assertThat(metrics.gapMillis()).isEqualTo(rounded(length - inBursts, bursts + 1));
    assertThat(metrics.burstDensity()).isEqualTo(share(badInBursts, inBursts));
    assertThat(metrics.gapDensity()).isEqualTo(share(allBad - badInBursts, length - inBursts));
  }

  @Test
  void randomLossHasABurstRatioOfOneAndBurstsHaveMore() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      if (random.nextInt(20) == 0) {
        meter.lost();
      } else {
        meter.received();
      }
    }
    assertThat(meter.burstRatio()).isCloseTo(1, within(0.02));

    BurstGapMeter bursty = new BurstGapMeter();
    tell(bursty, ("000" + "1".repeat(57)).repeat(100));
    // Three in a row against 1 / (1 - 0.05).
    assertThat(bursty.burstRatio()).isCloseTo(3 * 0.95, within(1e-9));
  }

  private static int share(long part, long whole) {
    return whole == 0 ? 0 : (int) Math.min(255, 256 * part / whole);
  }

  private static int rounded(long whole, long count) {
    return (int) Math.round((double) whole / count);
  }

  private void tell(String packets) {
    tell(meter, packets);
  }

  private static void tell(BurstGapMeter meter, String packets) {
    for (int i = 0; i < packets.length(); i++) {
      switch (packets.charAt(i)) {
        case '1' -> meter.received();
        case '0' -> meter.lost();
        default -> meter.discarded();
      }
    }
  }
}
