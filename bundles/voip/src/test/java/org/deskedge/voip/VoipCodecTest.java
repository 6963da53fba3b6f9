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
package org.deskedge.voip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VoipCodecTest {

  static final List<VoipPdu> PDUS = Pdus.ONE_OF_EACH;

  @Provide
  Arbitrary<VoipPdu> pdus() {
    return Pdus.any();
  }

  @Property
  void whatIsEncodedDecodesToTheSame(@ForAll("pdus") VoipPdu pdu) throws MalformedPduException {
    byte[] bytes = Pdus.bytes(pdu);

    assertThat(bytes).hasSizeLessThanOrEqualTo(VoipChannel.MAX_PDU_LENGTH);
    assertThat(Pdus.decode(bytes)).containsExactly(pdu);
  }

  @Property(tries = 200)
  void aStreamMayBeCutAnywhere(
      @ForAll @Size(max = 5) List<@From("pdus") VoipPdu> pdus,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 900) Integer> cuts)
      throws MalformedPduException {
    ByteBuf stream = Unpooled.wrappedBuffer(Pdus.bytes(pdus));
    VoipDecoder decoder = new VoipDecoder();
    List<VoipPdu> decoded = new ArrayList<>();

    for (int cut : cuts) {
      decoder.decode(stream.readSlice(Math.min(cut, stream.readableBytes())), decoded::add);
    }
    decoder.decode(stream, decoded::add);

    assertThat(decoded).isEqualTo(pdus);
  }

  @Test
  void aStreamMayComeByteByByte() throws MalformedPduException {
    VoipDecoder decoder = new VoipDecoder();
    List<VoipPdu> decoded = new ArrayList<>();

    for (byte b : Pdus.bytes(PDUS)) {
      decoder.decode(Unpooled.wrappedBuffer(new byte[] {b}), decoded::add);
    }

    assertThat(decoded).isEqualTo(PDUS);
  }

  @ParameterizedTest
  @FieldSource("PDUS")
  void everyPrefixWaitsForMore(VoipPdu pdu) throws MalformedPduException {
    byte[] bytes = Pdus.bytes(pdu);

    for (int length = 0; length < bytes.length; length++) {
      VoipDecoder decoder = new VoipDecoder();
      List<VoipPdu> decoded = new ArrayList<>();
      decoder.decode(Unpooled.wrappedBuffer(bytes, 0, length), decoded::add);
      assertThat(decoded).as("prefix of %d bytes", length).isEmpty();

      decoder.decode(Unpooled.wrappedBuffer(bytes, length, bytes.length - length), decoded::add);
      assertThat(decoded).containsExactly(pdu);
    }
  }

  /** Cut off and with a length that says so: some prefixes end with a whole option. */
  @ParameterizedTest
  @FieldSource("PDUS")
  void everyPrefixThatClaimsToBeWholeFailsCleanlyOrIsAnotherPdu(VoipPdu pdu) {
    byte[] bytes = Pdus.bytes(pdu);

    for (int length = VoipChannel.HEADER_LENGTH; length < bytes.length; length++) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      Unpooled.wrappedBuffer(prefix).setIntLE(0, length);
      try {
        assertThat(Pdus.decode(prefix)).hasSize(1).doesNotContain(pdu);
      } catch (MalformedPduException e) {
        assertThat(e).hasMessageMatching("[A-Z ]+: .+");
      }
    }
  }

  @Property
  void randomBytesNeverDoMoreThanFail(@ForAll byte[] bytes) {
    decodeWhateverItIs(bytes);
  }

  @Property
  void oneWrongByteNeverDoesMoreThanFail(
      @ForAll("pdus") VoipPdu pdu, @ForAll int position, @ForAll byte value) {
    byte[] bytes = Pdus.bytes(pdu);
    bytes[Math.floorMod(position, bytes.length)] = value;

    decodeWhateverItIs(bytes);
  }

  @Test
  void headerIsLaidOutAsSpecified() {
    byte[] bytes = Pdus.bytes(new Release(0x04030201L, Reason.BUSY, "a"));

    assertThat(bytes)
        .containsExactly(
            27, 0, 0, 0, 1, 0x30, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 7, 0, 2, 0, 4, 0, 8, 0, 1, 0, 'a');
  }

  @Test
  void anEventIsLaidOutAsSpecified() {
    byte[] bytes = Pdus.bytes(new EventNotice(1, 2, 11, 160));

    assertThat(bytes)
        .containsExactly(
            27,
            0,
            0,
            0,
            1,
            0x40,
            0,
            0,
            1,
            0,
            0,
            0,
            2,
            0,
            0,
            0,
            15,
            0,
            1,
            0,
            11,
            16,
            0,
            2,
            0,
            (byte) 160,
            0);
  }

  @Test
  void anEventThatDoesNotFitItsFieldsIsNotMade() {
    assertThatThrownBy(() -> new EventNotice(1, 2, 256, 160)).hasMessageContaining("event");
    assertThatThrownBy(() -> new EventNotice(1, 2, -1, 160)).hasMessageContaining("event");
    assertThatThrownBy(() -> new EventNotice(1, 2, 1, 65_536)).hasMessageContaining("duration");
  }

  @Test
  void greatestNumbersAreKept() throws MalformedPduException {
    EstablishReject pdu = new EstablishReject(0xFFFF_FFFFL, 0xFFFF_FFFFL, Reason.LIMIT, "");

    assertThat(Pdus.decode(Pdus.bytes(pdu))).containsExactly(pdu);
    assertThatThrownBy(() -> new Release(0x1_0000_0000L, Reason.NORMAL, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("call");
  }

  private static void decodeWhateverItIs(byte[] bytes) {
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    try {
      new VoipDecoder().decode(in, pdu -> assertThat(pdu).isNotNull());
    } catch (MalformedPduException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    assertThat(in.isReadable()).isFalse();
  }
}
