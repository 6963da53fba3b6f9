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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpParserTest extends SdpArbitraries {

  /** What a common softphone sends, video and all. */
  private static final String SOFTPHONE =
      """
      v=0
      o=alice 3918212345 3918212345 IN IP4 192.0.2.7
      s=-
      c=IN IP4 192.0.2.7
      b=AS:128
      t=0 0
      a=tool:softphone 1.0
      m=audio 10010 RTP/AVP 8 0 9 101
      a=rtpmap:8 PCMA/8000
      a=rtpmap:0 PCMU/8000
      a=rtpmap:9 G722/8000
      a=rtpmap:101 telephone-event/8000
      a=fmtp:101 0-15
      a=rtcp:10011
      a=sendonly
      a=ptime:20
      m=video 10020/2 RTP/AVP 99
      c=IN IP6 2001:db8::7
      a=rtpmap:99 H264/90000
      a=inactive
      """;

  @Test
  void aSoftphonesDescriptionIsRead() throws SdpException {
    SessionDescription description = SdpParser.parse(SOFTPHONE);

    assertThat(description.origin())
        .isEqualTo(new Origin("alice", "3918212345", "3918212345", "IP4", "192.0.2.7"));
    assertThat(description.connection()).contains(ip("192.0.2.7"));
    assertThat(description.media()).hasSize(2);
    MediaDescription audio = description.media().get(0);
    assertThat(audio)
        .isEqualTo(
            new MediaDescription(
                "audio",
                10010,
                "RTP/AVP",
                List.of("8", "0", "9", "101"),
                Optional.empty(),
                List.of(
                    RtpMap.PCMA,
                    RtpMap.PCMU,
                    new RtpMap(9, "G722", 8000, 1),
                    new RtpMap(101, "telephone-event", 8000, 1)),
                Map.of("101", "0-15"),
                OptionalInt.of(20),
                OptionalInt.empty(),
                new RtcpAttributes(false, OptionalInt.of(10011), Optional.empty(), false),
                List.of(),
                StreamDirection.SENDONLY));
    assertThat(description.addressOf(audio)).contains(ip("192.0.2.7"));
    MediaDescription video = description.media().get(1);
    assertThat(video.port()).isEqualTo(10020);
    assertThat(description.addressOf(video)).contains(ip("2001:db8::7"));
    assertThat(video.direction()).isEqualTo(StreamDirection.INACTIVE);
  }

  @Test
  void lineEndsOfEitherKindAndEmptyLinesAreTaken() throws SdpException {
    assertThat(SdpParser.parse(SOFTPHONE.replace("\n", "\r\n") + "\r\n\r\n"))
        .isEqualTo(SdpParser.parse(SOFTPHONE));
  }

  @Test
  void theDirectionOfTheSessionIsThatOfItsStreamsUntilTheySayOtherwise() throws SdpException {
    String text =
        """
        v=0
        o=- 1 1 IN IP4 192.0.2.7
        s=
        a=recvonly
        m=audio 4000 RTP/AVP 0
        m=audio 4002 RTP/AVP 0
        a=sendrecv
        """;

    assertThat(SdpParser.parse(text).media())
        .extracting(MediaDescription::direction)
        .containsExactly(StreamDirection.RECVONLY, StreamDirection.SENDRECV);
  }

  @Test
  void whatVoiceNeedsOfAStreamIsRead() throws SdpException {
    MediaDescription stream =
        stream(
            """
            m=audio 4000 RTP/SAVPF 96 97
            a=rtpmap:96 opus/48000/2
            a=fmtp:96 minptime=10;useinbandfec=1
            a=fmtp:96 repeated=1
            a=fmtp:97
            a=maxptime:60
            a=ptime:x
            a=rtcp-mux
            a=rtcp-xr:rcvr-rtt=all:10000 voip-metrics
            a=rtcp:4500 IN IP6 2001:db8::9
            a=rtcp-fb:* nack
            a=ssrc:1 cname:x
            a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host
            """);

    assertThat(stream.rtpMaps()).containsExactly(new RtpMap(96, "opus", 48_000, 2));
    assertThat(stream.parameters()).isEqualTo(Map.of("96", "minptime=10;useinbandfec=1"));
    assertThat(stream.maxptime()).hasValue(60);
    assertThat(stream.ptime()).isEmpty();
    assertThat(stream.rtcp())
        .isEqualTo(
            new RtcpAttributes(true, OptionalInt.of(4500), Optional.of(ip("2001:db8::9")), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "65536", "x", "4500 IN IP4 pbx.example", "4500 IN IP6 192.0.2.1"})
  void anRtcpAttributeThatCannotBeReadIsAsIfNotThere(String value) throws SdpException {
    assertThat(stream("m=audio 4000 RTP/AVP 0\na=rtcp:" + value).rtcp())
        .isEqualTo(RtcpAttributes.NONE);
  }

  @Property
  void whatIsWrittenReadsTheSame(@ForAll("descriptions") SessionDescription description)
      throws SdpException {
    assertThat(SdpParser.parse(SdpWriter.write(description))).isEqualTo(description);
  }

  @Test
  void everyPrefixIsReadOrRefusedCleanly() {
    String whole = SOFTPHONE.replace("\n", "\r\n");
    int end = whole.indexOf("192.0.2.7\r\ns=");
    for (int length = 0; length < whole.length(); length++) {
      String prefix = whole.substring(0, length);
      if (length < end) {
        assertThatThrownBy(() -> SdpParser.parse(prefix))
            .as("%d characters", length)
            .isInstanceOf(SdpException.class);
      } else {
        parsesOrRefuses(prefix);
      }
    }
  }

  @Property
  void randomTextIsReadOrRefusedCleanly(@ForAll @Size(max = 300) String random) {
    parsesOrRefuses(random);
    parsesOrRefuses("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=" + random);
    parsesOrRefuses("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=audio 1 RTP/AVP 0\r\na=rtpmap:" + random);
    parsesOrRefuses("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=audio 1 RTP/AVP 0\r\na=crypto:" + random);
    parsesOrRefuses("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=audio 1 RTP/AVP 0\r\na=fmtp:" + random);
    parsesOrRefuses("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nm=audio 1 RTP/AVP 0\r\na=rtcp:" + random);
  }

  @Property
  void aDescriptionWithBytesChangedIsReadOrRefusedCleanly(
      @ForAll("positions") int position, @ForAll char changed) {
    StringBuilder text = new StringBuilder(SOFTPHONE);
    text.setCharAt(position % text.length(), changed);
    parsesOrRefuses(text.toString());
  }

  @Provide
  net.jqwik.api.Arbitrary<Integer> positions() {
    return net.jqwik.api.Arbitraries.integers().between(0, SOFTPHONE.length() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=1|line 1: a session description begins with v=0, not 'v=1'",
        "v=0,hello|line 2: not of the form x=...: 'hello'",
        "v=0,o=- x 1 IN IP4 192.0.2.1|line 2: not an origin: '- x 1 IN IP4 192.0.2.1'",
        "v=0,s=-|no origin: there is no o= line",
        "v=0,c=IN IP4 pbx.example|line 2: not an IP address, and host names are not looked up:"
            + " 'pbx.example'",
        "v=0,c=IN IP6 192.0.2.1|line 2: address '192.0.2.1' is not 'IP6'",
        "v=0,c=IN IP4 224.2.1.1/127|line 2: not an IP address, and host names are not looked up:"
            + " '224.2.1.1/127'",
        "v=0,c=ATM NSAP 47|line 2: not an internet address: 'ATM NSAP 47'",
        "v=0,m=audio 70000 RTP/AVP 0|line 2: not a stream: 'audio 70000 RTP/AVP 0'",
        "v=0,m=audio 4000 RTP/AVP|line 2: not a stream: 'audio 4000 RTP/AVP'",
        "v=0,m=audio 1 RTP/AVP 0,a=rtpmap:0 PCMU/0|line 3: not an rtpmap: '0 PCMU/0'",
        "v=0,m=audio 1 RTP/AVP 0,a=rtpmap:128 X/8000|line 3: not an rtpmap: '128 X/8000'",
      })
  void whatIsWrongIsNamedWithItsLine(String lines, String message) {
    assertThatThrownBy(() -> SdpParser.parse(lines.replace(",", "\r\n")))
        .isInstanceOf(SdpException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsQuotedIsShortAndFreeOfControlCharacters() {
    assertThatThrownBy(() -> SdpParser.parse("v=0\nm=\u001b[31m\u0085\u2028" + "x".repeat(200)))
        .hasMessage("line 2: not a stream: '?[31m??" + "x".repeat(53) + "...'");
  }

  @Test
  void lengthLinesAndStreamsAreBounded() {
    assertThatThrownBy(() -> SdpParser.parse("v=0\ni=" + "x".repeat(16 * 1024)))
        .hasMessageContaining("longer than 16384 characters");
    assertThatThrownBy(() -> SdpParser.parse("v=0\n" + "i=x\n".repeat(500)))
        .hasMessageContaining("more than 500 lines");
    assertThatThrownBy(() -> SdpParser.parse("v=0\n" + "m=audio 0 RTP/AVP 0\n".repeat(33)))
        .hasMessageContaining("line 34: more than 32 streams");
    assertThatThrownBy(() -> SdpParser.parse("v=0\nm=audio 0 RTP/AVP" + " 0".repeat(129)))
        .hasMessageContaining("line 2: not a stream");
  }

  @Test
  void parametersAndKeysAreBounded() {
    String stream = "v=0\nm=audio 0 RTP/AVP 0\n";
    StringBuilder parameters = new StringBuilder(stream);
    for (int i = 0; i <= 128; i++) {
      parameters.append("a=fmtp:").append(i).append(" x=1\n");
    }

    assertThatThrownBy(() -> SdpParser.parse(parameters.toString()))
        .hasMessage("line 131: more than 128 formats have parameters (fmtp)");
    assertThatThrownBy(() -> SdpParser.parse(stream + "a=crypto:1 X inline:AAAA\n".repeat(33)))
        .hasMessage("line 35: more than 32 keys (crypto)");
  }

  private static MediaDescription stream(String lines) throws SdpException {
    return SdpParser.parse("v=0\no=- 1 1 IN IP4 192.0.2.1\n" + lines).media().get(0);
  }

  @SuppressWarnings("CheckReturnValue")
  private static void parsesOrRefuses(String text) {
    try {
      SdpParser.parse(text);
    } catch (SdpException e) {
      assertThat(e.getMessage()).isNotBlank().matches("[ -~]+");
    }
  }
}
