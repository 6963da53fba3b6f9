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
import org.deskedge.rtp.srtp.SrtpMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codecs, payload types, events, noise, packet times, families, RTCP and hold. */
class CodecAgreementTest {

  private static final String FAR_END =
      "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";
  private static final List<LocalCodec> CODECS =
      List.of(
          new LocalCodec("opus", 48_000, 2, Optional.of("useinbandfec=1"), 20),
          new LocalCodec("G722", 8000, 1, Optional.empty(), 10),
          new LocalCodec("PCMA", 8000, 1, Optional.empty(), 10),
          new LocalCodec("iLBC", 8000, 1, Optional.of("mode=20"), 20),
          new LocalCodec("GSM", 8000, 1, Optional.empty(), 20));

  private final OfferAnswer edge = edge();

  @Test
  void anOfferListsCodecsInTheOrderOfPolicyThenEventsOfEveryClockRateAndNoise() {
    MediaDescription audio = edge.offer().media().get(0);

    assertThat(audio.formats()).containsExactly("96", "9", "8", "97", "3", "101", "98", "13");
    assertThat(audio.meanings())
        .extracting(MediaFormat::encodingName)
        .containsExactly(
            "opus", "G722", "PCMA", "iLBC", "GSM", "telephone-event", "telephone-event", "CN");
    assertThat(audio.meanings().get(5).clockRate()).isEqualTo(8000);
    assertThat(audio.meanings().get(6).clockRate()).isEqualTo(48_000);
    assertThat(audio.parameters())
        .containsEntry("96", "useinbandfec=1")
        .containsEntry("101", "0-15")
        .containsEntry("98", "0-15");
  }

  @Test
  void eventsOfTheCodecsClockRateAreKeptBesideIt() throws SdpException {
    OfferAnswer.Answer answer =
        answer(
            """
            m=audio 4000 RTP/AVP 8 13 111 100 110
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10
            a=rtpmap:100 telephone-event/8000
            a=rtpmap:110 telephone-event/48000
            a=fmtp:110 0-11
            """);

    assertThat(answer.description().media().get(0).formats()).containsExactly("111", "110");
    assertThat(answer.stream().sending().speech())
        .isEqualTo(new MediaFormat(new RtpMap(111, "opus", 48_000, 2), Optional.of("minptime=10")));
    assertThat(answer.stream().sending().events())
        .contains(
            new MediaFormat(new RtpMap(110, "telephone-event", 48_000, 1), Optional.of("0-11")));
    assertThat(answer.stream().sending().noise()).as("Opus has its own").isEmpty();
    assertThat(answer.stream().receiving().get(0).parameters()).contains("useinbandfec=1");
  }

  @Test
  void eventsOfAnotherClockRateAreBetterThanNone() throws SdpException {
    OfferAnswer.Answer answer =
        answer(
            """
            m=audio 4000 RTP/AVP 111 101 13
            a=rtpmap:111 OPUS/48000/2
            a=rtpmap:101 telephone-event/8000
            """);

    assertThat(answer.description().media().get(0).formats()).containsExactly("111", "101");
    assertThat(answer.stream().receiving()).filteredOn(MediaFormat::isEvents).hasSize(1);
    assertThat(answer.stream().receiving()).filteredOn(MediaFormat::isSpeech).hasSize(1);
  }

  @Test
  void noiseIsKeptBesideACodecOfItsClockRate() throws SdpException {
    OfferAnswer.Answer answer = answer("m=audio 4000 RTP/AVP 8 13\r\n");

    assertThat(answer.description().media().get(0).formats()).containsExactly("8", "13");
    assertThat(answer.stream().sending().noise().map(MediaFormat::payloadType)).contains(13);
  }

  @Test
  void payloadTypesStayWithTheirCodecsThroughNewOffers() throws SdpException {
    answer(
        """
        m=audio 4000 RTP/AVP 96 98
        a=rtpmap:96 iLBC/8000
        a=fmtp:96 mode=20
        a=rtpmap:98 telephone-event/8000
        """);
    List<MediaFormat> offered = edge.offer().media().get(0).meanings();
    assertThat(offered).extracting(MediaFormat::payloadType).doesNotHaveDuplicates();
    assertThat(offered)
        .filteredOn(format -> format.encodingName().equals("iLBC"))
        .extracting(MediaFormat::payloadType)
        .containsExactly(96);

    OfferAnswer.Answer answer =
        answer("m=audio 4000 RTP/AVP 96 101\r\na=rtpmap:96 opus/48000/2\r\n");
    int own = answer.stream().receiving().get(0).payloadType();
    assertThat(answer.stream().sending().speech().payloadType()).isEqualTo(96);
    assertThat(own).as("96 is iLBC on this side").isNotEqualTo(96);
    assertThat(edge.offer().media().get(0).meanings()).isEqualTo(offered);
  }

  @ParameterizedTest
  @CsvSource({
    "8,,20",
    "8,a=ptime:30,30",
    "8,a=ptime:5,10",
    "8,a=ptime:200,60",
    "8,a=ptime:35,30",
    "8,a=maxptime:10,10",
    "8,a=ptime:40;a=maxptime:30,30",
    "3,a=ptime:30,20",
    "3,a=maxptime:10,20",
    "97,a=ptime:30,30",
    "97,a=ptime:20;a=fmtp:97 mode=20,20",
    "97,a=ptime:40;a=fmtp:97 mode=30,30",
  })
  void thePacketTimeIsTheOtherSidesInWholeFrames(String format, String lines, int millis)
      throws SdpException {
    String attributes = lines == null ? "" : lines.replace(";", "\r\n");
    OfferAnswer.Answer answer =
        answer("m=audio 4000 RTP/AVP " + format + "\r\na=rtpmap:97 iLBC/8000\r\n" + attributes);

    assertThat(answer.stream().ptime()).isEqualTo(millis);
    assertThat(answer.description().media().get(0).ptime()).hasValue(millis);
  }

