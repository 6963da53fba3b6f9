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
package org.deskedge.rtp.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.junit.jupiter.api.Test;

class EventReceiverTest {

  private final List<String> heard = new ArrayList<>();
  private final EventReceiver receiver = receiver(8000, heard);
  private long now;

  static EventReceiver receiver(int clockRate, List<String> heard) {
    return new EventReceiver(
        clockRate,
        new EventListener() {
          @Override
          public void started(int event) {
            heard.add("start " + event);
          }

          @Override
          public void ended(int event, long durationMillis) {
            heard.add("end " + event + " " + durationMillis);
          }
        });
  }

  /** One packet: sequence, timestamp, event, E bit and duration. */
  private EventReceiverTest packet(
      int sequence, int timestamp, int event, boolean end, int length) {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, false, 101, sequence, timestamp, 0xcafe);
    EventPayload.write(packet, event, end, 10, length);
    now += TimeUnit.MILLISECONDS.toNanos(20);
    assertThat(receiver.received(packet, now)).isTrue();
    return this;
  }

  /**
   * Somebody dials 911, as in the example of RFC 2833 section 3.7, and still holds the last key:
   * digits at timestamps 0, 11200 and 19200, an update every 50 ms.
   */
  @Test
  void dialledDigitsAreHeardOneByOne() {
    packet(1, 0, 9, false, 400)
        .packet(2, 0, 9, false, 800)
        .packet(3, 0, 9, false, 1200)
        .packet(4, 0, 9, true, 1600)
        .packet(5, 0, 9, true, 1600)
        .packet(6, 0, 9, true, 1600)
        .packet(7, 11200, 1, false, 400)
        .packet(8, 11200, 1, true, 1760)
        .packet(9, 11200, 1, true, 1760)
        .packet(10, 11200, 1, true, 1760)
        .packet(11, 19200, 1, false, 400)
        .packet(12, 19200, 1, false, 800);

    assertThat(heard).containsExactly("start 9", "end 9 200", "start 1", "end 1 220", "start 1");
    assertThat(receiver.isOn()).isTrue();
  }

  @Test
  void anEventOfWhichOnlyARepeatedEndComesIsHeardWhole() {
    packet(6, 800, 11, true, 1600);

    assertThat(heard).containsExactly("start 11", "end 11 200");
  }

  @Test
  void latePacketsOfAnEventThatIsOverAreIgnored() {
    packet(4, 800, 5, true, 800).packet(2, 800, 5, false, 400).packet(3, 800, 5, false, 600);
    packet(9, 4000, 6, false, 160).packet(5, 800, 5, true, 800);

    assertThat(heard).containsExactly("start 5", "end 5 100", "start 6");
  }

  @Test
  void theNextEventEndsOneWhoseEndsAreAllLost() {
    packet(1, 0, 5, false, 160).packet(2, 0, 5, false, 320).packet(9, 1600, 5, false, 160);

    assertThat(heard).containsExactly("start 5", "end 5 40", "start 5");
  }

  @Test
  void silenceEndsAnEventAndItsLatePacketsDoNotStartItAgain() {
    packet(1, 0, 5, false, 160);
    receiver.elapsed(now + TimeUnit.MILLISECONDS.toNanos(EventReceiver.SILENCE_MILLIS) - 1);
    assertThat(heard).containsExactly("start 5");

    now += TimeUnit.MILLISECONDS.toNanos(EventReceiver.SILENCE_MILLIS);
    receiver.elapsed(now);
    packet(30, 0, 5, true, 4800);

    assertThat(heard).containsExactly("start 5", "end 5 20");
  }

  @Test
  void segmentsOfALongEventAreOne() {
    packet(1, 0, 5, false, 160)
        .packet(2, 0, 5, false, 0xFFFF)
        .packet(3, 0xFFFF, 5, false, 97)
        .packet(4, 0xFFFF, 5, true, 257)
        .packet(5, 0xFFFF, 5, true, 257);

    assertThat(heard).containsExactly("start 5", "end 5 " + (65_535 + 257) / 8);
  }

  @Test
  void aSegmentIsTheSameEventWhenTheLastPacketsOfTheOneBeforeAreLost() {
    packet(1, -100, 5, false, 160)
        .packet(9, -100 + 0xFFFF, 5, false, 97)
        .packet(2, -100, 5, false, 0xFFFF)
        .packet(10, -100 + 0xFFFF, 5, true, 257);

    assertThat(heard).containsExactly("start 5", "end 5 8224");
  }

  @Test
  void aSenderThatUsesATimestampTwiceIsUnderstoodWhenTheDigitsDiffer() {
    packet(1, 0, 5, true, 800).packet(2, 0, 6, true, 800).packet(1, 0, 5, true, 800);

    assertThat(heard).containsExactly("start 5", "end 5 100", "start 6", "end 6 100");
  }

  @Test
  void timestampsAndSequenceNumbersMayWrapRound() {
    packet(65_535, -800, 5, false, 160).packet(0, -800, 5, true, 800).packet(1, 800, 6, true, 800);

    assertThat(heard).containsExactly("start 5", "end 5 100", "start 6", "end 6 100");
  }

  @Test
  void aSourceThatChangesEndsTheEventAndIsHeardAnew() {
    packet(1, 8000, 5, false, 160);
    ByteBuf other = Unpooled.buffer();
    RtpWriter.writeHeader(other, true, 101, 7, 0, 0xbeef);
    EventPayload.write(other, 5, true, 10, 800);
    receiver.received(other, now);

    assertThat(heard).containsExactly("start 5", "end 5 20", "start 5", "end 5 100");
  }

  @Test
  void reportsThatFollowOneAnotherInAPacketAreOneEventEach() {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, true, 101, 1, 0, 1);
    EventPayload.write(packet, 1, true, 10, 400);
    EventPayload.write(packet, 1, true, 10, 480);
    EventPayload.write(packet, 2, false, 10, 80);
    receiver.received(packet, now);
    receiver.received(packet, now);

    assertThat(heard).startsWith("start 1", "end 1 50", "start 1", "end 1 60", "start 2");
    assertThat(heard).hasSize(5);
  }

  @Test
  void durationsAreThoseOfTheClockRate() {
    List<String> wide = new ArrayList<>();
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, true, 101, 1, 0, 1);
    EventPayload.write(packet, 16, true, 0, 4800);
    receiver(48_000, wide).received(packet, 0);

    assertThat(wide).containsExactly("start 16", "end 16 100");
  }

  @Test
  void otherEventsAndPacketsWithoutAReportAreIgnored() {
    packet(1, 0, 32, true, 800);
    ByteBuf shorter =
        Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump("806500020000000000000001050a03"));
    assertThat(RtpHeader.check(shorter)).isEqualTo(RtpFault.NONE);
    assertThat(receiver.received(shorter, now)).isFalse();
    ByteBuf longer = Unpooled.buffer();
    RtpWriter.writeHeader(longer, true, 101, 3, 0, 1);
    for (int i = 0; i <= EventReceiver.MAX_REPORTS; i++) {
      EventPayload.write(longer, 1, true, 10, 400);
    }
    assertThat(receiver.received(longer, now)).isFalse();

    assertThat(heard).isEmpty();
    assertThat(receiver.ignored()).isEqualTo(3);
  }

  @Property
  void anyBytesMakeStartsAndEndsInTurn(@ForAll @Size(max = 20) List<@Size(max = 60) byte[]> all) {
    List<String> starts = new ArrayList<>();
    EventReceiver any = receiver(8000, starts);
    for (byte[] bytes : all) {
      ByteBuf packet = Unpooled.buffer();
      RtpWriter.writeHeader(packet, false, 101, bytes.length, bytes.length * 100, 1);
      packet.writeBytes(bytes);
      any.received(packet, 0);
    }
    any.stop();

    for (int i = 0; i < starts.size(); i++) {
      assertThat(starts.get(i)).startsWith(i % 2 == 0 ? "start" : "end");
    }
    assertThat(starts.size() % 2).isZero();
  }

  /** Three digits as the sender makes them; packets are lost and change places. */
  @Property
  void everyDigitIsHeardOnceWhateverIsLostOrLate(
      @ForAll @Size(30) List<@IntRange(max = 99) Integer> chance,
      @ForAll @IntRange(max = 65_535) int sequence,
      @ForAll int timestamp) {
    List<ByteBuf> packets = EventSenderTest.packets(8000, 160, timestamp, sequence, 1, 1, 2);
    List<ByteBuf> arrived = new ArrayList<>();
    boolean[] any = new boolean[3];
    for (int i = 0; i < packets.size(); i++) {
      int digit = i * 3 / packets.size();
      int roll = chance.get(i % chance.size());
      if (roll < 60) {
        // late behind packets of its own digit only: one behind the next digit is too late
        boolean swapped = roll < 15 && any[digit];
        arrived.add(swapped ? arrived.size() - 1 : arrived.size(), packets.get(i));
        any[digit] = true;
      }
    }
    List<String> events = new ArrayList<>();
    EventReceiver lossy = receiver(8000, events);
    arrived.forEach(packet -> lossy.received(packet, 0));
    lossy.stop();

    List<String> wanted = new ArrayList<>();
    int[] digits = {1, 1, 2};
    for (int i = 0; i < 3; i++) {
      if (any[i]) {
        wanted.add("start " + digits[i]);
      }
    }
    assertThat(events.stream().filter(e -> e.startsWith("start")))
        .containsExactlyElementsOf(wanted);
  }
}
