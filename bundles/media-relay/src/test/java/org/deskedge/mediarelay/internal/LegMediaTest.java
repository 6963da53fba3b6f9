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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.NetUtil;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaException;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.TelephoneEvent;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.rtp.rtcp.ReceiverReport;
import org.deskedge.rtp.rtcp.ReceptionReport;
import org.deskedge.rtp.rtcp.RtcpDecoder;
import org.deskedge.rtp.rtcp.RtcpEncoder;
import org.deskedge.rtp.rtcp.RtcpPacket;
import org.deskedge.rtp.rtcp.SenderReport;
import org.deskedge.rtp.rtcp.SourceDescription;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.LocalAddresses;
import org.deskedge.rtp.sdp.LocalCodec;
import org.deskedge.rtp.sdp.MediaPolicy;
import org.deskedge.rtp.sdp.OfferAnswer;
import org.deskedge.rtp.sdp.SdpParser;
import org.deskedge.rtp.sdp.SdpWriter;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpResult;
import org.deskedge.rtp.srtp.SrtpSession;
import org.deskedge.rtp.srtp.SrtpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events, reports, protection and address families of one leg, over real sockets. */
class LegMediaTest {

  private static final int PCMU = 0;
  private static final int EVENTS = 101;
  private static final int SSRC = 0xfeed;
  private static final String EVENTS_ATTRIBUTE = "a=rtpmap:101 telephone-event/8000\r\n";

  @Test
  void telephoneEventsGoBothWays() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      List<TelephoneEvent> heard = new CopyOnWriteArrayList<>();
      fixture.onLoop(
          () -> {
            leg.telephoneEvents(heard::add);
            leg.answer(farEnd.sdp("0 101", EVENTS_ATTRIBUTE));
            leg.direction(MediaDirection.SENDRECV);
            leg.send(new TelephoneEvent(5, 100));
            return null;
          });

      FarEnd.Received first = farEnd.receive();
      while (first.payloadType() != EVENTS) {
        first = farEnd.receive();
      }
      assertThat(first.payload()[0]).isEqualTo((byte) 5);
      assertThat(first.marker()).isTrue();

      for (int i = 0; i < 3; i++) {
        ByteBuf packet = Unpooled.buffer();
        RtpWriter.writeHeader(packet, i == 0, EVENTS, i, 160, SSRC);
        EventPayload.write(packet, EventPayload.POUND, i > 0, 10, 800);
        farEnd.sendRaw(leg.statistics().local(), bytes(packet));
      }
      RelayFixture.await("the event", () -> !heard.isEmpty());

