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
package org.deskedge.mediarelay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlayoutBufferTest {

  private static final int FRAME = PlayoutBuffer.FRAME;
  private static final int SSRC = 7;

  /** Frame number 0 has this timestamp, so that the tests cross the wrap of 32 bits. */
  private static final int BASE = -3 * FRAME;

  private final PlayoutBuffer buffer = new PlayoutBuffer();

  @Test
  void silenceIsReadBeforeAnythingCame() {
    assertThat(read()).isZero();
    assertThat(buffer.concealed()).isZero();
  }

  @Test
  void theFirstPacketWaitsFortyMilliseconds() {
    put(1);

    assertThat(read()).isZero();
    assertThat(read()).isZero();
    assertThat(read()).isEqualTo(1);
    assertThat(buffer.concealed()).isZero();
  }

  @Test
  void packetsArePlayedInTheOrderOfTheirTimestampsAcrossTheWrap() {
    List<Integer> played = new ArrayList<>();
    for (int i = 1; i <= 200; i += 2) {
      put(i + 1);
      put(i);
      played.add(read());
      played.add(read());
    }

    assertThat(played.get(0)).isZero();
    for (int i = 1; i < played.size(); i++) {
      assertThat(played.get(i)).isEqualTo(i);
    }
    assertThat(buffer.late()).isZero();
    assertThat(buffer.concealed()).isZero();
  }

  @Property(tries = 200)
  void packetsWithinTheTargetMayComeInAnyOrder(@ForAll long seed) {
    PlayoutBuffer fresh = new PlayoutBuffer();
    short[] frame = new short[FRAME];
    putInto(fresh, 0);
    List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
    Collections.shuffle(order, new Random(seed));
    order.forEach(i -> putInto(fresh, i));
    fresh.read(frame);
    fresh.read(frame);
    for (int i = 0; i <= 6; i++) {
      fresh.read(frame);
      assertThat(frame).containsOnly((short) i);
    }
    assertThat(fresh.late()).isZero();
  }

  @Test
  void aLostFrameFadesOutAndIsCounted() {
    put(1000);
    put(1002);
    skip(2);
    assertThat(read()).isEqualTo(1000);

    short[] gap = new short[FRAME];
    buffer.read(gap);
    assertThat(gap[0]).isBetween((short) 900, (short) 1000);
    assertThat(gap[20]).isBetween((short) 300, (short) 600);
    assertThat(gap[40]).isZero();
    assertThat(gap[FRAME - 1]).isZero();
    for (int i = 1; i < FRAME; i++) {
      assertThat(gap[i]).isLessThanOrEqualTo(gap[i - 1]);
    }
    assertThat(read()).isEqualTo(1002);
    assertThat(buffer.concealed()).isEqualTo(1);
  }

  @Test
  void aDuplicateIsCountedAndChangesNothing() {
    put(1);
    buffer.put(SSRC, timestamp(1), filled(99, FRAME), FRAME);
    skip(2);

    assertThat(read()).isEqualTo(1);
    assertThat(buffer.late()).isEqualTo(1);
  }

  @Test
  void aPacketAfterItsTimeIsCountedAndNotPlayed() {
    put(1);
    skip(4);
    put(2);

    assertThat(buffer.late()).isEqualTo(1);
    put(3);
    assertThat(read()).isEqualTo(3);
  }

  @Test
  void theRestOfAPacketThatIsPartlyLateIsPlayed() {
    buffer.put(SSRC, 0, filled(1, FRAME), FRAME);
    skip(4);
    buffer.put(SSRC, 100, filled(5, 400), 400);

    short[] frame = new short[FRAME];
    buffer.read(frame);
    assertThat(frame).containsOnly((short) 5);
    assertThat(buffer.late()).isZero();
  }

  @Test
  void packetsThatKeepComingLateMoveThePlaceToPlayFrom() {
    put(1);
    skip(3);
    skip(5);
    // The way became 120 ms longer: packet after packet misses its time.
    for (int i = 2; i < 40; i++) {
      put(i);
      read();
    }

    assertThat(buffer.late()).isEqualTo(2);
    put(40);
    assertThat(read()).isEqualTo(38);
  }

  @Test
  void aLatePacketNowAndThenDoesNotMoveThePlaceToPlayFrom() {
    put(1);
    for (int i = 2; i < 200; i++) {
      if (i % 10 == 0) {
        continue;
      }
      put(i);
      read();
      if (i % 10 == 9) {
        read();
        put(i - 9);
      }
    }

    assertThat(buffer.late()).isEqualTo(20);
  }

  @Test
  void aBurstBeyondTheBoundIsSkippedDownToTheTarget() {
    for (int i = 0; i < 30; i++) {
      put(i);
    }

    int first = read();
    assertThat(first).isBetween(30 - PlayoutBuffer.BOUND / FRAME, 28);
    int last = first;
    while (last != 29) {
      assertThat(read()).isEqualTo(++last);
    }
  }

  @Property(tries = 300)
  void whatWaitsNeverPassesTheBound(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 4) Integer> packetsPerRead) {
    PlayoutBuffer fresh = new PlayoutBuffer();
    short[] frame = new short[FRAME];
    int next = 1;
    int newest = 0;
    for (int packets : packetsPerRead) {
      for (int i = 0; i < packets; i++) {
        newest = next++;
        putInto(fresh, newest);
      }
      fresh.read(frame);
      if (frame[FRAME - 1] > 0) {
        assertThat((newest - frame[FRAME - 1] + 1) * FRAME)
            .isLessThanOrEqualTo(PlayoutBuffer.BOUND);
      }
    }
  }

  @Test
  void aSurplusThatStaysIsShedByOneFrameASecond() {
    for (int i = 0; i < 8; i++) {
      put(i);
    }
    int next = 8;
    int played = -1;
    for (int second = 0; second < 20; second++) {
      for (int i = 0; i < 50; i++) {
        put(next++);
        played = read();
      }
    }

    assertThat(next - 1 - played).as("frames waiting after a read").isEqualTo(2);
    assertThat(buffer.concealed()).isZero();
  }

  @Test
  void aNewSourceStartsAnew() {
    put(1);
    skip(3);
    buffer.put(SSRC + 1, 123_456_789, filled(55, FRAME), FRAME);

    skip(2);
    assertThat(read()).isEqualTo(55);
  }

  @Test
  void aLeapOfTheTimestampStartsAnew() {
    put(1);
    skip(3);
    for (int leap : new int[] {8_200, -90_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      buffer.put(SSRC, timestamp(1) + leap, filled(44, FRAME), FRAME);
      skip(2);
      assertThat(read()).as("leap of %d", leap).isEqualTo(44);
      buffer.put(SSRC, timestamp(1), filled(1, FRAME), FRAME);
    }
  }

  @Test
  void afterALongPauseTheFirstPacketWaitsAgain() {
    put(1);
    skip(60);
    // Its timestamp stood still in the pause, as that of a far end on hold does.
    put(2);

    skip(2);
    assertThat(read()).isEqualTo(2);
    assertThat(buffer.late()).isZero();
  }

  @Test
  void clearingForgetsWhatWaits() {
    put(1);
    buffer.clear();
    skip(2);

    assertThat(read()).isZero();
    assertThat(buffer.concealed()).isZero();
    put(9);
    skip(2);
    assertThat(read()).isEqualTo(9);
  }

  @Property(tries = 300)
  void packetsOfEveryShapeNeverBreakTheBuffer(
      @ForAll @Size(max = 200) List<Integer> timestamps,
      @ForAll @IntRange(min = 1, max = PlayoutBuffer.MAX_PACKET) int length) {
    PlayoutBuffer fresh = new PlayoutBuffer();
    short[] frame = new short[FRAME];
    for (int timestamp : timestamps) {
      fresh.put(SSRC, timestamp, filled(3, length), length);
      fresh.put(SSRC, timestamp + length, filled(3, length), length);
      fresh.read(frame);
    }
    assertThat(fresh.concealed()).isLessThanOrEqualTo(timestamps.size());
  }

  private void put(int frame) {
    putInto(buffer, frame);
  }

  private static void putInto(PlayoutBuffer buffer, int frame) {
    buffer.put(SSRC, timestamp(frame), filled(frame, FRAME), FRAME);
  }

  private static int timestamp(int frame) {
    return BASE + frame * FRAME;
  }

  private static short[] filled(int value, int length) {
    short[] samples = new short[PlayoutBuffer.MAX_PACKET];
    java.util.Arrays.fill(samples, 0, length, (short) value);
    return samples;
  }

  private void skip(int frames) {
    for (int i = 0; i < frames; i++) {
      read();
    }
  }

  /** Returns the last sample of the next frame. */
  private int read() {
    short[] frame = new short[FRAME];
    buffer.read(frame);
    return frame[FRAME - 1];
  }
}
