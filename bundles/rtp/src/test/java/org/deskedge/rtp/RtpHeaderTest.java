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
package org.deskedge.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtpHeaderTest {

  /** Two contributing sources, an extension of one word, payload a1a2a3, two bytes of padding. */
  private static final String EVERYTHING =
      "b2881234"
          + "00000320"
          + "cafebabe"
          + "00000001"
          + "00000002"
          + "bede0001"
          + "01020304"
          + "a1a2a3"
          + "0002";

  @Property
  void aWrittenHeaderReadsTheSame(
      @ForAll boolean marker,
      @ForAll @IntRange(max = 127) int payloadType,
      @ForAll @IntRange(max = 65535) int sequenceNumber,
      @ForAll int timestamp,
      @ForAll int ssrc,
      @ForAll @Size(max = 200) byte[] payload) {
    ByteBuf packet = Unpooled.buffer();
    packet.writeZero(3).readerIndex(3);
    RtpWriter.writeHeader(packet, marker, payloadType, sequenceNumber, timestamp, ssrc);
    packet.writeBytes(payload);

    assertThat(RtpHeader.check(packet)).isEqualTo(RtpFault.NONE);
    assertThat(RtpHeader.marker(packet)).isEqualTo(marker);
    assertThat(RtpHeader.payloadType(packet)).isEqualTo(payloadType);
    assertThat(RtpHeader.sequenceNumber(packet)).isEqualTo(sequenceNumber);
    assertThat(RtpHeader.timestamp(packet)).isEqualTo(timestamp);
    assertThat(RtpHeader.ssrc(packet)).isEqualTo(ssrc);
    assertThat(RtpHeader.sourceCount(packet)).isZero();
    assertThat(RtpHeader.payloadOffset(packet)).isEqualTo(RtpHeader.FIXED_LENGTH);
    assertThat(RtpHeader.payloadLength(packet)).isEqualTo(payload.length);
  }

  @Test
  void theBytesWrittenAreThoseOfTheSpecification() {
    ByteBuf packet = Unpooled.buffer();

    RtpWriter.writeHeader(packet, true, 8, 0x1234, 800, 0xcafebabe);

    assertThat(ByteBufUtil.hexDump(packet)).isEqualTo("8088123400000320cafebabe");
  }

  @Test
  void sourcesExtensionAndPaddingAreLeftOutOfThePayload() {
    ByteBuf packet = bytes(EVERYTHING);

    assertThat(RtpHeader.check(packet)).isEqualTo(RtpFault.NONE);
    assertThat(RtpHeader.sourceCount(packet)).isEqualTo(2);
    assertThat(RtpHeader.payloadOffset(packet)).isEqualTo(28);
    assertThat(RtpHeader.payloadLength(packet)).isEqualTo(3);
    assertThat(packet.getUnsignedByte(28)).isEqualTo((short) 0xa1);
  }

  @Test
  void everyPrefixOfAPacketIsRefusedOrReadsWithinItsOwnBytes() {
    ByteBuf whole = bytes(EVERYTHING);
    for (int length = 0; length < whole.readableBytes(); length++) {
      ByteBuf prefix = whole.copy(0, length);
      RtpFault fault = RtpHeader.check(prefix);
      if (length < RtpHeader.FIXED_LENGTH) {
        assertThat(fault).as("%d bytes", length).isEqualTo(RtpFault.TOO_SHORT);
      } else if (length < 20) {
        assertThat(fault).as("%d bytes", length).isEqualTo(RtpFault.SOURCES_PAST_END);
      } else if (length < 28) {
        assertThat(fault).as("%d bytes", length).isEqualTo(RtpFault.EXTENSION_PAST_END);
      } else {
        // The last byte of the prefix is taken for the padding count: 4, a1, a2, a3, 0 in turn.
        assertThat(fault).as("%d bytes", length).isEqualTo(RtpFault.PADDING_PAST_END);
      }
    }
  }

  @Test
  void anotherVersionIsRefused() {
    assertThat(RtpHeader.check(bytes("400812340000032000000001")))
        .isEqualTo(RtpFault.WRONG_VERSION);
  }

  @Test
  void aPaddingCountOfZeroIsRefused() {
    assertThat(RtpHeader.check(bytes("a0081234000003200000000100")))
        .isEqualTo(RtpFault.PADDING_PAST_END);
  }

  @Test
  void everyFaultSaysWhatIsWrong() {
    assertThat(RtpFault.values())
        .allSatisfy(fault -> assertThat(fault.description()).isNotBlank())
        .extracting(RtpFault::description)
        .doesNotHaveDuplicates();
  }

  @Property
  void randomBytesNeverReadOutsideThePacket(@ForAll @Size(max = 80) byte[] random) {
    ByteBuf packet = Unpooled.wrappedBuffer(random);

    if (RtpHeader.check(packet) == RtpFault.NONE) {
      assertThat(RtpHeader.payloadLength(packet)).isNotNegative();
      assertThat(RtpHeader.payloadOffset(packet) + RtpHeader.payloadLength(packet))
          .isLessThanOrEqualTo(random.length);
    }
  }

  @Test
  void aPayloadTypeOfMoreThanSevenBitsIsNotWritten() {
    assertThatThrownBy(() -> RtpWriter.writeHeader(Unpooled.buffer(), false, 128, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128");
  }

  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
  }
}
