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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

class ConnectInitialTest {

  private final CapturedPdus captured = new CapturedPdus(ConnectInitialTest.class);

  @Test
  void readsTheChannelsARealClientAskedFor() throws MalformedPduException {
    assertThat(ConnectInitial.decode(captured.get("connectInitial")).channels())
        .containsExactly(
            new ClientChannel("rdpdr", 0xC0800000),
            new ClientChannel("rdpsnd", 0xC0000000),
            new ClientChannel("cliprdr", 0xC0A00000),
            new ClientChannel("drdynvc", 0xC0800000));
  }

  @Test
  void eachPrefixOfARealPduIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(captured.get("connectInitial"), ConnectInitial::decode);
  }

  @Test
  void aClientWithoutNetworkDataHasNoChannels() throws MalformedPduException {
    byte[] other = ConnectPdus.block(0xC001, new byte[10]);

    assertThat(ConnectInitial.decode(ConnectPdus.connectInitial(other)).channels()).isEmpty();
    assertThat(ConnectInitial.decode(ConnectPdus.connectInitial()).channels()).isEmpty();
  }

  @Test
  void aNameMayFillItsField() throws MalformedPduException {
    List<ClientChannel> channels = List.of(new ClientChannel("eightful", 1));

    assertThat(decode(channels).channels()).isEqualTo(channels);
  }

  @Test
  void the32ndChannelIsOneTooMany() throws MalformedPduException {
    ClientChannel channel = new ClientChannel("a", 0);
    List<ClientChannel> most = Collections.nCopies(31, channel);
    List<ClientChannel> more = Collections.nCopies(32, channel);

    assertThat(decode(most).channels()).hasSize(31);
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> decode(more))
        .withMessageContaining("32 channels");
  }

  @ParameterizedTest
  @CsvSource({
    "03c0380004000000, 03c0380005000000, cut off", // a channel more than there is
    "03c0380004000000, 03c03800ffffffff, 4294967295 channels",
    "03c0380004000000, 03c0030004000000, block of 3 bytes",
    "03c0380004000000, 03c0ffff04000000, cut off",
    "7f658201c7, 7f668201c7, tag 0x7F66",
    "7f658201c7, 30658201c7, tag 0x3065",
    "7f658201c7, 7f65840001, BER length 0x84",
    "7f658201c7, 7f65800001, BER length 0x80",
    "7f658201c7, 7f658201c8, cut off",
    "0482016100, 0582016100, user data with tag 0x05",
    "000500147c0001, 000500147c0002, user data is not T.124",
    "44756361814a, 44756361814b, cut off"
  })
  void aLengthOrTagThatIsWrongIsMalformed(String right, String wrong, String reason) {
    String real = ByteBufUtil.hexDump(captured.get("connectInitial"));
    assertThat(real).containsOnlyOnce(right);
    ByteBuf frame = Decoding.amidOthers(HexFormat.of().parseHex(real.replace(right, wrong)));

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ConnectInitial.decode(frame))
        .withMessageStartingWith("MCS Connect Initial")
        .withMessageContaining(reason);
  }

  @Property(tries = 300)
  void theChannelsComeBackAsTheyWere(
      @ForAll("channels") List<ClientChannel> channels,
      @ForAll @Size(max = 200) byte[] before,
      @ForAll @Size(max = 200) byte[] after)
      throws MalformedPduException {
    ByteBuf frame =
        ConnectPdus.connectInitial(
            ConnectPdus.block(0xC001, before),
            ConnectPdus.clientNetwork(channels),
            ConnectPdus.block(0xC00A, after));

    assertThat(ConnectInitial.decode(frame)).isEqualTo(new ClientNetworkData(channels));
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), ConnectInitial::decode);
  }

  @Property
  void aRealPduWithAWrongByteIsReadOrMalformed(
      @ForAll @IntRange(max = 466) int index, @ForAll byte wrong) {
    ByteBuf frame = captured.get("connectInitial");
    frame.setByte(frame.readerIndex() + index, wrong);
    Decoding.decodes(frame, ConnectInitial::decode);
  }

  private static ClientNetworkData decode(List<ClientChannel> channels)
      throws MalformedPduException {
    return ConnectInitial.decode(ConnectPdus.connectInitial(ConnectPdus.clientNetwork(channels)));
  }

  @Provide
  Arbitrary<List<ClientChannel>> channels() {
    return Combinators.combine(
            Arbitraries.strings().withCharRange('!', '~').ofMaxLength(8), Arbitraries.integers())
        .as(ClientChannel::new)
        .list()
        .ofMaxSize(31);
  }
}
