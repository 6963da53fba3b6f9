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
package org.deskedge.rdp.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelHeaderTest {

  private static final int WHOLE = ChannelHeader.FIRST | ChannelHeader.LAST;

  private final CapturedPdus captured = new CapturedPdus(ChannelHeaderTest.class);

  @ParameterizedTest
  @CsvSource({
    "chunkOfServer, 12, 0x03",
    "chunkOfClient, 4, 0x03",
    "chunkWithShowProtocol, 24, 0x13"
  })
  void readsWhatRealPeersSent(String name, long total, int flags) throws MalformedPduException {
    ByteBuf chunk = captured.get(name);

    assertThat(ChannelHeader.totalLength(chunk, chunk.readerIndex())).isEqualTo(total);
    assertThat(ChannelHeader.flags(chunk, chunk.readerIndex())).isEqualTo(flags);
  }

  @Test
  void writesTheHeaderARealServerWrites() {
    ByteBuf chunk = captured.get("chunkOfServer");
    ByteBuf out = Unpooled.buffer();
    ChannelHeader.write(out, 12, WHOLE);

    assertThat(out).isEqualTo(chunk.slice(chunk.readerIndex(), ChannelHeader.LENGTH));
  }

  @Test
  void eachPrefixOfAHeaderIsMalformed() {
    ByteBuf chunk = captured.get("chunkOfServer");

    Decoding.assertEveryPrefixIsMalformed(
        chunk, ChannelHeader.LENGTH, in -> ChannelHeader.flags(in, in.readerIndex()));
    Decoding.assertEveryPrefixIsMalformed(
        chunk, ChannelHeader.LENGTH, in -> ChannelHeader.totalLength(in, in.readerIndex()));
  }

  @Property
  void aHeaderComesBackAsItWas(
      @ForAll int total, @ForAll int flags, @ForAll @Size(max = 9) byte[] before)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer().writeBytes(before);
    ChannelHeader.write(out, total, flags);
    ByteBuf chunk = Decoding.amidOthers(ByteBufUtil.getBytes(out));
    int index = chunk.readerIndex() + before.length;

    assertThat(ChannelHeader.totalLength(chunk, index)).isEqualTo(Integer.toUnsignedLong(total));
    assertThat(ChannelHeader.flags(chunk, index)).isEqualTo(flags);
  }
}
