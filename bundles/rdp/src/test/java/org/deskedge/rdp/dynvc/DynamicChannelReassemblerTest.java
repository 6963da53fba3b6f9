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
package org.deskedge.rdp.dynvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.junit.jupiter.api.Test;

class DynamicChannelReassemblerTest {

  private static final int MAX = 100;
  private static final int ID = 7;

  private final DynamicChannelReassembler reassembler = new DynamicChannelReassembler(MAX);

  @Test
  void dataOutsideAMessageIsAWholeOne() throws MalformedPduException {
    ByteBuf data = bytes(1, 2, 3);
    ByteBuf whole = reassembler.add(new DynvcPdu.Data(ID, data));

    assertThat(whole).isEqualTo(bytes(1, 2, 3));
    assertThat(reassembler.isPartial()).isFalse();
    whole.release();
    assertThat(data.refCnt()).as("the caller's own reference stays").isEqualTo(1);
  }

  @Test
  void aMessageIsWholeWithItsLastPart() throws MalformedPduException {
    assertThat(reassembler.add(first(6, 1, 2))).isNull();
    assertThat(reassembler.isPartial()).isTrue();
    assertThat(reassembler.add(data(3, 4, 5))).isNull();

    assertWhole(reassembler.add(data(6)), 1, 2, 3, 4, 5, 6);
    assertThat(reassembler.isPartial()).isFalse();
  }

  @Test
  void aFirstPartMayBeAll() throws MalformedPduException {
    assertWhole(reassembler.add(first(2, 1, 2)), 1, 2);
    assertThat(reassembler.isPartial()).isFalse();
  }

  @Test
  void messagesFollowEachOther() throws MalformedPduException {
    reassembler.add(first(2, 1));
    assertWhole(reassembler.add(data(2)), 1, 2);
    reassembler.add(first(3, 3));

    assertWhole(reassembler.add(data(4, 5)), 3, 4, 5);
  }

  @Test
  void theLongestMessageIsTaken() throws MalformedPduException {
    assertThat(reassembler.add(new DynvcPdu.Data(ID, Unpooled.wrappedBuffer(new byte[MAX]))))
        .isNotNull();
    assertThat(reassembler.add(first(MAX, 1))).isNull();
    reassembler.close();
  }

  @Test
  void aMessageThatClaimsMoreThanTheLimitIsMalformed() {
    assertMalformed(first(MAX + 1, 1), "limit");
    assertMalformed(first(0xFFFF_FFFFL, 1), "limit");
    assertMalformed(new DynvcPdu.Data(ID, Unpooled.wrappedBuffer(new byte[MAX + 1])), "limit");
  }

  @Test
  void aFirstPartLongerThanItsMessageIsMalformed() {
    assertMalformed(first(1, 1, 2), "longer than its length of 1");
  }

  @Test
  void aMessageThatGrowsPastItsLengthIsMalformed() throws MalformedPduException {
    reassembler.add(first(3, 1, 2));

    assertMalformed(data(3, 4), "longer than its length of 3");
  }

  @Test
  void aMessageWithinAnotherIsMalformed() throws MalformedPduException {
    reassembler.add(first(3, 1, 2));

    assertMalformed(first(3, 1, 2), "within another");
  }

  @Test
  void otherPdusAreMalformed() throws MalformedPduException {
    reassembler.add(first(3, 1, 2));

    assertMalformed(new DynvcPdu.Other(Dynvc.DATA_COMPRESSED, 0, bytes(1)), "not a data PDU");
  }

  @Test
  void aLengthCostsNothingBeforeThatMuchHasCome() throws MalformedPduException {
    UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    ByteBuf part = allocator.buffer(1, 1).writeByte(1);
    DynamicChannelReassembler large = new DynamicChannelReassembler(Integer.MAX_VALUE);
    large.add(new DynvcPdu.DataFirst(ID, Integer.MAX_VALUE, part));

    assertThat(allocator.metric().usedHeapMemory()).isLessThan(1024);
    large.close();
    part.release();
    assertThat(allocator.metric().usedHeapMemory()).isZero();
  }

  @Test
  void aBrokenMessageLeavesNothingInMemory() throws MalformedPduException {
    UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    ByteBuf part = allocator.buffer(1, 1).writeByte(1);
    reassembler.add(new DynvcPdu.DataFirst(ID, 2, part));
    part.release();
    assertThat(allocator.metric().usedHeapMemory()).isPositive();

    assertMalformed(data(2, 3), "longer than its length of 2");
    assertThat(allocator.metric().usedHeapMemory()).isZero();
  }

  @Test
  void closeDropsThePart() throws MalformedPduException {
    reassembler.add(first(3, 1, 2));
    reassembler.close();
    reassembler.close();

    assertThat(reassembler.isPartial()).isFalse();
    assertWhole(reassembler.add(data(9)), 9);
  }

  @Property
  void howeverAMessageIsCutItIsTheSame(
      @ForAll @Size(min = 1, max = MAX) byte[] message,
      @ForAll @IntRange(min = 1, max = 40) int cut)
      throws MalformedPduException {
    ByteBuf rest = Unpooled.wrappedBuffer(message);
    ByteBuf whole =
        reassembler.add(
            new DynvcPdu.DataFirst(ID, message.length, rest.readSlice(first(rest, cut))));
    while (rest.isReadable()) {
      assertThat(whole).isNull();
      whole = reassembler.add(new DynvcPdu.Data(ID, rest.readSlice(first(rest, cut))));
    }

    assertThat(whole).isEqualTo(Unpooled.wrappedBuffer(message));
    whole.release();
  }

  private static void assertWhole(ByteBuf whole, int... values) {
    assertThat(whole).isEqualTo(bytes(values));
    whole.release();
  }

  private void assertMalformed(DynvcPdu pdu, String reason) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> reassembler.add(pdu))
        .withMessageContaining(reason);
    assertThat(reassembler.isPartial()).isFalse();
  }

  private static int first(ByteBuf rest, int cut) {
    return Math.min(cut, rest.readableBytes());
  }

  private static DynvcPdu first(long total, int... bytes) {
    return new DynvcPdu.DataFirst(ID, total, bytes(bytes));
  }

  private static DynvcPdu data(int... bytes) {
    return new DynvcPdu.Data(ID, bytes(bytes));
  }

  private static ByteBuf bytes(int... values) {
    ByteBuf bytes = Unpooled.buffer();
    for (int value : values) {
      bytes.writeByte(value);
    }
    return bytes;
  }
}
