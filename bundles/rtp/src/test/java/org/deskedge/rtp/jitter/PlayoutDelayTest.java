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
package org.deskedge.rtp.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayoutDelayTest {

  private static final long PACKET = 20_000;
  private static final long TRANSIT = 50_000;

  private final PlayoutDelay delay = new PlayoutDelay(new DelayBounds(20, 200));
  private long packet;

  @Test
  void theTargetStartsAtFortyMillisecondsOrTheBoundNextToIt() {
    assertThat(delay.targetMicros()).isEqualTo(40_000);
    assertThat(new PlayoutDelay(new DelayBounds(60, 80)).targetMicros()).isEqualTo(60_000);
    assertThat(new PlayoutDelay(new DelayBounds(10, 30)).targetMicros()).isEqualTo(30_000);
  }

  @Test
  void withoutJitterTheTargetSinksToTheLeast() {
    packets(600, i -> 0);

    assertThat(delay.targetMicros()).isEqualTo(20_000);
    assertThat(delay.leastTransitMicros()).isEqualTo(TRANSIT);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 40, 60, 100})
  void theTargetCoversNearlyAllPacketsAndNotMuchMore(int jitterMillis) {
    Random random = new Random(jitterMillis);
    packets(3000, i -> random.nextDouble() * jitterMillis);

    assertThat(delay.targetMicros() / 1000.0)
        .isBetween(Math.max(20, 0.97 * jitterMillis), jitterMillis + 15.0);
  }

  @Test
  void aFewLatePacketsRaiseTheTargetAtOnceAndItSinksSlowly() {
    packets(500, i -> 0);
    packets(4, i -> 80);
    assertThat(delay.targetMicros()).isGreaterThanOrEqualTo(80_000);
    packets(100, i -> i % 2 * 80);
    packets(250, i -> 0);
    assertThat(delay.targetMicros()).as("5 s later").isGreaterThanOrEqualTo(80_000);
    packets(5000, i -> 0);
    assertThat(delay.targetMicros()).as("100 s later").isEqualTo(20_000);
  }

  @Test
  void oneLatePacketDoesNotRaiseTheTarget() {
    packets(1000, i -> 0);
    packets(1, i -> 150);
    packets(1, i -> 0);

    assertThat(delay.targetMicros()).isEqualTo(20_000);
  }

  @Test
  void burstsThatComeAgainEveryTenSecondsAreHeldTheDelayFor() {
    // 0.2 % of the packets, which no quantile would tell.
    packets(1001, i -> i % 500 == 0 && i > 0 ? 100 : 0);
    assertThat(delay.targetMicros()).isGreaterThanOrEqualTo(100_000);
    packets(499, i -> 0);
    assertThat(delay.targetMicros()).as("10 s later").isGreaterThanOrEqualTo(100_000);
    packets(700, i -> 0);
    assertThat(delay.targetMicros()).as("24 s later").isEqualTo(20_000);
  }

  @Test
  void theTargetNeverPassesTheBound() {
    packets(500, i -> i % 2 * 400);

    assertThat(delay.targetMicros()).isEqualTo(200_000);
  }

  @ParameterizedTest
  @CsvSource({"200, 0", "-200, 0", "200, 20", "-200, 20", "0, 20", "50, 5"})
  void theDriftOfTheFarEndsClockIsMeasured(int partsPerMillion, int jitterMillis) {
    Random random = new Random(3);
    double perPacket = -20.0 * partsPerMillion / 1e6;
    packets(6000, i -> i * perPacket + random.nextDouble() * jitterMillis);

    assertThat(delay.driftPartsPerMillion()).isCloseTo(partsPerMillion, within(10.0));
    assertThat(delay.leastTransitMicros() - TRANSIT)
        .as("the least transit time follows")
        .isCloseTo((long) (6000 * perPacket * 1000), within(3_000L));
  }

  @Test
  void theDriftIsNotKnownBeforeHalfAMinute() {
    packets(1499, i -> 0);
    assertThat(delay.driftPartsPerMillion()).isNaN();
    packets(300, i -> 0);
    assertThat(delay.driftPartsPerMillion()).isZero();
  }

  @Test
  void aWayThatBecomesLongerForGoodIsNotTakenForJitterForEver() {
    packets(500, i -> 0);
    packets(3000, i -> 90);

    assertThat(delay.leastTransitMicros()).isEqualTo(TRANSIT + 90_000);
    assertThat(delay.targetMicros()).isEqualTo(20_000);
  }

  @Test
  void aLeapStartsAnotherTimeline() {
    packets(500, i -> 0);
    packets(10, i -> 5_000);
    assertThat(delay.leastTransitMicros()).isEqualTo(TRANSIT + 5_000_000);
    packets(10, i -> -70_000);
    assertThat(delay.leastTransitMicros()).isEqualTo(TRANSIT - 70_000_000);
    assertThat(delay.targetMicros()).isLessThanOrEqualTo(40_000);
  }

  @Test
  void restartingForgetsTheTimelineAndKeepsWhatIsKnownOfTheWay() {
    packets(500, i -> i % 2 * 80);
    delay.restart();

    assertThat(delay.known()).isFalse();
    assertThat(delay.targetMicros()).isGreaterThanOrEqualTo(80_000);
  }

  @Property
  void anyTimesLeaveTheTargetWithinItsBounds(@ForAll @Size(max = 100) long[] times) {
    PlayoutDelay fresh = new PlayoutDelay(DelayBounds.DEFAULT);
    for (long time : times) {
      fresh.arrived(time % (1L << 50), time / 3 % (1L << 50));
      assertThat(fresh.targetMicros()).isBetween(20_000L, 200_000L);
    }
  }

  @Test
  void boundsThatAreNoneAreRefused() {
    for (int[] bounds : new int[][] {{-1, 100}, {100, 99}, {0, 501}}) {
      assertThatThrownBy(() -> new DelayBounds(bounds[0], bounds[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Lets packets come, each so many milliseconds later than the fastest. */
  private void packets(int count, LongToDoubleFunction lateMillis) {
    for (int i = 0; i < count; i++) {
      long sent = packet++ * PACKET;
      delay.arrived(sent + TRANSIT + Math.round(lateMillis.applyAsDouble(i) * 1000), sent);
    }
  }
}
