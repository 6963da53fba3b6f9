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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
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

class ChannelReassemblerTest {

  private static final int MAX = 100;
  private static final int FIRST = ChannelHeader.FIRST;
  private static final int LAST = ChannelHeader.LAST;

  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
  private final ChannelReassembler reassembler = new ChannelReassembler(MAX);

  /** One chunk that a peer may send. */
  record Chunk(long total, int flags, ByteBuf data) {}

  @Test
  void aMessageInOneChunkIsNotCopied() throws MalformedPduException {
    ByteBuf chunk = chunk(3, FIRST | LAST, 1, 2, 3);
    ByteBuf message = reassembler.add(chunk);
    chunk.setByte(chunk.writerIndex() - 1, 9);

    assertThat(ByteBufUtil.getBytes(message)).containsExactly(1, 2, 9);
    chunk.release();
    assertThat(message.refCnt()).as("the message keeps the memory").isEqualTo(1);
    message.release();
    assertThat(chunk.refCnt()).isZero();
  }

  @Test
  void readsAMessageOfARealServer() throws MalformedPduException {
    ByteBuf chunk = new CapturedPdus(ChannelReassemblerTest.class).get("chunkOfServer");

    assertThat(ByteBufUtil.hexDump(reassembler.add(chunk))).isEqualTo("500002000000000000000000");
  }

