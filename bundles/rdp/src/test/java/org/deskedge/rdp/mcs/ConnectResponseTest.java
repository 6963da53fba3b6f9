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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectResponseTest {

  private final CapturedPdus captured = new CapturedPdus(ConnectResponseTest.class);

  @Test
  void readsTheChannelsARealServerGave() throws MalformedPduException {
    assertThat(ConnectResponse.decode(captured.get("connectResponse")))
        .isEqualTo(new ServerNetworkData(1003, List.of(1004, 1005, 1006, 1007)));
  }

  @Test
  void eachPrefixOfARealPduIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(captured.get("connectResponse"), ConnectResponse::decode);
  }

  @Test
  void aResponseWithoutNetworkDataIsMalformed() {
    ByteBuf frame = ConnectPdus.connectResponse(ConnectPdus.block(0x0C01, new byte[8]));

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectResponse.decode(frame))
        .withMessage("MCS Connect Response: no network data");
  }

  @ParameterizedTest
  @CsvSource({
    "030c1000eb030400, 030c1000eb030500, cut off", // a channel more than there is
    "030c1000eb030400, 030c0f00eb030400, cut off",
    "030c1000eb030400, 030c0000eb030400, block of 0 bytes",
    "030c1000eb030400, 030c0500eb030400, cut off",
    "7f66630a, 7f65630a, tag 0x7F65",
    "7f66630a, 7f66640a, cut off",
    "7f66630a, 7f66830a, BER length 0x83",
    "043f0005, 043e0005, cut off",
    "000500147c0001, 000500157c0001, user data is not T.124",
    "4d63446e8028, 4d63446e8029, cut off"
  })
  void aLengthOrTagThatIsWrongIsMalformed(String right, String wrong, String reason) {
    String real = ByteBufUtil.hexDump(captured.get("connectResponse"));
    assertThat(real).containsOnlyOnce(right);
    ByteBuf frame = Decoding.amidOthers(HexFormat.of().parseHex(real.replace(right, wrong)));

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectResponse.decode(frame))
        .withMessageStartingWith("MCS Connect Response")
        .withMessageContaining(reason);
  }

  @Property(tries = 300)
  void theChannelsComeBackAsTheyWere(
      @ForAll @IntRange(max = 0xFFFF) int ioChannelId,
      @ForAll("channelIds") List<Integer> channelIds,
      @ForAll @Size(max = 200) byte[] before,
      @ForAll @Size(max = 200) byte[] after)
      throws MalformedPduException {
    ByteBuf frame =
        ConnectPdus.connectResponse(
            ConnectPdus.block(0x0C01, before),
            ConnectPdus.serverNetwork(ioChannelId, channelIds),
            ConnectPdus.block(0x0C02, after));

    assertThat(ConnectResponse.decode(frame))
        .isEqualTo(new ServerNetworkData(ioChannelId, channelIds));
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), ConnectResponse::decode);
  }

  @Property
  void aRealPduWithAWrongByteIsReadOrMalformed(
      @ForAll @IntRange(max = 108) int index, @ForAll byte wrong) {
    ByteBuf frame = captured.get("connectResponse");
    frame.setByte(frame.readerIndex() + index, wrong);
    Decoding.decodes(frame, ConnectResponse::decode);
  }

  @Provide
  Arbitrary<List<Integer>> channelIds() {
    return Arbitraries.integers().between(0, 0xFFFF).list().ofMaxSize(31);
  }
}
