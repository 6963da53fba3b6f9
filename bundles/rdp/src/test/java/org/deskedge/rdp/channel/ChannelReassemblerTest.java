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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;

class ChannelReassemblerTest {

  private static final int LIMIT = 100;
  private static final int BOTH = ChannelHeader.FIRST | ChannelHeader.LAST;

  private final ChannelReassembler reassembler = new ChannelReassembler(LIMIT);

  @Property
  void aMessageIsTheSameHoweverItWasCut(
      @ForAll @Size(min = 1, max = LIMIT) byte[] message,
      @ForAll @IntRange(min = 1, max = LIMIT) int chunkLength)
      throws MalformedPduException {
    ByteBuf whole = null;
    for (int at = 0; at < message.length; at += chunkLength) {
      int end = Math.min(message.length, at + chunkLength);
      int flags =
          (at == 0 ? ChannelHeader.FIRST : 0) | (end == message.length ? ChannelHeader.LAST : 0);
      whole = reassembler.add(chunk(message.length, flags, Arrays.copyOfRange(message, at, end)));
      assertThat(whole != null).isEqualTo(end == message.length);
    }

    assertThat(whole).isEqualTo(Unpooled.wrappedBuffer(message));
    whole.release();
  }

  @Test
  void aMessageInOneChunkIsNotCopied() throws Exception {
    ByteBuf chunk = chunk(3, BOTH, new byte[3]);

    ByteBuf message = reassembler.add(chunk);

    assertThat(message.unwrap()).isSameAs(chunk);
    assertThat(chunk.refCnt()).isEqualTo(2);
  }

  @Test
  void lengthsThatLieAreMalformed() {
    expectMalformed(chunk(4, BOTH, new byte[3]), "3 bytes says it has 4");
    expectMalformed(chunk(LIMIT + 1, ChannelHeader.FIRST, new byte[3]), "100 are allowed");
    expectMalformed(chunk(2, ChannelHeader.FIRST, new byte[3]), "longer than its 2 bytes");
    expectMalformed(chunk(-1, ChannelHeader.FIRST, new byte[3]), "4294967295 bytes");
  }

  @Test
  void aMessageThatEndsTooSoonIsMalformedAndTheNextOneIsNot() throws Exception {
    assertThat(reassembler.add(chunk(9, ChannelHeader.FIRST, new byte[3]))).isNull();
    expectMalformed(chunk(9, ChannelHeader.LAST, new byte[3]), "6 bytes says it has 9");

    assertThat(reassembler.add(chunk(1, BOTH, new byte[1]))).isNotNull();
  }

  @Test
  void aChunkWithoutAFirstOneIsMalformed() {
    expectMalformed(chunk(3, ChannelHeader.LAST, new byte[3]), "without a first one");
  }

  @Test
  void aChunkThatEndsInItsHeaderIsMalformed() {
    Decoding.assertEveryPrefixIsMalformed(
        chunk(0, BOTH, new byte[0]),
        message -> new ChannelReassembler(LIMIT).add(message).release());
  }

  private void expectMalformed(ByteBuf chunk, String reason) {
    assertThatThrownBy(() -> reassembler.add(chunk))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageContaining(reason);
  }

  private static ByteBuf chunk(int total, int flags, byte[] data) {
    ByteBuf out = Unpooled.buffer();
    ChannelHeader.write(out, total, flags);
    return out.writeBytes(data);
  }
}
