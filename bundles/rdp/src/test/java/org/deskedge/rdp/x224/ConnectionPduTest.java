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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionPduTest {

  private static final CapturedPdus CAPTURED = new CapturedPdus(ConnectionPduTest.class);

  @Test
  void aStockClientsRequestIsReadAndWrittenAsItWas() throws Exception {
    ByteBuf frame = CAPTURED.get("connectionRequest");

    ConnectionRequest request = ConnectionRequest.decode(frame);

    assertThat(request.cookie()).hasValue("Cookie: mstshash=spike");
    assertThat(request.user()).hasValue("spike");
    assertThat(request.negotiation())
        .hasValue(new NegotiationRequest(0, Protocol.SSL | Protocol.HYBRID));
    assertThat(encoded(request)).isEqualTo(frame);
  }

  @Test
  void aStockServersConfirmIsReadAndWrittenAsItWas() throws Exception {
    ByteBuf frame = CAPTURED.get("connectionConfirm");

    ConnectionConfirm confirm = ConnectionConfirm.decode(frame);

    assertThat(confirm.negotiation()).hasValue(new NegotiationResponse(1, Protocol.SSL));
    assertThat(confirm.acceptOption()).isEmpty();
    assertThat(encoded(confirm)).isEqualTo(frame);
  }

  @Test
  void theAcceptOptionGoesInAndOutAgain() throws Exception {
    ConnectionConfirm confirm = ConnectionConfirm.decode(CAPTURED.get("connectionConfirm"));

    ConnectionConfirm accepting =
        ConnectionConfirm.decode(encoded(confirm.withAcceptOption(new AcceptOption(1))));

    assertThat(accepting.acceptOption()).hasValue(new AcceptOption(1));
    assertThat(encoded(accepting.withoutAcceptOption())).isEqualTo(encoded(confirm));
  }

  @Test
  void everyPrefixOfARequestIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(
        CAPTURED.get("connectionRequest"), ConnectionRequest::decode);
  }

  @Test
  void everyPrefixOfAConfirmIsMalformed() throws Exception {
    ConnectionConfirm confirm = ConnectionConfirm.decode(CAPTURED.get("connectionConfirm"));
    Decoding.assertEveryPrefixIsMalformed(
        encoded(confirm.withAcceptOption(new AcceptOption(1))), ConnectionConfirm::decode);
  }

  @ParameterizedTest
  @CsvSource({
    "0300000b06e00000000000ff, TPKT length 11 of 12",
    "0300000b07e00000000000, X.224 length 7 of 6",
    "0300000b06d00000000000, X.224 code 0xD0",
    "0300000e09e00000000000410d00, does not end in CR LF",
    "0300000e09e00000000000410a0d, byte 0x0A in the cookie",
    "0300001309e0000000000001000800, TPKT length",
    "030000130ee000000000000100090003000000, negotiation length is 9",
    "0300000c07e0000000000099, is cut off",
    "0300000c07e0000000000001, is cut off",
    "0300000c07e0000000000002, 1 bytes too many"
  })
  void aRequestThatContradictsItselfIsMalformed(String hex, String reason) {
    ByteBuf frame = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));

    assertThatThrownBy(() -> ConnectionRequest.decode(frame))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageStartingWith("Connection Request")
        .hasMessageContaining(reason);
  }

  @Test
  void aRequestTooLongForItsLengthIndicatorIsNotWritten() {
    ConnectionRequest request =
        new ConnectionRequest(0, Optional.of("x".repeat(300)), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> request.encode(Unpooled.buffer()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuf encoded(ConnectionRequest request) {
    ByteBuf out = Unpooled.buffer();
    request.encode(out);
    assertThat(out.readableBytes()).isEqualTo(request.encodedLength());
    return out;
  }

  private static ByteBuf encoded(ConnectionConfirm confirm) {
    ByteBuf out = Unpooled.buffer();
    confirm.encode(out);
    return out;
  }
}
