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
package org.deskedge.rdp.x224;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRequestTest {

  private static final ConnectionRequest EMPTY =
      new ConnectionRequest(0, Optional.empty(), Optional.empty(), Optional.empty());
  private static final String CORRELATION =
      "06002400" + "0102030405060708090a0b0c0d0e0f10" + "00".repeat(16);

  private final CapturedPdus captured = new CapturedPdus(ConnectionRequestTest.class);

  @Test
  void readsWhatARealClientSent() throws MalformedPduException {
    assertThat(ConnectionRequest.decode(captured.get("request")))
        .isEqualTo(
            new ConnectionRequest(
                0,
                Optional.of("Cookie: mstshash=spike"),
                Optional.of(new NegotiationRequest(0, Protocol.SSL | Protocol.HYBRID)),
                Optional.empty()));
  }

  @Test
  void writesTheBytesARealClientWrites() throws MalformedPduException {
    ByteBuf frame = captured.get("request");

    assertThat(hex(ConnectionRequest.decode(frame))).isEqualTo(ByteBufUtil.hexDump(frame));
  }

  @Test
  void eachPrefixOfARealRequestIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(captured.get("request"), ConnectionRequest::decode);
  }

  @Test
  void readsARequestWithoutAnything() throws MalformedPduException {
    assertThat(ConnectionRequest.decode(bytes("0300000b06e00000000000"))).isEqualTo(EMPTY);
  }

  @Test
  void readsAllFields() throws MalformedPduException {
    ByteBuf frame =
        bytes("0300003a35e00000123400" + "61" + "0d0a" + "0108080009000000" + CORRELATION);

    assertThat(ConnectionRequest.decode(frame))
        .isEqualTo(
            new ConnectionRequest(
                0x1234,
                Optional.of("a"),
                Optional.of(new NegotiationRequest(8, Protocol.SSL | Protocol.HYBRID_EX)),
                Optional.of(new CorrelationInfo(0x0102030405060708L, 0x090a0b0c0d0e0f10L))));
  }

  @ParameterizedTest
  @CsvSource({
    "Cookie: mstshash=alice, alice",
    "'Cookie: mstshash=alice;voip=192.0.2.1:5004,k=0123456789abcdef', alice",
    "Cookie: mstshash=b\u00c3\u00a4rbel, b\u00e4rbel",
    "Cookie: mstshash=b\u00e4r, b\ufffdr",
    "Cookie: mstshash=, ",
    "'Cookie: mstshash=;voip=192.0.2.1:5004,k=0123456789abcdef', ",
    "Cookie: msts=3640205228.15629.0000, ",
    "tsv://MS Terminal Services Plugin.1.Pool, "
  })
  void theCookieMayNameTheUser(String cookie, String user) {
    assertThat(EMPTY.withCookie(Optional.of(cookie)).user()).isEqualTo(Optional.ofNullable(user));
  }

  @Test
  void noCookieNamesNoUser() {
    assertThat(EMPTY.user()).isEmpty();
  }

  @Test
  void aNameBeyondAsciiIsWrittenAsItWasRead() throws MalformedPduException {
    ByteBuf frame =
        bytes("0300001f1ae00000000000" + "436f6f6b69653a206d737473" + "c3a4ff80f0" + "200d0a");
    ConnectionRequest request = ConnectionRequest.decode(frame);

    assertThat(hex(request)).isEqualTo(ByteBufUtil.hexDump(frame));
  }

  @ParameterizedTest
  @CsvSource({
    "0300000c06e00000000000, TPKT length 12 of 11 bytes",
    "0300000b07e00000000000, X.224 length 7 of 6 bytes",
    "0300000b05e00000000000, X.224 length 5 of 6 bytes",
    "0300000bffe00000000000, X.224 length 255",
    "0300000b06d00000000000, X.224 code 0xD0",
    "0300000b06f00000000000, X.224 code 0xF0",
    "0480000b06e00000000000, not a TPKT packet",
    "0300001308e0000000000061, TPKT length 19 of 12 bytes",
    "0300000c07e0000000000061, cut off",
    "0300000d08e00000000000610d, cut off",
    "0300000e09e00000000000610d0d, does not end in CR LF",
    "0300000e09e00000000000090d0a, 3 bytes too many",
    "0300000f0ae0000000000061090d0a, byte 0x09 in the cookie",
    "0300000f0ae00000000000617f0d0a, byte 0x7F in the cookie",
    "0300000f0ae00000000000610a0d0a, byte 0x0A in the cookie",
    "030000130ee000000000000100090003000000, negotiation length is 9",
    "030000140fe00000000000010008000300000000, 1 bytes too many",
    "030000120de0000000000001000800030000, cut off",
    "0300000f0ae0000000000006002300, correlation length is 35"
  })
  void aLengthOrByteThatIsWrongIsMalformed(String hex, String reason) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectionRequest.decode(bytes(hex)))
        .withMessageStartingWith("Connection Request")
        .withMessageContaining(reason);
  }

  @Test
  void aRequestOf64KibIsMalformed() {
    ByteBuf frame = bytes("0300fffffee00000000000" + "61".repeat(0xFFFF - 11));

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectionRequest.decode(frame))
        .withMessage("Connection Request: X.224 length 254 of 65530 bytes");
  }

  @Test
  void theLongestRequestHas259Bytes() throws MalformedPduException {
    int room = ConnectionRequest.MAX_LENGTH - EMPTY.encodedLength() - 2;
    ConnectionRequest longest = EMPTY.withCookie(Optional.of("a".repeat(room)));
    ConnectionRequest longer = EMPTY.withCookie(Optional.of("a".repeat(room + 1)));

    assertThat(longest.encodedLength()).isEqualTo(259);
    assertThat(ConnectionRequest.decode(bytes(hex(longest)))).isEqualTo(longest);
    assertThat(longer.encodedLength()).isEqualTo(260);
    assertThatIllegalArgumentException().isThrownBy(() -> longer.encode(Unpooled.buffer()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\r\nb", "a\n", "a\u007f", "\u0100"})
  void aCookieThatIsNotOneLineCannotBeMade(String cookie) {
    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.withCookie(Optional.of(cookie)));
  }

  @Test
  void whatIsReplacedLeavesTheRestAsItWas() throws MalformedPduException {
    ConnectionRequest request = ConnectionRequest.decode(captured.get("request"));

    assertThat(request.withCookie(Optional.empty()))
        .isEqualTo(
            new ConnectionRequest(0, Optional.empty(), request.negotiation(), Optional.empty()));
    assertThat(request.withNegotiation(new NegotiationRequest(1, Protocol.SSL)))
        .isEqualTo(
            new ConnectionRequest(
                0,
                request.cookie(),
                Optional.of(new NegotiationRequest(1, Protocol.SSL)),
                Optional.empty()));
  }

  private static String hex(ConnectionRequest request) {
    ByteBuf out = Unpooled.buffer();
    request.encode(out);
    return ByteBufUtil.hexDump(out);
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
