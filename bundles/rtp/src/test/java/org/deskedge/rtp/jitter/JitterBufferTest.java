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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JitterBufferTest {

  private static final int SSRC = 7;

  /** Number 0 has this sequence number, so that the tests cross its wrap. */
  private static final int BASE = 65_530;

  private final JitterBuffer buffer = new JitterBuffer();

  @Test
  void aPacketIsKeptWithAllItsReaderNeeds() {
    ByteBuf from = Unpooled.wrappedBuffer(new byte[] {9, 9, 1, 2, 3, 9});
    buffer.put(SSRC, 5, -3, 96, true, from, 2, 3);
    from.setZero(0, 6);

    JitterPacket packet = buffer.first();
    assertThat(packet.timestamp()).isEqualTo(-3);
    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.marker()).isTrue();
    assertThat(packet.length()).isEqualTo(3);
    assertThat(packet.payload()).startsWith(1, 2, 3);
  }

  @Property(tries = 300)
  void packetsComeOutInOrderAcrossTheWrap(@ForAll long seed) {
    JitterBuffer fresh = new JitterBuffer();
    put(fresh, 0);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 1; i < JitterBuffer.SLOTS; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(seed));
    numbers.forEach(number -> put(fresh, number));

    assertThat(drain(fresh)).containsExactlyElementsOf(sorted(numbers));
    assertThat(fresh.waiting()).isZero();
    assertThat(fresh.late() + fresh.duplicates() + fresh.discarded()).isZero();
  }

  @Test
  void whatComesAfterOneSentLaterIsCountedAsReordered() {
    put(buffer, 0);
    put(buffer, 3);
    put(buffer, 1);
    put(buffer, 2);
    put(buffer, 4);

    assertThat(buffer.reordered()).isEqualTo(2);
  }

  @Test
  void theFirstOneWaitingTellsHowManyAreMissingBeforeIt() {
    put(buffer, 0);
    put(buffer, 1);
    put(buffer, 4);
    assertThat(buffer.missing()).isZero();
    buffer.take();
    assertThat(buffer.missing()).isZero();
    buffer.take();
    assertThat(buffer.missing()).isEqualTo(2);
    buffer.take();
    assertThat(buffer.missing()).isZero();
    assertThat(buffer.first()).isNull();
  }

  @Test
  void aDuplicateIsDroppedWhetherTheFirstStillWaitsOrNot() {
    put(buffer, 0);
    put(buffer, 1);
    assertThat(put(buffer, 1)).isEqualTo(Arrival.DUPLICATE);
    buffer.take();
    assertThat(put(buffer, 0)).isEqualTo(Arrival.DUPLICATE);

    assertThat(buffer.duplicates()).isEqualTo(2);
    assertThat(buffer.late()).isZero();
    assertThat(buffer.waiting()).isEqualTo(1);
  }

  @Test
  void aPacketWhoseTurnIsOverIsLateAndOnItsSecondComingADuplicate() {
    put(buffer, 0);
    put(buffer, 2);
    buffer.take();
    buffer.take();

    assertThat(put(buffer, 1)).isEqualTo(Arrival.LATE);
    assertThat(put(buffer, 1)).isEqualTo(Arrival.DUPLICATE);
    assertThat(buffer.late()).isEqualTo(1);
    assertThat(buffer.waiting()).isZero();
  }

  @Test
  void onePacketTooManyPushesOutTheOldest() {
    for (int i = 0; i <= JitterBuffer.SLOTS; i++) {
      assertThat(put(buffer, i).waits()).isTrue();
    }

    assertThat(buffer.waiting()).isEqualTo(JitterBuffer.SLOTS);
    assertThat(buffer.discarded()).isEqualTo(1);
    assertThat(number(buffer.first())).isEqualTo(1);
  }

  @Test
  void aLongLossIsCrossed() {
    put(buffer, 0);
    put(buffer, 1);
    buffer.take();
    put(buffer, 2500);

    assertThat(number(buffer.first())).isEqualTo(2500);
    assertThat(buffer.discarded()).as("number 1 had no room any more").isEqualTo(1);
  }

  @Test
  void anotherSourceStartsAnewAtOnce() {
    put(buffer, 0);
    put(buffer, 1);
    Arrival arrival = buffer.put(SSRC + 1, 40_000, 5, 0, false, Unpooled.EMPTY_BUFFER, 0, 0);

    assertThat(arrival).isEqualTo(Arrival.RESTARTED);
    assertThat(buffer.waiting()).isEqualTo(1);
    assertThat(buffer.first().timestamp()).isEqualTo(5);
    assertThat(buffer.discarded()).isEqualTo(2);
  }

  @Test
  void aLeapOfTheSequenceStartsAnewWhenTheNextPacketConfirmsIt() {
    put(buffer, 0);
    assertThat(put(buffer, 30_000)).isEqualTo(Arrival.UNCONFIRMED);
    assertThat(put(buffer, 1)).as("it was a stray").isEqualTo(Arrival.TAKEN);
    assertThat(put(buffer, 40_000)).isEqualTo(Arrival.UNCONFIRMED);
    assertThat(put(buffer, 40_001)).isEqualTo(Arrival.RESTARTED);

    assertThat(buffer.waiting()).isEqualTo(1);
    assertThat(number(buffer.first())).isEqualTo(40_001);
    assertThat(buffer.discarded()).as("two unconfirmed, two that waited").isEqualTo(4);
  }

  @Test
  void theLongestPayloadIsTakenAndOneByteMoreIsNot() {
    ByteBuf bytes = Unpooled.buffer().writeZero(JitterBuffer.MAX_PAYLOAD + 1);
    Arrival longest = buffer.put(SSRC, 1, 1, 0, false, bytes, 0, JitterBuffer.MAX_PAYLOAD);
    Arrival longer = buffer.put(SSRC, 2, 2, 0, false, bytes, 0, JitterBuffer.MAX_PAYLOAD + 1);

    assertThat(longest.waits()).isTrue();
    assertThat(longer).isEqualTo(Arrival.OVERSIZED);
    assertThat(buffer.waiting()).isEqualTo(1);
    assertThat(buffer.discarded()).isEqualTo(1);
  }

  @Test
  void clearingForgetsWhatWaitsAndKeepsTheCounts() {
    put(buffer, 0);
    put(buffer, 0);
    buffer.clear();

    assertThat(buffer.first()).isNull();
    assertThat(buffer.duplicates()).isEqualTo(1);
    assertThat(put(buffer, 0)).isEqualTo(Arrival.RESTARTED);
  }

  @Property(tries = 500)
  void everyPacketIsAccountedForWhateverItsNumber(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 65_535) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 9) int takeEach) {
    JitterBuffer fresh = new JitterBuffer();
    long taken = 0;
    for (int i = 0; i < numbers.size(); i++) {
      // Every other one near the last, so that some follow each other.
      int number = i % 2 == 0 ? numbers.get(i) : numbers.get(i - 1) + numbers.get(i) % 90;
      put(fresh, number);
      if (i % takeEach == 0 && fresh.first() != null) {
        fresh.take();
        taken++;
      }
      assertThat(fresh.waiting()).isBetween(0, JitterBuffer.SLOTS);
    }
    assertThat(taken + fresh.waiting() + fresh.late() + fresh.duplicates() + fresh.discarded())
        .isEqualTo(numbers.size());
  }

  /** The timestamp holds the number, so that a test can tell the packet. */
  private static Arrival put(JitterBuffer buffer, int number) {
    return buffer.put(
        SSRC, (BASE + number) & 0xffff, number, 0, false, Unpooled.EMPTY_BUFFER, 0, 0);
  }

  private static int number(JitterPacket packet) {
    return packet.timestamp();
  }

  private static List<Integer> drain(JitterBuffer buffer) {
    List<Integer> numbers = new ArrayList<>();
    while (buffer.first() != null) {
      numbers.add(number(buffer.first()));
      buffer.take();
    }
    return numbers;
  }

  private static List<Integer> sorted(List<Integer> numbers) {
    List<Integer> sorted = new ArrayList<>(numbers);
    sorted.add(0);
    Collections.sort(sorted);
    return sorted;
  }
}
