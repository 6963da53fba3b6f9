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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.junit.jupiter.api.Test;

class EventSenderTest {

  private static final int CLOCK_RATE = 8000;
  private static final int FRAME = 160;

  private final EventSender sender = new EventSender(CLOCK_RATE);

  /** One turn: what is sent for the frame, or "voice". */
  private static String turn(EventSender sender, int timestamp, int frame) {
    if (!sender.next(timestamp, frame)) {
      return "voice";
    }
    ByteBuf out = Unpooled.buffer();
    sender.write(out);
    assertThat(out.readableBytes()).isEqualTo(EventPayload.LENGTH);
    return (sender.marker() ? "M " : "")
        + sender.timestamp()
        + ": "
        + EventPayload.event(out, 0)
        + (EventPayload.end(out, 0) ? " E " : " ")
        + EventPayload.duration(out, 0);
  }

  private List<String> turns(int timestamp, int count) {
    List<String> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(turn(sender, timestamp + i * FRAME, FRAME));
    }
    return turns;
  }

  /** RTP packets of events, 100 ms each, as they would go out in place of voice. */
  static List<ByteBuf> packets(
      int clockRate, int frame, int timestamp, int sequence, int... events) {
    EventSender sender = new EventSender(clockRate);
    for (int event : events) {
      assertThat(sender.offer(event, 100)).isTrue();
    }
    List<ByteBuf> packets = new ArrayList<>();
    for (int i = 0; sender.isBusy(); i++) {
      if (sender.next(timestamp + i * frame, frame)) {
        ByteBuf packet = Unpooled.buffer();
        RtpWriter.writeHeader(
            packet, sender.marker(), 101, sequence + i, sender.timestamp(), 0xcafe);
        sender.write(packet);
        packets.add(packet);
      }
    }
    return packets;
  }

  @Test
  void anEventTakesThePlaceOfVoiceFromItsStartToItsThirdEnd() {
    assertThat(turns(1000, 2)).containsExactly("voice", "voice");
    sender.offer(5, 100);

    assertThat(turns(1320, 9))
        .containsExactly(
            "M 1320: 5 160",
            "1320: 5 320",
            "1320: 5 480",
            "1320: 5 640",
            "1320: 5 E 800",
            "1320: 5 E 800",
            "1320: 5 E 800",
            "voice",
            "voice");
    assertThat(sender.sent()).isEqualTo(1);
    assertThat(sender.isBusy()).isFalse();
  }

  @Test
  void aDurationThatIsNoWholeNumberOfFramesIsKept() {
    sender.offer(5, 90);

    assertThat(turns(0, 5)).endsWith("0: 5 640", "0: 5 E 720");
  }

  @Test
  void theNextEventBeginsAfterThePause() {
    sender.offer(1, 80);
    sender.offer(1, 80);

    List<String> turns = turns(0, 14);

    // ends at 640, so not before 640 + 480
    assertThat(turns.subList(3, 8))
        .containsExactly("0: 1 E 640", "0: 1 E 640", "0: 1 E 640", "voice", "M 1120: 1 160");
    assertThat(turns).filteredOn(t -> t.startsWith("M")).hasSize(2);
  }

  @Test
  void anEventTooShortToBeHeardIsLengthened() {
    sender.offer(1, 1);

    assertThat(turns(0, 4)).endsWith("0: 1 E 640");
  }

  @Test
  void anEventLongerThanTheFieldGoesOnInSegments() {
    sender.offer(1, EventSender.MAX_MILLIS + 1);

    List<String> turns = turns(0, 505);

    // 80,000 units: the 410th frame ends at 65,600
    assertThat(turns.get(408)).isEqualTo("0: 1 65440");
    assertThat(turns.get(409)).isEqualTo("0: 1 65535");
    assertThat(turns.get(410)).isEqualTo("65535: 1 225");
    assertThat(turns.get(499)).isEqualTo("65535: 1 E 14465");
    assertThat(turns.get(501)).isEqualTo("65535: 1 E 14465");
    assertThat(turns.get(502)).isEqualTo("voice");
    assertThat(turns).filteredOn(t -> t.startsWith("M")).hasSize(1);
  }

  @Test
  void whatFindsTheQueueFullIsRefused() {
    for (int i = 0; i < EventSender.MAX_WAITING; i++) {
      assertThat(sender.offer(i % 10, 80)).isTrue();
    }
    assertThat(sender.offer(9, 80)).isFalse();
    assertThat(sender.refused()).isEqualTo(1);

    sender.next(0, FRAME);
    assertThat(sender.offer(9, 80)).isTrue();
  }

  @Test
  void whatIsClearedIsNotSent() {
    sender.offer(1, 80);
    sender.offer(2, 80);
    sender.next(0, FRAME);

    sender.clear();

    assertThat(turns(160, 20)).containsOnly("voice");
    sender.offer(3, 80);
    assertThat(turns(3360, 1)).containsExactly("M 3360: 3 160");
  }

  @Test
  void whatIsNoEventIsRefused() {
    assertThatThrownBy(() -> sender.offer(256, 80)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EventSender(100)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * What it sends, the receiver hears once and as long as it was, at any clock and packet length.
   */
  @Property
  void theReceiverHearsEachEventOnceAndAsLongAsItWas(
      @ForAll @IntRange(max = 3) int clock,
      @ForAll @IntRange(min = 1, max = 6) int tenMillis,
      @ForAll int timestamp,
      @ForAll @IntRange(max = 16) int event,
      @ForAll @IntRange(min = 80, max = 10_000) int millis) {
    int clockRate = new int[] {8000, 16_000, 44_100, 48_000}[clock];
    int frame = clockRate / 100 * tenMillis;
    EventSender from = new EventSender(clockRate);
    List<String> heard = new ArrayList<>();
    EventReceiver to = EventReceiverTest.receiver(clockRate, heard);
    from.offer(event, millis);
    from.offer(event, 100);

    for (int i = 0; from.isBusy(); i++) {
      if (from.next(timestamp + i * frame, frame)) {
        ByteBuf packet = Unpooled.buffer();
        RtpWriter.writeHeader(packet, from.marker(), 101, i, from.timestamp(), 1);
        from.write(packet);
        assertThat(RtpHeader.payloadLength(packet)).isEqualTo(EventPayload.LENGTH);
        to.received(packet, i);
      }
    }

    assertThat(heard)
        .containsExactly(
            "start " + event,
            "end " + event + " " + millis,
            "start " + event,
            "end " + event + " 100");
  }
}
