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
package org.deskedge.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReceiverStatisticsTest {

  private static final int SSRC = 0x1234;
  private static final int RATE = 8000;

  /** 20 ms in nanoseconds. */
  private static final long FRAME = 20_000_000;

  /** A second before the arrival clock, in units of 8 kHz, wraps its 32 bits. */
  private static final long FAR_FUTURE = ((1L << 32) - RATE) * 125_000;

  private final ReceiverStatistics statistics = new ReceiverStatistics();

  @Test
  void nothingIsKnownBeforeThePacketsCome() {
    assertThat(statistics.packets()).isZero();
    assertThat(statistics.lost()).isZero();
    assertThat(statistics.jitterKnown()).isFalse();
    assertThat(statistics.jitter()).isZero();
  }

  @Test
  void anEvenStreamHasNoLossAndNoJitterAcrossTheWrapOfTheSequence() {
    for (int i = 0; i < 70_000; i++) {
      assertThat(receive(65_000 + i, i)).isTrue();
    }

    assertThat(statistics.packets()).isEqualTo(70_000);
    assertThat(statistics.lost()).isZero();
    assertThat(statistics.jitterKnown()).isTrue();
    assertThat(statistics.jitter()).isZero();
  }

  @Property
  void lossIsWhatWasLeftOut(
      @ForAll @IntRange(max = 65535) int first, @ForAll @IntRange(min = 1, max = 50) int every) {
    ReceiverStatistics tracker = new ReceiverStatistics();
    int left = 0;
    int last = 999;
    for (int i = 0; i <= last; i++) {
      if (i > 0 && i < last && i % (every + 1) == 0) {
        left++;
      } else {
        tracker.received(SSRC, first + i & 0xffff, i * 160, RATE, i * FRAME);
      }
    }

    assertThat(tracker.lost()).isEqualTo(left);
    assertThat(tracker.packets()).isEqualTo(1000 - left);
  }

  @Property
  void reorderedPacketsAreNotLost(@ForAll @IntRange(max = 65535) int first, @ForAll long seed) {
    ReceiverStatistics tracker = new ReceiverStatistics();
    List<Integer> order = IntStream.range(1, 50).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));

    tracker.received(SSRC, first, 0, RATE, 0);
    order.forEach(i -> tracker.received(SSRC, first + i & 0xffff, i * 160, RATE, i * FRAME));

    assertThat(tracker.lost()).isZero();
    assertThat(tracker.packets()).isEqualTo(50);
  }

  @Test
  void aLeapIsNotUsedUntilTheNextPacketConfirmsIt() {
    receive(100, 0);
    receive(101, 1);

    assertThat(receive(40_000, 2)).isFalse();
    assertThat(receive(102, 3)).isTrue();
    assertThat(receive(50_000, 4)).isFalse();
    assertThat(receive(50_001, 5)).isTrue();
    assertThat(receive(50_002, 6)).isTrue();
    assertThat(statistics.lost()).isZero();
    assertThat(statistics.packets()).isEqualTo(7);
  }

  @Test
  void aNewSourceKeepsTheLossOfTheOldOne() {
    receive(10, 0);
    receive(13, 3);
    assertThat(statistics.lost()).isEqualTo(2);

    assertThat(statistics.received(0x9999, 60_000, 5, RATE, 4 * FRAME)).isTrue();
    assertThat(statistics.received(0x9999, 60_002, 325, RATE, 6 * FRAME)).isTrue();

    assertThat(statistics.lost()).isEqualTo(3);
  }

  @Test
  void duplicatesNeverMakeLossNegative() {
    receive(1, 0);
    receive(1, 0);
    receive(1, 0);

    assertThat(statistics.lost()).isZero();
  }

  @Test
  void jitterFollowsTheEstimatorOfTheSpecification() {
    // Arrivals alternate between on time and 80 units late, so every transit differs by 80.
    double expected = 0;
    for (int i = 0; i < 500; i++) {
      statistics.received(SSRC, i, i * 160, RATE, i * FRAME + i % 2 * FRAME / 2);
      if (i > 0) {
        expected += (80 - expected) / 16;
      }
    }

    assertThat(statistics.jitter()).isCloseTo(expected, within(1.0));
  }

  @Test
  void jitterSurvivesTheWrapOfTheTimestampAndTheArrivalClock() {
    for (int i = 0; i < 100; i++) {
      statistics.received(SSRC, i, -8000 + i * 160, RATE, FAR_FUTURE + i * FRAME);
    }

    assertThat(statistics.jitter()).isZero();
  }

  @Test
  void jitterInMillisecondsGoesOnWhenTheClockRateChanges() {
    // 10 ms of difference each time, first at 8 kHz, then at 48 kHz.
    for (int i = 0; i < 200; i++) {
      statistics.received(SSRC, i, i * 160, RATE, i * FRAME + i % 2 * FRAME / 2);
    }
    double before = statistics.jitterMillis();
    assertThat(before).isCloseTo(10, within(0.01));

    statistics.received(SSRC, 200, 77_000, 48_000, 200 * FRAME);
    assertThat(statistics.jitterMillis()).isCloseTo(before, within(1e-9));
    for (int i = 201; i < 400; i++) {
      statistics.received(SSRC, i, 77_000 + (i - 200) * 960, 48_000, i * FRAME + i % 2 * FRAME / 2);
    }

    assertThat(statistics.jitterMillis()).isCloseTo(10, within(0.01));
    assertThat(statistics.jitter()).isCloseTo(480, within(0.5));
  }

  @Test
  void packetsOfAnEventCountAndLeaveTheJitter() {
    receive(1, 0);
    receive(2, 1);
    for (int i = 3; i < 20; i++) {
      assertThat(statistics.receivedUntimed(SSRC, i)).isTrue();
    }
    receive(20, 19);

    assertThat(statistics.packets()).isEqualTo(20);
    assertThat(statistics.lost()).isZero();
    assertThat(statistics.jitter()).isZero();
  }

  @Test
  void packetsThatComeAgainAreToldFromThoseThatComeLate() {
    for (int number : new int[] {65_534, 65_535, 2, 0, 1, 0, 2, 3, 65_530}) {
      receive(number, 0);
    }

    assertThat(statistics.duplicates()).isEqualTo(2);
    // 0, 1 and one from before the first.
    assertThat(statistics.reordered()).isEqualTo(3);
  }

  @Property
  void duplicatesAreCountedWhateverTheGaps(
      @ForAll @IntRange(max = 65535) int first, @ForAll long seed) {
    ReceiverStatistics tracker = new ReceiverStatistics();
    Random random = new Random(seed);
    int number = first;
    int again = 0;
    for (int i = 0; i < 200; i++) {
      number = number + 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 2);
      tracker.receivedUntimed(SSRC, number & 0xffff);
      if (random.nextInt(4) == 0) {
        again++;
        tracker.receivedUntimed(SSRC, number & 0xffff);
      }
    }

    assertThat(tracker.duplicates()).isEqualTo(again);
    assertThat(tracker.reordered()).isZero();
  }

  @Test
  void aReportHasTheLossOfItsInterval() {
    assertThat(statistics.endInterval()).isZero();
    receive(65_530, 0);
    for (int i = 65_531; i < 65_630; i++) {
      if (i % 4 != 0) {
        receive(i, 0);
      }
    }
    // 100 expected, 25 of them lost.
    assertThat(statistics.extendedHighest()).isEqualTo(65_629);
    assertThat(statistics.lostOfSource()).isEqualTo(25);
    assertThat(statistics.endInterval()).isEqualTo(64);
    assertThat(statistics.endInterval()).as("nothing came since").isZero();

    receive(65_630, 0);
    receive(65_630, 0);
    assertThat(statistics.endInterval()).as("duplicates are no loss").isZero();
    assertThat(statistics.lostOfSource()).isEqualTo(24);
  }

  @Test
  void aNewSourceBeginsItsOwnReport() {
    receive(10, 0);
    receive(20, 0);
    statistics.receivedUntimed(0x9999, 500);

    assertThat(statistics.source()).isEqualTo(0x9999);
    assertThat(statistics.lostOfSource()).isZero();
    assertThat(statistics.endInterval()).isZero();
    assertThat(statistics.extendedHighest()).isEqualTo(500);
    assertThat(statistics.lost()).isEqualTo(9);
  }

  private boolean receive(int sequenceNumber, int slot) {
    return statistics.received(SSRC, sequenceNumber & 0xffff, slot * 160, RATE, slot * FRAME);
  }
}
