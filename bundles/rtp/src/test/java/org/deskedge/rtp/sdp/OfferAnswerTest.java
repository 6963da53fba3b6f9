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
package org.deskedge.rtp.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.deskedge.rtp.srtp.SrtpMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferAnswerTest extends SdpArbitraries {

  private static final LocalCodec PCMU = codec("PCMU", 8000, 20);
  private static final LocalCodec PCMA = codec("PCMA", 8000, 20);
  private static final MediaPolicy POLICY =
      new MediaPolicy(List.of(PCMU, PCMA), 20, SrtpMode.FORBIDDEN, List.of());
  private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\n";
  private static final String FAR_END = HEAD + "c=IN IP4 192.0.2.9\r\nt=0 0\r\n";

  private final OfferAnswer edge = edge("192.0.2.1");

  @Test
  void theOfferNamesEveryCodecOnTheReservedPort() {
    assertThat(SdpWriter.write(edge.offer()))
        .isEqualTo(
            """
            v=0
            o=- 3000 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 20000 RTP/AVP 0 8 101 13
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=rtpmap:13 CN/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=rtcp-mux
            a=rtcp-xr:rcvr-rtt=all voip-metrics
            a=sendrecv
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theVersionGoesUpWithEveryChangeAndOnlyThen() throws SdpException {
    assertThat(edge.offer().origin().version()).isEqualTo("1");
    assertThat(edge.offer().origin().version()).isEqualTo("1");
    SessionDescription offer = parse(FAR_END + "m=audio 4000 RTP/AVP 8\r\n");
    assertThat(edge.answer(offer).description().origin().version()).isEqualTo("2");
    assertThat(edge.answer(offer).description().origin().version()).isEqualTo("2");
  }

  @Test
  void theAnswerTakesTheCodecThisSideWantsMost() throws SdpException {
    OfferAnswer.Answer answer =
        edge.answer(parse(FAR_END + "m=audio 4000 RTP/AVP 9 18 8 0\r\na=rtpmap:18 G729/8000"));

    assertThat(answer.stream())
        .isEqualTo(
            new AgreedStream(
                address("192.0.2.1", 20000),
                address("192.0.2.9", 4000),
                address("192.0.2.9", 4001),
                false,
                new SendingFormats(format(RtpMap.PCMU), Optional.empty(), Optional.empty()),
                List.of(format(RtpMap.PCMU)),
                20,
                StreamDirection.SENDRECV,
                Optional.empty(),
                false));
    assertThat(SdpWriter.write(answer.description()))
        .endsWith(
            "m=audio 20000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=ptime:20\r\na=sendrecv\r\n");
  }

  @Test
  void extendedReportsAreAnsweredWhereTheyAreOffered() throws SdpException {
    OfferAnswer.Answer answer =
        edge.answer(
            parse(FAR_END + "m=audio 4000 RTP/AVP 0\r\na=rtcp-xr:pkt-loss-rle voip-metrics\r\n"));

    assertThat(answer.stream().voipMetrics()).isTrue();
    assertThat(SdpWriter.write(answer.description()))
        .contains("a=rtcp-xr:rcvr-rtt=all voip-metrics\r\n");
    assertThat(
            edge
                .answer(parse(FAR_END + "m=audio 4000 RTP/AVP 0\r\na=rtcp-xr:pkt-loss-rle\r\n"))
                .stream()
                .voipMetrics())
        .isFalse();
  }

  @Test
  void aCodecUnderADynamicPayloadTypeKeepsIt() throws SdpException {
    OfferAnswer.Answer answer =
        edge.answer(
            parse(
                FAR_END
                    + "m=audio 4000 RTP/AVP 0 97\r\na=rtpmap:0 X/8000\r\n"
                    + "a=rtpmap:97 pcmu/8000\r\n"));

    assertThat(answer.stream().sending().speech().payloadType()).isEqualTo(97);
    assertThat(answer.description().media().get(0).formats()).containsExactly("97");
  }

  @Test
  void otherStreamsAreRefusedWithPortZeroInTheirPlaces() throws SdpException {
    OfferAnswer.Answer answer =
        edge.answer(
            parse(
                FAR_END
                    + "m=video 4100 RTP/AVP 99\r\n"
                    + "m=audio 4200 RTP/SAVP 0\r\n"
                    + "m=audio 4000 RTP/AVP 0\r\n"
                    + "m=audio 4000 RTP/AVP 0\r\n"));

    assertThat(answer.description().media())
        .extracting(MediaDescription::type, MediaDescription::protocol, MediaDescription::port)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("video", "RTP/AVP", 0),
            org.assertj.core.groups.Tuple.tuple("audio", "RTP/SAVP", 0),
            org.assertj.core.groups.Tuple.tuple("audio", "RTP/AVP", 20000),
            org.assertj.core.groups.Tuple.tuple("audio", "RTP/AVP", 0));
    assertThat(edge.offer().media())
        .extracting(MediaDescription::port)
        .containsExactly(0, 0, 20000, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "sendrecv,SENDRECV",
    "sendonly,RECVONLY",
    "recvonly,SENDONLY",
    "inactive,INACTIVE",
  })
  void theDirectionIsAnsweredFromThisSide(String offered, StreamDirection answered)
      throws SdpException {
    OfferAnswer.Answer answer =
        edge.answer(parse(FAR_END + "m=audio 4000 RTP/AVP 0\r\na=" + offered));

    assertThat(answer.stream().direction()).isEqualTo(answered);
    assertThat(answer.description().media().get(0).direction()).isEqualTo(answered);
  }

  @Test
  void nothingIsSentToAStreamHeldInTheOldWay() throws SdpException {
    SessionDescription offer = parse(HEAD + "c=IN IP4 0.0.0.0\r\nm=audio 4000 RTP/AVP 0\r\n");

    assertThat(edge.answer(offer).stream().direction()).isEqualTo(StreamDirection.RECVONLY);
  }

  @Test
  void anAnswerSaysWhatToSendAndWhatMayCome() throws SdpException {
    edge.offer();

    AgreedStream stream =
        edge.accept(parse(FAR_END + "m=audio 4000 RTP/AVP 8 0 101\r\na=rtpmap:8 PCMA/8000\r\n"));

    assertThat(stream.sending().speech()).isEqualTo(format(RtpMap.PCMA));
    assertThat(stream.receiving()).containsExactly(format(RtpMap.PCMU), format(RtpMap.PCMA));
    assertThat(stream.remote()).isEqualTo(address("192.0.2.9", 4000));
    assertThat(stream.direction()).isEqualTo(StreamDirection.SENDRECV);
  }

  @Test
  void offerAndAnswerOfTwoSidesAgree() throws SdpException {
    OfferAnswer farEnd =
        new OfferAnswer(LocalAddresses.of(address("2001:db8::9", 4000)), POLICY, 1);
    OfferAnswer near = edge("2001:db8::1");

    OfferAnswer.Answer answer = farEnd.answer(parse(SdpWriter.write(near.offer())));
    AgreedStream stream = near.accept(parse(SdpWriter.write(answer.description())));

    assertThat(stream.remote()).isEqualTo(address("2001:db8::9", 4000));
    assertThat(answer.stream().remote()).isEqualTo(address("2001:db8::1", 20000));
    assertThat(stream.sending()).isEqualTo(answer.stream().sending());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m=video 4000 RTP/AVP 0|no usable audio: 'video' is not audio",
        "m=audio 0 RTP/AVP 0|no usable audio: audio is refused (port 0)",
        "m=audio 4000 UDP/TLS/RTP/SAVPF 0|no usable audio: protocol is 'UDP/TLS/RTP/SAVPF', known"
            + " are RTP/AVP RTP/AVPF RTP/SAVP RTP/SAVPF",
        "m=audio 4000 RTP/AVP 9 18|no usable audio: no common codec: formats are '9 18', known are"
            + " PCMU PCMA",
        "m=audio 4000 RTP/AVP 0;c=IN IP4 224.0.0.9|no usable audio: 224.0.0.9 is not the address"
            + " of one host",
        "m=audio 4000 RTP/AVP 0;c=IN IP4 255.255.255.255|no usable audio: 255.255.255.255 is not"
            + " the address of one host",
        "m=audio 4000 RTP/AVP 0;c=IN IP6 2001:db8::9|no usable audio: 2001:db8:0:0:0:0:0:9 cannot"
            + " be reached from an IP4 address",
      })
  void whyAStreamCannotBeUsedIsSaid(String lines, String message) throws SdpException {
    SessionDescription description = parse(FAR_END + lines.replace(";", "\r\n"));
    edge.offer();

    assertThatThrownBy(() -> edge.answer(description))
        .isInstanceOf(SdpException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> edge.accept(description))
        .isInstanceOf(SdpException.class)
        .hasMessage(message);
  }

  @Test
  void aDescriptionWithoutStreamsOrAddressCannotBeUsed() throws SdpException {
    edge.offer();

    assertThatThrownBy(() -> edge.answer(parse(FAR_END)))
        .hasMessage("no usable audio: no stream is offered (m= line)");
    assertThatThrownBy(() -> edge.accept(parse(FAR_END)))
        .hasMessage("no usable audio: the answer has no stream 1");
    assertThatThrownBy(() -> edge.answer(parse(HEAD + "m=audio 4000 RTP/AVP 0\r\n")))
        .hasMessage("no usable audio: there is no address (c= line)");
  }

  @Test
  void theReasonsOfManyStreamsAreBounded() throws SdpException {
    SessionDescription offer = parse(FAR_END + "m=video 4000 RTP/AVP 99\r\n".repeat(30));

    assertThatThrownBy(() -> edge.answer(offer))
        .message()
        .satisfies(message -> assertThat(message.split("; ")).hasSize(4));
  }

  @Test
  void anAnswerWithoutAnOfferIsRefused() throws SdpException {
    SessionDescription answer = parse(FAR_END + "m=audio 4000 RTP/AVP 0\r\n");

    assertThatThrownBy(() -> edge.accept(answer))
        .isInstanceOf(SdpException.class)
        .hasMessage("no usable audio: nothing was offered that this could answer");
  }

  @Property
  void everyAnswerHasAsManyStreamsAsTheOffer(@ForAll("descriptions") SessionDescription offer) {
    OfferAnswer side = edge("192.0.2.1");
    try {
      OfferAnswer.Answer answer = side.answer(offer);
      assertThat(answer.description().media()).hasSameSizeAs(offer.media());
      assertThat(answer.description().media().stream().filter(m -> m.port() != 0)).hasSize(1);
    } catch (SdpException e) {
      assertThat(e).hasMessageStartingWith("no usable audio: ");
    }
  }

  private static SessionDescription parse(String text) throws SdpException {
    return SdpParser.parse(text);
  }

  private static OfferAnswer edge(String address) {
    return new OfferAnswer(LocalAddresses.of(address(address, 20000)), POLICY, 3000);
  }

  private static LocalCodec codec(String name, int clockRate, int frameMillis) {
    return new LocalCodec(name, clockRate, 1, Optional.empty(), frameMillis);
  }

  private static MediaFormat format(RtpMap map) {
    return new MediaFormat(map, Optional.empty());
  }

  private static InetSocketAddress address(String address, int port) {
    return new InetSocketAddress(ip(address), port);
  }
}
