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

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.rtp.event.EventSender;
import org.deskedge.rtp.sdp.MediaFormat;
import org.deskedge.rtp.sdp.RtpMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RtpSenderTest {

  private static final InetSocketAddress FAR_END = new InetSocketAddress("192.0.2.9", 4000);
  private static final int EVENTS = 101;

  private record Packet(
      boolean marker,
      int payloadType,
      int sequence,
      int timestamp,
      int ssrc,
      int event,
      int length) {}

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final SourceGate farEnd = new SourceGate(false);
  private final LegCounters counters = new LegCounters();
  private final RtpSender sender =
      new RtpSender(farEnd, new PacketGuard(), counters, new SplittableRandom(5));

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void packetsAreNumberedAndTimed() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 8000, Optional.empty());
    voice(3, 160);

    List<Packet> sent = sent();
    assertThat(sent).hasSize(3);
    for (int i = 1; i < 3; i++) {
      assertThat(sent.get(i).sequence()).isEqualTo((sent.get(i - 1).sequence() + 1) & 0xffff);
      assertThat(sent.get(i).timestamp()).isEqualTo(sent.get(i - 1).timestamp() + 160);
      assertThat(sent.get(i).ssrc()).isEqualTo(sender.ssrc());
    }
    assertThat(sender.stream().packets()).isEqualTo(3);
    assertThat(sender.stream().octets()).isEqualTo(3 * 8);
    assertThat(sender.stream().rtpTime()).isEqualTo(sent.get(2).timestamp() + 160);
  }

  @Test
  void anEventTakesThePlaceOfVoiceAndItsEndComesThreeTimes() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 8000, events(8000));
    voice(1, 160);
    assertThat(sender.event(5, 100)).isTrue();
    voice(10, 160);

    List<Packet> sent = sent();
    List<Packet> event = sent.stream().filter(p -> p.payloadType() == EVENTS).toList();
    assertThat(sent).as("one packet each 20 ms, and never both").hasSize(11);
    assertThat(event).hasSize(5 + EventSender.END_PACKETS - 1);
    assertThat(event.stream().map(Packet::marker)).startsWith(true, false, false);
    assertThat(event)
        .allSatisfy(
            packet -> {
              assertThat(packet.event()).isEqualTo(5);
              assertThat(packet.timestamp()).isEqualTo(sent.get(0).timestamp() + 160);
            });
    assertThat(event.stream().map(Packet::length))
        .containsExactly(160, 320, 480, 640, 800, 800, 800);
    assertThat(sent.get(8).timestamp())
        .as("the voice's clock went on")
        .isEqualTo(sent.get(0).timestamp() + 8 * 160);
    assertThat(counters.sent(Optional.empty(), Optional.empty()).dtmfEvents()).isEqualTo(1);
  }

  @Test
  void anEventAtAnotherClockRateKeepsTheClockOfTheVoice() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 48_000, events(8000));
    voice(1, 960);
    sender.event(1, 80);
    voice(4, 960);

    List<Packet> sent = sent();
    List<Packet> event = sent.stream().filter(p -> p.payloadType() == EVENTS).toList();
    assertThat(event.stream().map(Packet::length)).containsExactly(160, 320, 480, 640);
    assertThat(event)
        .allSatisfy(
            packet -> assertThat(packet.timestamp()).isEqualTo(sent.get(0).timestamp() + 960));
  }

  @Test
  void anotherClockRateBeginsAnotherSource() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 8000, Optional.empty());
    voice(2, 160);
    int before = sender.ssrc();
    sender.target(channel, 8000, events(8000));
    assertThat(sender.ssrc()).isEqualTo(before);
    sender.target(channel, 48_000, Optional.empty());

    assertThat(sender.ssrc()).isNotEqualTo(before);
    assertThat(sender.stream().packets()).isZero();
  }

  @Test
  void eventsThatTheFarEndNoLongerTakesAreForgotten() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 8000, events(8000));
    assertThat(sender.takesEvents()).isTrue();
    sender.event(5, 100);
    sender.target(channel, 8000, Optional.empty());
    voice(10, 160);

    assertThat(sender.takesEvents()).isFalse();
    assertThat(sent()).hasSize(10).noneMatch(packet -> packet.payloadType() == EVENTS);
  }

  @Test
  void inALeftOutPacketAnEventIsSentAllTheSame() {
    farEnd.tell(FAR_END, 0);
    sender.target(channel, 8000, events(8000));
    sender.skip(160);
    sender.event(7, 80);
    for (int i = 0; i < 8; i++) {
      sender.skip(160);
    }

    assertThat(sent())
        .hasSize(4 + EventSender.END_PACKETS - 1)
        .allMatch(packet -> packet.event() == 7);
  }

  private static Optional<MediaFormat> events(int clockRate) {
    return Optional.of(
        new MediaFormat(new RtpMap(EVENTS, "telephone-event", clockRate, 1), Optional.empty()));
  }

  private void voice(int packets, int units) {
    for (int i = 0; i < packets; i++) {
      sender.send(false, 0, units, new byte[8], 8);
    }
  }

  private List<Packet> sent() {
    List<Packet> packets = new ArrayList<>();
    for (DatagramPacket next = channel.readOutbound();
        next != null;
        next = channel.readOutbound()) {
      assertThat(next.recipient()).isEqualTo(FAR_END);
      ByteBuf packet = next.content();
      int payload = packet.readerIndex() + RtpHeader.payloadOffset(packet);
      boolean event = RtpHeader.payloadType(packet) == EVENTS;
      packets.add(
          new Packet(
              RtpHeader.marker(packet),
              RtpHeader.payloadType(packet),
              RtpHeader.sequenceNumber(packet),
              RtpHeader.timestamp(packet),
              RtpHeader.ssrc(packet),
              event ? EventPayload.event(packet, payload) : -1,
              event ? EventPayload.duration(packet, payload) : RtpHeader.payloadLength(packet)));
      next.release();
    }
    return packets;
  }
}
