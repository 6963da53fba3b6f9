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
import io.netty.buffer.Unpooled;
import io.netty.util.NetUtil;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RefusedPackets;
import org.deskedge.audio.G711;
import org.deskedge.mediarelay.internal.playout.FarEndVoice;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.event.EventListener;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.rtp.jitter.JitterBuffer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class RtpReceiverTest {

  private static final InetSocketAddress FAR_END = at(4000);
  private static final InetSocketAddress STRANGER = at(4002);

  private final List<String> lines = new ArrayList<>();
  private final LegCounters counters = new LegCounters();
  private final FarEndVoice voice = new FarEndVoice(G711.SAMPLE_RATE, PlayoutSettings.DEFAULT);
  private final SourceGate gate = new SourceGate(false);
  private final List<Integer> events = new ArrayList<>();
  private final RtpReceiver receiver = receiver(gate, counters);

  @Test
  void packetsBeforeTheSessionDescriptionAreRefused() {
    receiver.received(FAR_END, packet(1, 0, 160), 0);

    assertThat(refused().total()).isEqualTo(1);
    assertThat(received().packets()).isZero();
    assertThat(lines)
        .containsExactly(
            "info s-1 RTP: dropping packets from 192.0.2.9:4000: no session description came yet");
  }

  @Test
  void strangersAreRefusedWithOneLineACall() {
    expectFarEnd();
    for (int i = 0; i < 5; i++) {
      receiver.received(STRANGER, packet(i, 0, 160), 0);
    }

    assertThat(refused().total()).isEqualTo(5);
    assertThat(received().packets()).isZero();
    assertThat(lines)
        .containsExactly(
            "warn s-1 RTP: dropping packets from 192.0.2.9:4002: the session description says"
                + " 192.0.2.9:4000");
  }

  @Test
  void malformedPacketsAreCountedAndToldOfEveryTenSeconds() {
    expectFarEnd();
    for (int second = 0; second <= LegLog.MALFORMED_SECONDS; second++) {
      receiver.received(FAR_END, Unpooled.wrappedBuffer(new byte[5]), seconds(second));
    }

    assertThat(refused().total()).isEqualTo(11);
    assertThat(lines)
        .containsExactly(
            "warn s-1 RTP: dropped 1 malformed packets of 192.0.2.9:4000: shorter than an RTP"
                + " header",
            "warn s-1 RTP: dropped 10 malformed packets of 192.0.2.9:4000: shorter than an RTP"
                + " header");
  }

  @Test
  void everyPrefixOfAPacketIsRefusedOrTaken() {
    expectFarEnd();
    receiver.playing(true);
    for (int length = 0; length <= 172; length++) {
      receiver.received(FAR_END, packet(length, 0, 160).slice(0, length), 0);
    }

    assertThat(refused().total()).as("no whole header, or no payload").isEqualTo(13);
    assertThat(received().packets()).isEqualTo(160);
  }

  @Test
  void payloadTypesThatWereNotAgreedAreRefusedWithOneLine() {
    expectFarEnd();
    receiver.received(FAR_END, packet(1, 101, 4), 0);
    receiver.received(FAR_END, packet(2, 101, 4), 0);

    assertThat(refused().total()).isEqualTo(2);
    assertThat(lines)
        .containsExactly(
            "warn s-1 RTP: dropping packets of 192.0.2.9:4000: payload type 101 was not agreed");
  }

  @Test
  void packetsLongerThanTheBufferTakesAreRefused() {
    expectFarEnd();
    receiver.playing(true);
    receiver.received(FAR_END, packet(1, 0, JitterBuffer.MAX_PAYLOAD), 0);
    receiver.received(FAR_END, packet(2, 0, JitterBuffer.MAX_PAYLOAD + 1), 0);

    assertThat(received().packets()).isEqualTo(1);
    assertThat(refused().total()).isEqualTo(1);
    assertThat(lines).singleElement().asString().contains("more than 1500 bytes");
  }

  @Test
  void aCodecAgreedAnewReplacesTheOldOne() {
    expectFarEnd();
    receiver.expect(new PayloadTypes(Map.of(8, G711.PCMA), Map.of(), Map.of()));
    receiver.received(FAR_END, packet(1, 0, 160), 0);
    receiver.received(FAR_END, packet(2, 8, 160), 0);

    assertThat(refused().total()).isEqualTo(1);
    assertThat(received().packets()).isEqualTo(1);
  }

  @Test
  void lossAndJitterArePublished() {
    expectFarEnd();
    assertThat(received().jitterMillis()).isEmpty();
    receiver.received(FAR_END, packet(1, 0, 160), 0);
    receiver.received(FAR_END, packet(4, 0, 160), TimeUnit.MILLISECONDS.toNanos(76));

    assertThat(received().lost()).isEqualTo(2);
    // 16 ms later than its timestamp says; a sixteenth of it enters the estimate.
    assertThat(received().jitterMillis()).hasValue(1.0);
  }

  @Test
  void whatComesWhileNotPlayingIsCountedAndNotKept() {
    expectFarEnd();
    receiver.received(FAR_END, packet(1, 0, 160), 0);
    receiver.playing(true);
    short[] frame = new short[160];
    for (int i = 0; i < 5; i++) {
      voice.read(frame, i);
      assertThat(frame).containsOnly(0);
    }

    assertThat(received().packets()).isEqualTo(1);
  }

  @Property
  void randomBytesAreRefusedOrTaken(@ForAll @Size(max = 100) byte[] random) {
    SourceGate freshGate = new SourceGate(true);
    RtpReceiver fresh = receiver(freshGate, new LegCounters());
    freshGate.tell(FAR_END, 0);
    fresh.expect(new PayloadTypes(Map.of(0, G711.PCMU), Map.of(13, 8000), Map.of(101, 8000)));
    fresh.playing(true);
    fresh.received(FAR_END, Unpooled.wrappedBuffer(random), 0);
    if (random.length > 1) {
      random[0] = (byte) (0x80 | (random[0] & 0x3f));
      random[1] = 0;
      fresh.received(FAR_END, Unpooled.wrappedBuffer(random), 0);
    }
  }

  @Test
  void aTelephoneEventIsToldOnceAndLeavesTheJitterAlone() {
    gate.tell(FAR_END, 0);
    receiver.expect(new PayloadTypes(Map.of(0, G711.PCMU), Map.of(), Map.of(101, 8000)));
    receiver.received(FAR_END, packet(1, 0, 160), 0);
    for (int i = 0; i < 5; i++) {
      ByteBuf packet = Unpooled.buffer();
      RtpWriter.writeHeader(packet, i == 0, 101, 2 + i, 320, 1);
      EventPayload.write(packet, 7, i > 2, 10, 160 * (i + 1));
      receiver.received(FAR_END, packet, TimeUnit.MILLISECONDS.toNanos(20L * (i + 1)));
    }
    receiver.received(FAR_END, packet(7, 0, 160), TimeUnit.MILLISECONDS.toNanos(120));

    assertThat(events).containsExactly(7);
    assertThat(received().packets()).isEqualTo(7);
    assertThat(received().lost()).isZero();
    assertThat(received().jitterMillis()).hasValue(0.0);
    assertThat(received().codec()).contains("PCMU");
  }

  @Test
  void byRuleTheFirstSoundPacketSaysWhereTheFarEndIs() {
    SourceGate open = new SourceGate(true);
    RtpReceiver latching = receiver(open, counters);
    open.tell(FAR_END, 0);
    latching.expect(new PayloadTypes(Map.of(0, G711.PCMU), Map.of(), Map.of()));
    latching.received(STRANGER, Unpooled.wrappedBuffer(new byte[5]), 1);
    assertThat(open.remote()).as("noise takes nothing").isEqualTo(FAR_END);
    latching.received(STRANGER, packet(1, 0, 160), 2);

    assertThat(open.remote()).isEqualTo(STRANGER);
    latching.received(FAR_END, packet(2, 0, 160), 3);
    assertThat(received().packets()).isEqualTo(1);
    assertThat(refused().strangers()).isEqualTo(1);
  }

  private RtpReceiver receiver(SourceGate farEnd, LegCounters figures) {
    EventListener listener =
        new EventListener() {
          @Override
          public void started(int event) {
            events.add(event);
          }

          @Override
          public void ended(int event, long durationMillis) {}
        };
    return new RtpReceiver(
        farEnd,
        new PacketGuard(),
        voice,
        new LegLosses(),
        listener,
        figures,
        new LegLog("s-1 RTP", recordingInto(lines)));
  }

  private ReceivedStatistics received() {
    return counters.received(voice.figures());
  }

  private RefusedPackets refused() {
    return received().refused();
  }

  private void expectFarEnd() {
    gate.tell(FAR_END, 0);
    receiver.expect(new PayloadTypes(Map.of(0, G711.PCMU), Map.of(), Map.of()));
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString("192.0.2.9"), port);
  }

  private static long seconds(int seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  private static ByteBuf packet(int number, int payloadType, int length) {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, false, payloadType, number, number * 160, 1);
    return packet.writeZero(length);
  }

  private static Logger recordingInto(List<String> lines) {
    return (Logger)
        Proxy.newProxyInstance(
            Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              Object[] values =
                  arguments.length == 2 && arguments[1] instanceof Object[] array
                      ? array
                      : java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
              lines.add(
                  method.getName()
                      + " "
                      + MessageFormatter.arrayFormat((String) arguments[0], values).getMessage());
              return null;
            });
  }
}