  @Test
  void aMessageIsWholeWithItsLastChunk() throws MalformedPduException {
    assertThat(add(6, FIRST, 1, 2)).isNull();
    assertThat(add(6, 0, 3, 4, 5)).isNull();

    assertThat(add(6, LAST, 6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertNothingIsHeld();
  }

  @Test
  void theHeadersIndicesStay() throws MalformedPduException {
    ByteBuf chunk = chunk(6, FIRST, 1, 2);
    int readerIndex = chunk.readerIndex();
    reassembler.add(chunk);

    assertThat(chunk.readerIndex()).isEqualTo(readerIndex);
    assertThat(chunk.refCnt()).isEqualTo(1);
  }

  @Test
  void aFirstChunkBeginsAnew() throws MalformedPduException {
    add(6, FIRST, 1, 2);
    add(4, FIRST, 5, 6);

    assertThat(add(4, LAST, 7, 8)).containsExactly(5, 6, 7, 8);
    add(6, FIRST, 1, 2);
    assertThat(add(1, FIRST | LAST, 9)).containsExactly(9);
    assertMalformed("without a first one", 6, LAST, 3);
    assertNothingIsHeld();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3", "101", "4294967295"})
  void aMessageInOneChunkThatIsNotAsLongAsItSaysIsMalformed(long total) {
    assertMalformed("virtual channel message of", total, FIRST | LAST, 1, 2);
    assertNothingIsHeld();
  }

  @Test
  void aMessageThatGrowsLongerThanItSaysIsDropped() throws MalformedPduException {
    add(3, FIRST, 1, 2);
    assertMalformed("longer than its 3 bytes", 3, 0, 3, 4);
    assertMalformed("without a first one", 3, LAST, 3);
    assertNothingIsHeld();
  }

  @Test
  void aMessageThatEndsBeforeItsLengthIsDropped() throws MalformedPduException {
    add(4, FIRST, 1, 2);
    assertMalformed("of 3 bytes says it has 4", 4, LAST, 3);
    assertNothingIsHeld();
  }

  @Test
  void theLongestMessageIsTakenAndALongerOneIsNot() throws MalformedPduException {
    int[] most = new int[MAX];

    assertThat(add(MAX, FIRST | LAST, most)).hasSize(MAX);
    add(MAX, FIRST, most);
    assertThat(add(MAX, LAST)).hasSize(MAX);
    assertMalformed("101 bytes; 100 are allowed", MAX + 1, FIRST, 1);
    assertMalformed("101 bytes; 100 are allowed", MAX + 1, FIRST | LAST, new int[MAX + 1]);
    assertMalformed("4294967295 bytes", 0xFFFF_FFFFL, FIRST, 1);
    assertNothingIsHeld();
  }

  @Test
  void aLengthAloneHoldsNoMemory() throws MalformedPduException {
    ChannelReassembler large = new ChannelReassembler(1 << 30);
    large.add(chunk(1 << 30, FIRST, 1, 2));

    assertThat(allocator.metric().usedHeapMemory()).isLessThan(1024);
  }

  @Test
  void aCompressedChunkEndsItsMessage() throws MalformedPduException {
    add(4, FIRST, 1, 2);
    assertMalformed("compressed", 4, LAST | ChannelHeader.COMPRESSED, 3, 4);
    assertMalformed("compressed", 2, FIRST | LAST | ChannelHeader.COMPRESSED, 3, 4);
    assertNothingIsHeld();
  }

  @Test
  void eachPrefixOfAChunkIsMalformed() {
    ByteBuf chunk = chunk(3, FIRST | LAST, 1, 2, 3);

    Decoding.assertEveryPrefixIsMalformed(
        chunk,
        in -> {
          reassembler.add(in).release();
          return in;
        });
  }

  @Test
  void closingDropsWhatThereIs() throws MalformedPduException {
    add(4, FIRST, 1, 2);
    reassembler.close();

    assertMalformed("without a first one", 4, LAST, 3, 4);
    reassembler.close();
    assertNothingIsHeld();
  }

  @Property
  void aMessageInAnyChunksComesBackAsItWas(
      @ForAll @Size(max = MAX) byte[] message, @ForAll @IntRange(min = 1, max = MAX) int size)
      throws MalformedPduException {
    byte[] whole = null;
    for (int at = 0; whole == null; at += size) {
      int end = Math.min(at + size, message.length);
      int flags = (at == 0 ? FIRST : 0) | (end == message.length ? LAST : 0);
      whole = add(new Chunk(message.length, flags, Unpooled.wrappedBuffer(message, at, end - at)));
    }

    assertThat(whole).isEqualTo(message);
    assertNothingIsHeld();
  }

  @Property
  void anyChunksAreTakenOrMalformedAndNothingLeaks(@ForAll("chunks") List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      try {
        byte[] message = add(chunk);
        if (message != null) {
          assertThat(message).hasSize((int) chunk.total()).hasSizeLessThanOrEqualTo(MAX);
        }
      } catch (MalformedPduException e) {
        assertThat(e).hasMessageStartingWith("virtual channel");
      }
    }
    reassembler.close();
    assertNothingIsHeld();
  }

  @Provide
  Arbitrary<List<Chunk>> chunks() {
    Arbitrary<Integer> flags =
        Arbitraries.of(0, 0, FIRST, LAST, FIRST | LAST, LAST | ChannelHeader.COMPRESSED);
    Arbitrary<ByteBuf> data =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(6).map(Unpooled::wrappedBuffer);
    return Combinators.combine(Arbitraries.just(6L), flags, data)
        .as(Chunk::new)
        .list()
        .ofMaxSize(20);
  }

  private byte[] add(long total, int flags, int... data) throws MalformedPduException {
    return add(new Chunk(total, flags, bytes(data)));
  }

  /** Returns the message, if it is whole. */
  private byte[] add(Chunk chunk) throws MalformedPduException {
    ByteBuf buffer = buffer(chunk);
    try {
      ByteBuf message = reassembler.add(buffer);
      if (message == null) {
        return null;
      }
      byte[] bytes = ByteBufUtil.getBytes(message);
      message.release();
      return bytes;
    } finally {
      buffer.release();
    }
  }

  private ByteBuf chunk(long total, int flags, int... data) {
    return buffer(new Chunk(total, flags, bytes(data)));
  }

  private static ByteBuf bytes(int... data) {
    ByteBuf bytes = Unpooled.buffer();
    for (int value : data) {
      bytes.writeByte(value);
    }
    return bytes;
  }

  private ByteBuf buffer(Chunk chunk) {
    ByteBuf buffer = allocator.buffer().writeZero(3).skipBytes(3);
    ChannelHeader.write(buffer, (int) chunk.total(), chunk.flags());
    return buffer.writeBytes(chunk.data().duplicate());
  }

  private void assertMalformed(String reason, long total, int flags, int... data) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> add(total, flags, data))
        .withMessageContaining(reason);
  }

  private void assertNothingIsHeld() {
    assertThat(allocator.metric().usedHeapMemory()).isZero();
  }
}
