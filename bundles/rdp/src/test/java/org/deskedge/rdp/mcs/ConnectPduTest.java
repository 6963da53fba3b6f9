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
import io.netty.buffer.ByteBufUtil;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;

class ConnectPduTest {

  private static final CapturedPdus CAPTURED = new CapturedPdus(ConnectPduTest.class);

  @Test
  void aStockClientsChannelsAreRead() throws Exception {
    ClientNetworkData data = ConnectInitial.decode(CAPTURED.get("connectInitial"));

    assertThat(data.channels())
        .extracting(ClientChannel::name)
        .containsExactly("rdpdr", "rdpsnd", "cliprdr", "drdynvc");
    assertThat(data.channels().get(3).options()).isEqualTo(0xC0800000);
  }

  @Test
  void aStockServersChannelsAreRead() throws Exception {
    ServerNetworkData data = ConnectResponse.decode(CAPTURED.get("connectResponse"));

    assertThat(data.ioChannelId()).isEqualTo(1003);
    assertThat(data.channelIds()).containsExactly(1004, 1005, 1006, 1007);
  }

  @Test
  void everyPrefixIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(CAPTURED.get("connectInitial"), ConnectInitial::decode);
    Decoding.assertEveryPrefixIsMalformed(CAPTURED.get("connectResponse"), ConnectResponse::decode);
  }

  @Test
  void oneIsNotTakenForTheOther() {
    ByteBuf initial = CAPTURED.get("connectInitial");

    assertThatThrownBy(() -> ConnectResponse.decode(initial))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageContaining("0x7F65");
  }

  @Test
  void moreChannelsThanAllowedAreMalformed() {
    String hex = ByteBufUtil.hexDump(CAPTURED.get("connectInitial"));
    ByteBuf many =
        Decoding.amidOthers(
            ByteBufUtil.decodeHexDump(hex.replace("03c0380004000000", "03c0380020000000")));

    assertThatThrownBy(() -> ConnectInitial.decode(many))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageContaining("32 channels");
  }

  @Property
  void aByteThatIsAnotherIsReadOrMalformed(
      @ForAll @IntRange(max = 466) int index, @ForAll byte value) {
    for (String name : new String[] {"connectInitial", "connectResponse"}) {
      ByteBuf frame = CAPTURED.get(name);
      frame.setByte(frame.readerIndex() + index % frame.readableBytes(), value);

      Decoding.decodes(frame, ConnectInitial::decode);
      Decoding.decodes(frame, ConnectResponse::decode);
    }
  }
}