      assertThat(heard).containsExactly(new TelephoneEvent(EventPayload.POUND, 100));
      assertThat(leg.statistics().received().dtmfEvents()).isEqualTo(1);
      assertThat(leg.statistics().sent().dtmfEvents()).isEqualTo(1);
    }
  }

  @Test
  void anEventThatCannotBeSentIsRefusedWithItsReason() throws Exception {
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(() -> leg.answer(farEnd.sdp("0", "")));

      assertThatThrownBy(() -> send(fixture, leg))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("nothing may be sent");
      fixture.onLoop(
          () -> {
            leg.direction(MediaDirection.SENDRECV);
            return null;
          });
      assertThatThrownBy(() -> send(fixture, leg))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("takes no telephone events");
    }
  }

  @Test
  void reportsGoBothWaysAndTellTheRoundTrip() throws Exception {
    Map<String, Object> often = Map.of("rtcp.interval", "500");
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1, often);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      fixture.onLoop(
          () -> {
            leg.answer(farEnd.sdp("0", "a=rtcp-mux\r\na=rtcp-xr:voip-metrics\r\n"));
            leg.direction(MediaDirection.SENDRECV);
            return null;
          });
      InetSocketAddress local = leg.statistics().local();
      farEnd.send(local, PCMU, 0, new byte[160]);
      farEnd.send(local, PCMU, 2, new byte[160]);

      SenderReport report = senderReport(farEnd);
      while (report.reports().isEmpty()) {
        report = senderReport(farEnd);
      }
      assertThat(report.packets()).isPositive();
      assertThat(report.octets()).isEqualTo(160 * report.packets());
      assertThat(report.reports().get(0).source()).isEqualTo(SSRC);
      assertThat(report.reports().get(0).lost()).isEqualTo(1);

      ByteBuf answer = Unpooled.buffer();
      ReceptionReport about =
          new ReceptionReport(report.source(), 64, 7, 100, 80, (int) (report.ntpTime() >>> 16), 0);
      RtcpEncoder.write(
          answer,
          List.of(
              new ReceiverReport(SSRC, List.of(about)), SourceDescription.cname(SSRC, "phone")));
      farEnd.sendRaw(local, bytes(answer));
      RelayFixture.await("the report", () -> leg.statistics().sent().report().isPresent());

      assertThat(leg.statistics().roundTripMillis()).isPresent();
      assertThat(leg.statistics().sent().report().orElseThrow())
          .satisfies(
              heard -> {
                assertThat(heard.fractionLost()).isEqualTo(0.25);
                assertThat(heard.lost()).isEqualTo(7);
                assertThat(heard.jitterMillis()).isEqualTo(10);
              });
      assertThat(leg.statistics().quality().atFarEnd().rFactor()).isPresent();
      farEnd.sendRaw(local, new byte[] {(byte) 0x80, (byte) 200, 0, 9});
      RelayFixture.await("refused", () -> leg.statistics().received().refused().malformed() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void protectedVoiceGoesBothWaysAndNothingElseIsTaken(SrtpSuite suite) throws Exception {
    Map<String, Object> required = Map.of("srtp", "required");
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1, required);
        FarEnd farEnd = new FarEnd()) {
      MediaLeg leg = fixture.reserve();
      OfferAnswer phone = phone(farEnd.port(), suite);
      String offer = SdpWriter.write(phone.offer());
      String answer = fixture.onLoop(() -> leg.answer(offer));
      AgreedStream agreed = phone.accept(SdpParser.parse(answer));
      SrtpSession keys = new SrtpSession(agreed.srtp().orElseThrow());
      fixture.onLoop(
          () -> {
            leg.direction(MediaDirection.SENDRECV);
            return null;
          });

      byte[] packet = new byte[2048];
      byte[] received = farEnd.receiveRaw();
      System.arraycopy(received, 0, packet, 0, received.length);
      assertThat(keys.unprotectRtp(packet, 0, received.length)).isEqualTo(SrtpResult.OK);
      assertThat(keys.length()).isEqualTo(RtpHeader.FIXED_LENGTH + 160);
      assertThat(Arrays.copyOfRange(packet, RtpHeader.FIXED_LENGTH, keys.length()))
          .containsOnly(0xff);

      InetSocketAddress local = leg.statistics().local();
      ByteBuf voice = Unpooled.buffer();
      RtpWriter.writeHeader(voice, true, PCMU, 1, 160, SSRC);
      voice.writeZero(160);
      farEnd.sendRaw(local, bytes(voice));
      System.arraycopy(bytes(voice), 0, packet, 0, voice.readableBytes());
      assertThat(keys.protectRtp(packet, 0, voice.readableBytes())).isEqualTo(SrtpResult.OK);
      byte[] sound = Arrays.copyOf(packet, keys.length());
      farEnd.sendRaw(local, sound);
      farEnd.sendRaw(local, sound);
      RelayFixture.await(
          "the plain one and the replayed one refused",
          () -> leg.statistics().received().refused().unauthenticated() == 2);

      assertThat(leg.statistics().received().packets()).isEqualTo(1);
      assertThat(leg.statistics().srtpSuite()).contains(suite.name());
    }
  }

  @Test
  void aFarEndOfTheOtherFamilyIsServedFromTheOtherAddress() throws Exception {
    Map<String, Object> both = Map.of("rtp.address", "127.0.0.1,::1");
    try (RelayFixture fixture = new RelayFixture(RelayFixture.Transport.EPOLL, 1, both);
        DatagramSocket phone =
            new DatagramSocket(0, NetUtil.createInetAddressFromIpAddressString("::1"))) {
      phone.setSoTimeout(20_000);
      MediaLeg leg = fixture.reserve();
      String sdp =
          "v=0\r\no=- 1 1 IN IP6 ::1\r\ns=-\r\nc=IN IP6 ::1\r\nt=0 0\r\nm=audio %d RTP/AVP 0\r\n"
              .formatted(phone.getLocalPort());
      String answer = fixture.onLoop(() -> leg.answer(sdp));
      fixture.onLoop(
          () -> {
            leg.direction(MediaDirection.SENDRECV);
            return null;
          });

      DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
      phone.receive(datagram);
      assertThat(answer).contains("IN IP6");
      assertThat(datagram.getSocketAddress()).isEqualTo(leg.statistics().local());
      assertThat(fixture.onLoop(leg::offer)).contains("IN IP6");
    }
  }

  private static void send(RelayFixture fixture, MediaLeg leg) throws Exception {
    fixture.onLoop(
        () -> {
          leg.send(new TelephoneEvent(1, 100));
          return null;
        });
  }

  private static OfferAnswer phone(int port, SrtpSuite suite) {
    return new OfferAnswer(
        LocalAddresses.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
        new MediaPolicy(
            List.of(new LocalCodec("PCMU", 8000, 1, Optional.empty(), 10)),
            20,
            SrtpMode.REQUIRED,
            List.of(suite)),
        1);
  }

  private static SenderReport senderReport(FarEnd farEnd) throws Exception {
    while (true) {
      byte[] bytes = farEnd.receiveRaw();
      if (RtcpDecoder.isRtcp(Unpooled.wrappedBuffer(bytes))) {
        for (RtcpPacket packet : RtcpDecoder.decode(Unpooled.wrappedBuffer(bytes))) {
          if (packet instanceof SenderReport report) {
            return report;
          }
        }
      }
    }
  }

  private static byte[] bytes(ByteBuf packet) {
    byte[] bytes = new byte[packet.readableBytes()];
    packet.getBytes(packet.readerIndex(), bytes);
    return bytes;
  }
}