  @ParameterizedTest
  @CsvSource({"mode=20,mode=20", "mode=30,mode=30", ",mode=30"})
  void iLbcHasShortFramesOnlyWhereBothSidesSaySo(String theirs, String ours) throws SdpException {
    String fmtp = theirs == null ? "" : "a=fmtp:97 " + theirs;
    OfferAnswer.Answer answer =
        answer("m=audio 4000 RTP/AVP 97\r\na=rtpmap:97 iLBC/8000\r\n" + fmtp);

    assertThat(answer.description().media().get(0).parameters()).containsEntry("97", ours);
  }

  @Test
  void anOfferOfTheOtherFamilyIsAnsweredFromTheAddressOfThatFamily() throws SdpException {
    LocalAddresses both =
        new LocalAddresses(
            address("192.0.2.1", 20_000), Optional.of(address("2001:db8::1", 20_000)));
    OfferAnswer side = new OfferAnswer(both, policy(), 1);

    OfferAnswer.Answer answer =
        side.answer(
            SdpParser.parse(FAR_END + "m=audio 4000 RTP/AVP 8\r\nc=IN IP6 2001:db8::9\r\n"));

    assertThat(answer.stream().local()).isEqualTo(address("2001:db8::1", 20_000));
    assertThat(answer.description().connection()).contains(SdpArbitraries.ip("2001:db8::1"));
    assertThat(answer.description().origin().addressType()).isEqualTo("IP6");
    assertThat(side.offer().connection()).contains(SdpArbitraries.ip("2001:db8::1"));
    assertThatThrownBy(
            () -> new LocalAddresses(address("::1", 2), Optional.of(address("2001:db8::1", 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'',192.0.2.9,4001,false",
    "a=rtcp-mux,192.0.2.9,4000,true",
    "a=rtcp:4500,192.0.2.9,4500,false",
    "a=rtcp:4500 IN IP4 192.0.2.10,192.0.2.10,4500,false",
    "a=rtcp:4500 IN IP6 2001:db8::9,192.0.2.9,4500,false",
    "a=rtcp:4500 IN IP4 224.0.0.1,192.0.2.9,4500,false",
  })
  void rtcpGoesWhereTheOtherSideWantsIt(String line, String host, int port, boolean mux)
      throws SdpException {
    OfferAnswer.Answer answer = answer("m=audio 4000 RTP/AVP 8\r\n" + line);

    assertThat(answer.stream().remoteRtcp()).isEqualTo(address(host, port));
    assertThat(answer.stream().rtcpMux()).isEqualTo(mux);
    assertThat(answer.description().media().get(0).rtcp().mux()).isEqualTo(mux);
  }

  @Test
  void payloadTypesThatLookLikeRtcpShareNoPortWithIt() throws SdpException {
    OfferAnswer.Answer answer =
        answer("m=audio 65535 RTP/AVP 72\r\na=rtpmap:72 PCMA/8000\r\na=rtcp-mux");

    assertThat(answer.stream().rtcpMux()).isFalse();
    assertThat(answer.stream().remoteRtcp()).isEqualTo(address("192.0.2.9", 65_535));
  }

  @ParameterizedTest
  @CsvSource({"RTP/AVP", "RTP/AVPF"})
  void theProfileOfTheOfferIsAnswered(String profile) throws SdpException {
    assertThat(answer("m=audio 4000 " + profile + " 8").description().media().get(0).protocol())
        .isEqualTo(profile);
  }

  @Test
  void whoeverIsHeldInTheOldWayIsStillHeardFromWhereItWas() throws SdpException {
    answer("m=audio 4000 RTP/AVP 8");

    AgreedStream held = answer("m=audio 4000 RTP/AVP 8\r\nc=IN IP4 0.0.0.0").stream();
    assertThat(held.direction()).isEqualTo(StreamDirection.RECVONLY);
    assertThat(held.remote()).isEqualTo(address("192.0.2.9", 4000));

    assertThat(answer("m=audio 4000 RTP/AVP 8").stream().direction())
        .isEqualTo(StreamDirection.SENDRECV);
  }

  @ParameterizedTest
  @CsvSource({
    "SENDONLY,recvonly,SENDONLY",
    "SENDONLY,sendrecv,SENDONLY",
    "INACTIVE,sendrecv,INACTIVE",
    "SENDRECV,inactive,INACTIVE",
  })
  void thisSideHoldsWithADirectionOfItsOffer(
      StreamDirection offered, String answered, StreamDirection agreed) throws SdpException {
    assertThat(edge.offer(offered).media().get(0).direction()).isEqualTo(offered);

    AgreedStream stream =
        edge.accept(SdpParser.parse(FAR_END + "m=audio 4000 RTP/AVP 8\r\na=" + answered));
    assertThat(stream.direction()).isEqualTo(agreed);
  }

  private OfferAnswer.Answer answer(String lines) throws SdpException {
    return edge.answer(SdpParser.parse(FAR_END + lines));
  }

  private static OfferAnswer edge() {
    return new OfferAnswer(LocalAddresses.of(address("192.0.2.1", 20_000)), policy(), 3000);
  }

  private static MediaPolicy policy() {
    return new MediaPolicy(CODECS, 20, SrtpMode.FORBIDDEN, List.of());
  }

  private static InetSocketAddress address(String address, int port) {
    return new InetSocketAddress(SdpArbitraries.ip(address), port);
  }
}
