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
package org.deskedge.agent.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.agent.internal.testing.Desktop;
import org.deskedge.agent.internal.testing.FakeEdge;
import org.deskedge.agent.internal.testing.SipMessage;
import org.deskedge.agent.internal.testing.SipPeer;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.RtpWriter;
import org.deskedge.rtp.event.EventPayload;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digits both ways, by INFO and by RTP; softphone and far end are plain sockets. */
class DigitCallTest {

  private static final int VOICE = 0;
  private static final int EVENTS = 97;
  private static final Pattern PORT = Pattern.compile("m=audio (\\d+) ");

  @TempDir Path directory;
  private DatagramSocket rtp;
  private Desktop desktop;
  private FakeEdge edge;
  private SipPeer.Dialog softphone;
  private SipPeer.Dialog far;
  private String parked;
  private int sequence;

  @BeforeEach
  void bind() throws Exception {
    rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    rtp.setSoTimeout(10_000);
  }

  @AfterEach
  void stop() throws Exception {
    desktop.close();
    edge.close();
    rtp.close();
  }

  private static String withEvents(String sdp) {
    return sdp.replace("RTP/AVP 0 8", "RTP/AVP 0 8 97")
        + "a=rtpmap:97 telephone-event/8000\r\na=fmtp:97 0-16\r\n";
  }

  private void talk(boolean rtpEvents, int edgeVersion) throws Exception {
    desktop = new Desktop(directory, rtpEvents);
    edge = new FakeEdge(desktop.socket);
    edge.speak(edgeVersion);
    desktop.agent.start();
    edge.awaitLink();
    String offer = withEvents(Desktop.sdp("127.0.0.1", rtp.getLocalPort(), ""));
    softphone = desktop.softphone.invite(desktop.proxy, desktop.far.uri(), offer);
    EstablishRequest request = edge.receive(EstablishRequest.class);
    edge.send(
        new EstablishConfirm(request.call(), request.transaction(), withEvents(Desktop.EDGE_SDP)));
    far = desktop.far.respond(desktop.far.request("INVITE"), 200, Desktop.FAR_SDP);
    ModificationRequest modification = edge.receive(ModificationRequest.class);
    edge.send(
        new ModificationConfirm(modification.call(), modification.transaction(), Optional.empty()));
    SipMessage answer = desktop.softphone.response("INVITE", 200);
    softphone.ack(answer);
    desktop.far.request("ACK");
    parked = answer.body();
  }

