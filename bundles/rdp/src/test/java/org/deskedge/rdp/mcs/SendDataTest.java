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
package org.deskedge.rdp.mcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.deskedge.rdp.tpkt.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendDataTest {

  private static final int USER = 1008;
  private static final int CHANNEL = 1007;

  private final CapturedPdus captured = new CapturedPdus(SendDataTest.class);

  @ParameterizedTest
  @CsvSource({
    "dataOfServer, 26, 1008, 20",
    "dataOfProxy, 26, 1002, 32",
    "dataOfClient, 25, 1008, 12"
  })
  void readsWhatRealPeersSent(String name, int type, int initiator, int length)
      throws MalformedPduException {
    ByteBuf frame = captured.get(name);

    assertThat(DomainPdu.type(frame)).isEqualTo(type);
    assertThat(SendData.initiator(frame)).isEqualTo(initiator);
    assertThat(SendData.channelId(frame)).isEqualTo(CHANNEL);
    assertThat(SendData.payloadLength(frame)).isEqualTo(length);
    assertThat(SendData.payloadIndex(frame)).isEqualTo(frame.writerIndex() - length);
  }

  @ParameterizedTest
  @CsvSource({"erectDomain, 1", "channelJoinConfirm, 15", "dataOfServer, 26", "dataOfClient, 25"})
  void theTypeIsInTheUpperSixBits(String name, int type) throws MalformedPduException {
    assertThat(DomainPdu.type(captured.get(name))).isEqualTo(type);
  }

  @Test
  void writesTheHeadersARealServerWrites() {
    ByteBuf real = captured.get("dataOfServer");
    ByteBuf out = Unpooled.buffer();
    SendData.writeIndication(out, USER, CHANNEL, 20);

    assertThat(ByteBufUtil.hexDump(out))
        .isEqualTo(ByteBufUtil.hexDump(real, real.readerIndex(), real.readableBytes() - 20));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0300000e02f08064000703ef7000",
    "127, 0300008d02f08064000703ef707f",
    "128, 0300008f02f08064000703ef708080",
    "16383, 0300400e02f08064000703ef70bfff"
  })
  void writesTheHeadersOfAClient(int length, String headers) {
    ByteBuf out = Unpooled.buffer();
    SendData.writeRequest(out, USER, CHANNEL, length);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo(headers);
  }

  @ParameterizedTest
  @CsvSource({"dataOfServer", "dataOfClient"})
  void eachPrefixShorterThanAFieldIsMalformed(String name) throws MalformedPduException {
    ByteBuf frame = captured.get(name);
    int headers = SendData.payloadIndex(frame) - frame.readerIndex();

    Decoding.assertEveryPrefixIsMalformed(frame, 8, DomainPdu::type);
    Decoding.assertEveryPrefixIsMalformed(frame, 10, SendData::initiator);
    Decoding.assertEveryPrefixIsMalformed(frame, 12, SendData::channelId);
    Decoding.assertEveryPrefixIsMalformed(frame, headers, SendData::payloadIndex);
    Decoding.assertEveryPrefixIsMalformed(frame, SendData::payloadLength);
  }

  @ParameterizedTest
  @CsvSource({
    "0300000f02f08064000703ef7002aa, length 2 of 1 bytes",
    "0300000f02f08064000703ef7000aa, length 0 of 1 bytes",
    "0300001002f08064000703ef708002aa, length 2 of 1 bytes",
    "0300001002f08064000703ef70bfffaa, length 16383 of 1 bytes",
    "0300000f02f08064000703ef70c1aa, fragmented"
  })
  void aPayloadThatIsNotAsLongAsSaidIsMalformed(String hex, String reason) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> SendData.payloadLength(Decoding.amidOthers(HexFormat.of().parseHex(hex))))
        .withMessageContaining(reason);
  }

  @Test
  void aPayloadThatNoFrameHoldsIsNotWritten() {
    ByteBuf out = Unpooled.buffer();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendData.writeRequest(out, USER, CHANNEL, SendData.MAX_PAYLOAD + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendData.writeIndication(out, USER, CHANNEL, -1));
    assertThat(out.readableBytes()).isZero();
  }

  @Property
  void theHeadersComeBackAsTheyWere(
      @ForAll @IntRange(min = 1001, max = 66_536) int initiator,
      @ForAll @IntRange(max = 0xFFFF) int channelId,
      @ForAll @IntRange(max = SendData.MAX_PAYLOAD) int length,
      @ForAll boolean fromServer)
      throws MalformedPduException {
    ByteBuf frame = Unpooled.buffer().writeZero(5).skipBytes(5);
    if (fromServer) {
      SendData.writeIndication(frame, initiator, channelId, length);
    } else {
      SendData.writeRequest(frame, initiator, channelId, length);
    }
    int payload = frame.writerIndex();
    frame.writeZero(length);

    assertThat(Framing.frameLength(frame)).isEqualTo(frame.readableBytes());
    assertThat(DomainPdu.type(frame))
        .isEqualTo(fromServer ? DomainPdu.SEND_DATA_INDICATION : DomainPdu.SEND_DATA_REQUEST);
    assertThat(SendData.initiator(frame)).isEqualTo(initiator);
    assertThat(SendData.channelId(frame)).isEqualTo(channelId);
    assertThat(SendData.payloadIndex(frame)).isEqualTo(payload);
    assertThat(SendData.payloadLength(frame)).isEqualTo(length);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 24) byte[] bytes) {
    ByteBuf frame = Decoding.amidOthers(bytes);
    Decoding.decodes(frame, DomainPdu::type);
    Decoding.decodes(frame, SendData::initiator);
    Decoding.decodes(frame, SendData::channelId);
    Decoding.decodes(
        frame, in -> assertThat(SendData.payloadIndex(in)).isLessThanOrEqualTo(in.writerIndex()));
    Decoding.decodes(
        frame,
        in ->
            assertThat(SendData.payloadLength(in) + SendData.payloadIndex(in))
                .isEqualTo(in.writerIndex()));
  }
}
