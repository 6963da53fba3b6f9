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

class ConnectionConfirmTest {

  private static final String WITH_OPTION =
      "0300001b16d00000123400" + "0201080001000000" + "de00080001000000";

  private final CapturedPdus captured = new CapturedPdus(ConnectionConfirmTest.class);

  @Test
  void readsWhatARealServerSent() throws MalformedPduException {
    assertThat(ConnectionConfirm.decode(captured.get("confirm")))
        .isEqualTo(
            new ConnectionConfirm(
                0,
                0x1234,
                Optional.of(new NegotiationResponse(1, Protocol.SSL)),
                Optional.empty()));
  }

  @Test
  void writesTheBytesARealServerWrites() throws MalformedPduException {
    ByteBuf frame = captured.get("confirm");

    assertThat(hex(ConnectionConfirm.decode(frame))).isEqualTo(ByteBufUtil.hexDump(frame));
  }

  @Test
  void eachPrefixIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(captured.get("confirm"), ConnectionConfirm::decode);
    Decoding.assertEveryPrefixIsMalformed(bytes(WITH_OPTION), ConnectionConfirm::decode);
  }

  @Test
  void theAcceptOptionStandsBehindTheNegotiation() throws MalformedPduException {
    ConnectionConfirm stock = ConnectionConfirm.decode(captured.get("confirm"));
    ConnectionConfirm accepted = stock.withAcceptOption(new AcceptOption(AcceptOption.VERSION));

    assertThat(hex(accepted)).isEqualTo(WITH_OPTION);
    assertThat(ConnectionConfirm.decode(bytes(WITH_OPTION))).isEqualTo(accepted);
    assertThat(accepted.withoutAcceptOption()).isEqualTo(stock);
  }

  @Test
  void theAcceptOptionMayStandAlone() throws MalformedPduException {
    assertThat(ConnectionConfirm.decode(bytes("030000130ed00000123400" + "de00080002010000")))
        .isEqualTo(
            new ConnectionConfirm(
                0, 0x1234, Optional.empty(), Optional.of(new AcceptOption(0x0102))));
  }

  @ParameterizedTest
  @CsvSource({
    "1, SSL_REQUIRED_BY_SERVER",
    "2, SSL_NOT_ALLOWED_BY_SERVER",
    "3, SSL_CERT_NOT_ON_SERVER",
    "4, INCONSISTENT_FLAGS",
    "5, HYBRID_REQUIRED_BY_SERVER",
    "6, SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER",
    "7, negotiation failure 7"
  })
  void aFailureHasTheSpecificationsName(int code, String name) throws MalformedPduException {
    String frame = "030000130ed00000123400" + "03000800" + "0" + code + "000000";

    assertThat(ConnectionConfirm.decode(bytes(frame)).negotiation())
        .hasValue(new NegotiationFailure(code))
        .get()
        .hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({
    "0300000b06e00000123400, X.224 code 0xE0",
    "030000130ed000001234000401080001000000, negotiation type 0x04",
    "030000130ed000001234000201090001000000, negotiation length is 9",
    "030000140fd00000123400020108000100000002, 1 bytes too many",
    "030000130ed00000123400de00090001000000, accept option length is 9",
    "030000120dd00000123400de000800010000, cut off",
    "030000140fd00000123400de00080001000000de, 1 bytes too many",
    "030000120ed000001234000201080001000000, TPKT length 18 of 19 bytes"
  })
  void aLengthOrTypeThatIsWrongIsMalformed(String hex, String reason) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectionConfirm.decode(bytes(hex)))
        .withMessageStartingWith("Connection Confirm")
        .withMessageContaining(reason);
  }

  private static String hex(ConnectionConfirm confirm) {
    ByteBuf out = Unpooled.buffer();
    confirm.encode(out);
    return ByteBufUtil.hexDump(out);
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
