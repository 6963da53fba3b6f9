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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.deskedge.rdp.tpkt.Framing;
import org.junit.jupiter.api.Test;

class SendDataTest {

  private static final CapturedPdus CAPTURED = new CapturedPdus(SendDataTest.class);
  // The captured length has two bytes.
  private static final int HEADER = 15;

  @Test
  void realPeersDataIsReadInPlace() throws Exception {
    ByteBuf request = CAPTURED.get("sendDataRequest");
    ByteBuf indication = CAPTURED.get("sendDataIndication");

    assertThat(DomainPdu.type(request)).isEqualTo(DomainPdu.SEND_DATA_REQUEST);
    assertThat(SendData.initiator(request)).isEqualTo(1008);
    assertThat(SendData.channelId(request)).isEqualTo(1003);
    assertThat(DomainPdu.type(indication)).isEqualTo(DomainPdu.SEND_DATA_INDICATION);
    assertThat(SendData.initiator(indication)).isEqualTo(1008);
    assertThat(SendData.payloadIndex(indication) + SendData.payloadLength(indication))
        .isEqualTo(indication.writerIndex());
  }

  @Property
  void whatIsWrittenIsReadAsItWas(
      @ForAll @IntRange(min = 1001, max = 1001 + 0xFFFF) int initiator,
      @ForAll @IntRange(max = 0xFFFF) int channel,
      @ForAll @IntRange(max = SendData.MAX_PAYLOAD) int length)
      throws MalformedPduException {
    ByteBuf request = Unpooled.buffer();
    SendData.writeRequest(request, initiator, channel, length);
    request.writeZero(length);
    ByteBuf indication = Unpooled.buffer();
    SendData.writeIndication(indication, initiator, channel, length);
    indication.writeZero(length);

    for (ByteBuf frame : new ByteBuf[] {request, indication}) {
      assertThat(Framing.frameLength(frame)).isEqualTo(frame.readableBytes());
      assertThat(SendData.initiator(frame)).isEqualTo(initiator);
      assertThat(SendData.channelId(frame)).isEqualTo(channel);
      assertThat(SendData.payloadLength(frame)).isEqualTo(length);
      assertThat(SendData.payloadIndex(frame)).isEqualTo(frame.writerIndex() - length);
    }
  }

  @Test
  void everyPrefixOfTheHeadersIsMalformed() {
    ByteBuf frame = CAPTURED.get("sendDataRequest");
    Decoding.assertEveryPrefixIsMalformed(frame, SendData::payloadLength);
    Decoding.assertEveryPrefixIsMalformed(frame, HEADER, SendData::payloadIndex);
    Decoding.assertEveryPrefixIsMalformed(frame, 10, SendData::initiator);
    Decoding.assertEveryPrefixIsMalformed(frame, 13, SendData::channelId);
    Decoding.assertEveryPrefixIsMalformed(frame, 8, DomainPdu::type);
  }

  @Test
  void aPayloadThatCannotBeFramedIsNotWritten() {
    assertThatThrownBy(
            () -> SendData.writeRequest(Unpooled.buffer(), 1008, 1007, SendData.MAX_PAYLOAD + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 32) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), SendData::payloadLength);
  }
}