  private void press(int event, int timestamp, boolean marker, boolean end, int duration)
      throws IOException {
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, marker, EVENTS, sequence++, timestamp, 0xcafe);
    EventPayload.write(packet, event, end, 10, duration);
    send(rtp, packet);
  }

  private void send(DatagramSocket from, ByteBuf packet) throws IOException {
    Matcher port = PORT.matcher(parked);
    assertThat(port.find()).isTrue();
    byte[] bytes = new byte[packet.readableBytes()];
    packet.readBytes(bytes);
    from.send(
        new DatagramPacket(
            bytes,
            bytes.length,
            InetAddress.getLoopbackAddress(),
            Integer.parseInt(port.group(1))));
  }

  @Test
  void a_digit_in_info_goes_to_the_edge_and_not_to_the_far_end() throws Exception {
    talk(false, 2);

    softphone.info("dtmf-relay", "Signal=#\r\nDuration=250\r\n");

    desktop.softphone.response("INFO", 200);
    EventNotice notice = edge.receive(EventNotice.class);
    assertThat(notice.event()).isEqualTo(11);
    assertThat(notice.durationMillis()).isEqualTo(250);
    softphone.info("dtmf", "5");
    desktop.softphone.response("INFO", 200);
    assertThat(edge.receive(EventNotice.class).event()).isEqualTo(5);
    assertThat(desktop.far.heardNoRequest()).isTrue();
  }

  @Test
  void a_broken_digit_is_refused_and_the_call_goes_on() throws Exception {
    talk(false, 2);

    softphone.info("dtmf-relay", "Signal=55\r\n");
    desktop.softphone.response("INFO", 400);

    softphone.info("dtmf-relay", "Signal=5\r\n");
    assertThat(edge.receive(EventNotice.class).event()).isEqualTo(5);
  }

  @Test
  void info_that_is_no_digit_goes_to_the_far_end() throws Exception {
    talk(false, 2);

    softphone.info("media_control+xml", "<x/>");

    SipMessage info = desktop.far.request("INFO");
    assertThat(info.body()).isEqualTo("<x/>");
    desktop.far.respond(info, 200, "");
    desktop.softphone.response("INFO", 200);
    assertThat(edge.heardNothing()).isTrue();
  }

  @Test
  void digits_pass_between_the_parties_where_the_edge_does_not_know_them() throws Exception {
    talk(true, 1);
    assertThat(parked).contains("a=inactive").doesNotContain("telephone-event");

    softphone.info("dtmf-relay", "Signal=5\r\n");

    SipMessage info = desktop.far.request("INFO");
    assertThat(info.body()).isEqualTo("Signal=5\r\n");
    desktop.far.respond(info, 200, "");
    desktop.softphone.response("INFO", 200);
    assertThat(edge.heardNothing()).isTrue();
  }

  @Test
  void a_far_end_that_takes_no_events_gets_the_digit_by_info() throws Exception {
    talk(false, 2);
    softphone.info("dtmf", "*");
    EventNotice notice = edge.receive(EventNotice.class);

    edge.send(new EventReject(notice.call(), notice.transaction(), Reason.NO_EVENT, "none"));

    SipMessage info = desktop.far.request("INFO");
    assertThat(info.header("Content-Type")).isEqualTo("application/dtmf-relay");
    assertThat(info.body()).isEqualTo("Signal=*\r\nDuration=160\r\n");
  }

  @Test
  void a_digit_of_the_far_end_goes_to_the_softphone_by_info() throws Exception {
    talk(false, 2);

    edge.send(new EventNotice(1, 0, 15, 90));

    SipMessage info = desktop.softphone.request("INFO");
    assertThat(info.header("Content-Type")).isEqualTo("application/dtmf-relay");
    assertThat(info.body()).isEqualTo("Signal=D\r\nDuration=90\r\n");
    desktop.softphone.respond(info, 200, "");
    far.info("dtmf-relay", "Signal=D\r\n");
    desktop.far.response("INFO", 200);
    assertThat(desktop.softphone.heardNoRequest()).as("not twice").isTrue();
  }

  @Test
  void events_in_the_softphones_rtp_go_to_the_edge_once_each() throws Exception {
    talk(true, 2);
    assertThat(parked)
        .contains("RTP/AVP 0 97\r\n", "a=rtpmap:97 telephone-event/8000", "a=sendrecv");

    ByteBuf voice = Unpooled.buffer();
    RtpWriter.writeHeader(voice, true, VOICE, sequence++, 0, 0xcafe);
    send(rtp, voice.writeZero(160));
    press(9, 160, true, false, 160);
    press(9, 160, false, true, 800);
    press(9, 160, false, true, 800);
    EventNotice nine = edge.receive(EventNotice.class);
    assertThat(nine.event()).isEqualTo(9);
    assertThat(nine.durationMillis()).isEqualTo(100);

    softphone.info("dtmf-relay", "Signal=9\r\nDuration=100\r\n");
    desktop.softphone.response("INFO", 200);
    press(1, 2400, true, true, 1600);

    EventNotice one = edge.receive(EventNotice.class);
    assertThat(one.event()).isEqualTo(1);
    assertThat(one.durationMillis()).isEqualTo(200);
    assertThat(edge.heardNothing()).isTrue();
  }

  @Test
  void strangers_and_garbage_on_the_parked_port_are_ignored() throws Exception {
    talk(true, 2);
    ByteBuf packet = Unpooled.buffer();
    RtpWriter.writeHeader(packet, true, EVENTS, 1, 160, 0xbeef);
    EventPayload.write(packet, 7, true, 10, 800);
    try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      send(stranger, packet);
    }
    send(rtp, Unpooled.wrappedBuffer(new byte[] {1, 2, 3}));
    send(rtp, Unpooled.EMPTY_BUFFER);

    press(5, 160, true, true, 800);

    assertThat(edge.receive(EventNotice.class).event()).isEqualTo(5);
    assertThat(edge.heardNothing()).isTrue();
  }

  @Test
  void a_digit_of_the_far_end_goes_to_the_softphone_by_rtp() throws Exception {
    talk(true, 2);

    edge.send(new EventNotice(1, 0, 3, 100));

    int ends = 0;
    int first = 0;
    for (int i = 0; ends < 3; i++) {
      DatagramPacket datagram = new DatagramPacket(new byte[200], 200);
      rtp.receive(datagram);
      ByteBuf packet = Unpooled.wrappedBuffer(datagram.getData(), 0, datagram.getLength());
      assertThat(RtpHeader.payloadType(packet)).isEqualTo(EVENTS);
      assertThat(RtpHeader.marker(packet)).isEqualTo(i == 0);
      first = i == 0 ? RtpHeader.timestamp(packet) : first;
      assertThat(RtpHeader.timestamp(packet)).isEqualTo(first);
      assertThat(EventPayload.event(packet, RtpHeader.FIXED_LENGTH)).isEqualTo(3);
      if (EventPayload.end(packet, RtpHeader.FIXED_LENGTH)) {
        assertThat(EventPayload.duration(packet, RtpHeader.FIXED_LENGTH)).isEqualTo(800);
        ends++;
      }
    }
    assertThat(desktop.softphone.heardNoRequest()).isTrue();
  }
}
