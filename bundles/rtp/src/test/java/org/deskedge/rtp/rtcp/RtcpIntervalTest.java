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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RtcpIntervalTest {

  /** 1 / (e - 3/2), by which intervals are shortened (RFC 3550 section 6.3.1). */
  private static final double SHORTENED = 1 / 1.21828;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void aCallBetweenTwoReportsAboutEveryFiveSeconds() {
    RtcpInterval interval = RtcpInterval.of(80_000);

    assertThat(draws(interval, false).average().orElseThrow())
        .isCloseTo(5 * SHORTENED, within(0.05));
    assertThat(draws(interval, false).min().orElseThrow())
        .isBetween(2.5 * SHORTENED, 2.6 * SHORTENED);
    assertThat(draws(interval, false).max().orElseThrow())
        .isBetween(7.4 * SHORTENED, 7.5 * SHORTENED);
  }

  @Test
  void theFirstReportComesAfterHalfTheTime() {
    assertThat(draws(RtcpInterval.of(80_000), true).average().orElseThrow())
        .isCloseTo(2.5 * SHORTENED, within(0.03));
  }

  @Test
  void littleBandwidthMakesReportsRare() {
    // 5 % of 1,600 bit/s is 10 bytes a second: two members with 150 bytes each take 30 s.
    RtcpInterval interval = RtcpInterval.of(1_600);

    assertThat(seconds(interval, false, true, 2, 2)).isCloseTo(30 * SHORTENED, within(0.3));
    // One sender among eight has a quarter of the bandwidth, the seven others the rest.
    assertThat(seconds(interval, false, true, 8, 1)).isCloseTo(60 * SHORTENED, within(0.6));
    assertThat(seconds(interval, false, false, 8, 1)).isCloseTo(140 * SHORTENED, within(1.4));
  }

  @Test
  void theLeastIntervalIsAsConfigured() {
    assertThat(draws(new RtcpInterval(Duration.ofSeconds(1), 1e6), false).average().orElseThrow())
        .isCloseTo(SHORTENED, within(0.01));
    assertThatThrownBy(() -> new RtcpInterval(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RtcpInterval.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private double seconds(
      RtcpInterval interval, boolean initial, boolean weSend, int members, int senders) {
    return DoubleStream.generate(
            () -> interval.draw(initial, weSend, members, senders, 150, random) / 1e9)
        .limit(10_000)
        .average()
        .orElseThrow();
  }

  private DoubleStream draws(RtcpInterval interval, boolean initial) {
    return DoubleStream.generate(() -> interval.draw(initial, true, 2, 2, 120, random) / 1e9)
        .limit(10_000);
  }
}
