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
package org.deskedge.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtcpCodecTest {

  private static final List<RtcpPacket> FULL =
      List.of(
          new SenderReport(
              0x11223344,
              0x0102030405060708L,
              0x0a0b0c0d,
              1000,
              160_000,
              List.of(new ReceptionReport(0x55667788, 64, -2, 0x1_0005L, 80, 0x01020304, 65536))),
          SourceDescription.cname(0x11223344, "edge@192.0.2.1"),
          new ExtendedReport(
              0x11223344,
              List.of(
                  new ExtendedReport.ReceiverReferenceTime(0x1112131415161718L),
                  new ExtendedReport.LastReceiverReports(
                      List.of(
                          new ExtendedReport.LastReceiverReports.Entry(0x55667788, 0x21222324, 9))),
                  new VoipMetrics(
                      0x55667788,
                      new BurstGapMetrics(12, 13, 84, 10, 120, 230, 16),
                      40,
                      65,
                      -18,
                      -62,
                      127,
                      87,
                      127,
                      41,
                      40,
                      0xb0,
                      40,
                      60,
                      200))),
          new Goodbye(List.of(0x11223344), Optional.of("over")));

  /** Laid out by hand from the figures of RFC 3550 sections 6.4 to 6.6 and RFC 3611 section 4. */
  private static final String FULL_BYTES =
      "81c8000c"
          + "11223344"
          + "0102030405060708"
          + "0a0b0c0d"
          + "000003e8"
          + "00027100"
          + "55667788"
          + "40fffffe"
          + "00010005"
          + "00000050"
          + "01020304"
          + "00010000"
          + "81ca0006"
          + "11223344"
          + "010e"
          + "65646765403139322e302e322e31"
          + "00000000"
          + "80cf0011"
          + "11223344"
          + "04000002"
          + "1112131415161718"
          + "05000003"
          + "55667788"
          + "21222324"
          + "00000009"
          + "07000008"
          + "55667788"
          + "0c0d540a"
          + "007800e6"
          + "00280041"
          + "eec27f10"
          + "577f2928"
          + "b0000028"
          + "003c00c8"
          + "81cb0003"
          + "11223344"
          + "046f766572"
          + "000000";

  @Test
  void everyKindIsLaidOutAsTheSpecificationsSay() throws Exception {
    ByteBuf out = Unpooled.buffer();

    RtcpEncoder.write(out, FULL);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo(FULL_BYTES);
    assertThat(RtcpDecoder.decode(bytes(FULL_BYTES))).isEqualTo(FULL);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("compounds") List<RtcpPacket> packets) throws Exception {
    ByteBuf out = Unpooled.buffer().writeZero(3).skipBytes(3);

    RtcpEncoder.write(out, packets);

    assertThat(RtcpDecoder.decode(out)).isEqualTo(packets);
    assertThat(out.readerIndex()).isEqualTo(3);
  }

  @Test
  void everyPrefixIsACompoundPacketOrRefused() throws Exception {
    List<Integer> whole = List.of(52, 80, 152, FULL_BYTES.length() / 2);
    for (int length = 0; length < FULL_BYTES.length() / 2; length++) {
      ByteBuf prefix = bytes(FULL_BYTES).slice(0, length);
      if (whole.contains(length)) {
        assertThat(RtcpDecoder.decode(prefix)).hasSize(whole.indexOf(length) + 1);
      } else {
        assertThatThrownBy(() -> RtcpDecoder.decode(prefix))
            .as("%d bytes", length)
            .isInstanceOf(MalformedRtcpException.class);
      }
    }
  }

  @Test
  void aLengthShortOfWhatAPacketSaysItHoldsIsRefused() {
    // Every length field is made smaller by one word: something then runs past its end.
    int[] headers = {0, 52, 80, 152};
    for (int at : headers) {
      ByteBuf bytes = bytes(FULL_BYTES);
      bytes.setShort(at + 2, bytes.getUnsignedShort(at + 2) - 1);
      assertThatThrownBy(() -> RtcpDecoder.decode(bytes))
          .as("header at %d", at)
          .isInstanceOf(MalformedRtcpException.class);
    }
  }

  @Property(tries = 2000)
  void noiseIsRefusedAndNothingElseHappens(@ForAll byte[] noise) {
    refusedOrRead(Unpooled.wrappedBuffer(noise));
  }

  @Property(tries = 2000)
  void aDamagedPacketIsRefusedOrRead(@ForAll int place, @ForAll byte value) {
    ByteBuf bytes = bytes(FULL_BYTES);
    bytes.setByte(Math.floorMod(place, bytes.readableBytes()), value);

    refusedOrRead(bytes);
  }

  /** libre's RTCP of a call that begins: APP with the name PING. */
  @Test
  void aLoneApplicationPacketIsLetGo() throws MalformedRtcpException {
    ByteBuf packet = bytes("80cc0002" + "11223344" + "50494e47");

    assertThat(RtcpDecoder.decode(packet)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "41c90001 11223344, not RTCP version 2",
    "80a00001 11223344, not an RTCP packet type",
    "a0c90002 11223344 00000004, padding before the last packet",
    "80c90001 11223344 a0cb0001 00000000, padding count does not fit the packet",
    "80c90001 11223344 a0cb0001 00000003, padding count does not fit the packet",
    "80c90001 11223344 a0cb0001 00000008, padding count does not fit the packet",
    "80c90001 11223344 a0cb0001 00000004 80cb0000, padding before the last packet",
    "80c90002 11223344, a packet runs past the end",
    "81c90001 11223344, a packet is shorter than what it says it holds",
    "80c80001 11223344, a packet is shorter than what it says it holds",
    "80c90001 11223344 81ca0002 11223344 01ff6161, a packet is shorter than what it says it holds",
    "80c90001 11223344 81ca0002 11223344 01026161, a packet is shorter than what it says it holds",
    "80c90001 11223344 82cb0001 11223344, a packet is shorter than what it says it holds",
    "80c90001 11223344 81cb0002 11223344 04616161, a packet is shorter than what it says it holds",
    "80c90001 11223344 80cf0002 11223344 04000002, a packet is shorter than what it says it holds",
    "80c90001 11223344 80cf0003 11223344 04000001 00000000, "
        + "a report block of another length than its type has",
    "80c90001 11223344 80cf0003 11223344 05000001 00000000, a DLRR block ends within an entry",
  })
  void refusalSaysWhy(String hex, String reason) {
    assertThatThrownBy(() -> RtcpDecoder.decode(bytes(hex.replace(" ", ""))))
        .isInstanceOf(MalformedRtcpException.class)
        .hasMessage(reason);
  }

  @Test
  void whatIsNotKnownIsSkipped() throws Exception {
    // An APP packet; a description with a PRIV item; an XR block of type 9; padding at the end.
    String hex =
        "80c90001"
            + "11223344"
            + "80cc0002"
            + "11223344"
            + "64656d6f"
            + "81ca0004"
            + "11223344"
            + "0803"
            + "016162"
            + "0102"
            + "6162"
            + "000000"
            + "80cf0005"
            + "11223344"
            + "09000000"
            + "04000002"
            + "0000000000000001"
            + "a1cb0002"
            + "11223344"
            + "00000004";

    assertThat(RtcpDecoder.decode(bytes(hex)))
        .containsExactly(
            new ReceiverReport(0x11223344, List.of()),
            SourceDescription.cname(0x11223344, "ab"),
            new ExtendedReport(0x11223344, List.of(new ExtendedReport.ReceiverReferenceTime(1))),
            new Goodbye(List.of(0x11223344), Optional.empty()));
  }

  @Test
  void rtcpIsToldFromRtpOnOnePort() {
    assertThat(RtcpDecoder.isRtcp(bytes(FULL_BYTES))).isTrue();
    assertThat(RtcpDecoder.isRtcp(bytes("80c0"))).isTrue();
    assertThat(RtcpDecoder.isRtcp(bytes("80df"))).isTrue();
    // PCMU, its first packet with the marker, and dynamic payload types with and without it.
    for (String rtp : new String[] {"8000", "8080", "8060", "80e0", "807f", "80ff", "80", ""}) {
      assertThat(RtcpDecoder.isRtcp(bytes(rtp))).as(rtp).isFalse();
    }
  }

  @Test
  void textThatIsNoUtf8IsStillRead() throws Exception {
    String name = "ff".repeat(255);
    String hex = "80c90001" + "11223344" + "81ca0042" + "11223344" + "01ff" + name + "000000";

    SourceDescription read = (SourceDescription) RtcpDecoder.decode(bytes(hex)).get(1);

    assertThat(read.cname(0x11223344)).contains("?".repeat(255));
  }

  @Test
  void onlyCompoundPacketsAreWritten() {
    SourceDescription description = SourceDescription.cname(1, "a");
    ByteBuf out = Unpooled.buffer();

    assertThatThrownBy(() -> RtcpEncoder.write(out, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RtcpEncoder.write(out, List.of(description)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RtcpEncoder.write(out, List.of(new ReceiverReport(1, List.of()))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.writerIndex()).isZero();
  }

  @Provide
  Arbitrary<List<RtcpPacket>> compounds() {
    return RtcpArbitraries.compounds();
  }

  private static void refusedOrRead(ByteBuf bytes) {
    try {
      assertThat(RtcpDecoder.decode(bytes)).isNotNull();
    } catch (MalformedRtcpException e) {
      assertThat(e).hasMessageMatching("[A-Za-z0-9 ]+");
    }
  }

  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
  }
}
