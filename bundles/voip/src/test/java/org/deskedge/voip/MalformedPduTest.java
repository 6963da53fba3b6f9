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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedPduTest {

  private final ByteBuf pdu = Unpooled.buffer();

  @ParameterizedTest
  @ValueSource(longs = {0, 15, 16_385, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
  void aLengthOutOfBoundsIsRefusedBeforeTheRestComes(long length) {
    pdu.writeIntLE((int) length);

    assertMalformed("length " + length + " is not from 16 to 16384");
  }

  @Test
  void aLengthOutOfBoundsIsRefusedWhenItComesInPieces() throws MalformedPduException {
    VoipDecoder decoder = new VoipDecoder();
    decoder.decode(Unpooled.wrappedBuffer(new byte[] {1, 2}), pdu -> {});

    assertThatThrownBy(() -> decoder.decode(Unpooled.wrappedBuffer(new byte[] {3, 4}), pdu -> {}))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageContaining("length");
  }

  @Test
  void anotherVersionOfTheFramingIsRefused() {
    header(0x30).setByte(4, 2);

    assertMalformed("version 2 is not known");
  }

  @Test
  void anOptionThatClaimsMoreThanIsLeftIsRefused() {
    header(0x30).writeShortLE(7).writeShortLE(3).writeShortLE(0);

    assertMalformed("RELEASE: option 7 claims 3 bytes, 2 are left");
  }

  @Test
  void anOptionHeaderCutOffIsRefused() {
    header(0x30).writeShortLE(7);

    assertMalformed("RELEASE: option header is cut off");
  }

  @Test
  void aKnownOptionThatComesTwiceIsRefused() {
    option(option(header(0x30), 7, 0, 0), 7, 0, 0);

    assertMalformed("RELEASE: option REASON comes twice");
  }

  @Test
  void aMissingMandatoryOptionIsRefused() {
    header(0x11);

    assertMalformed("ESTABLISH CONFIRM: option SDP is missing");
  }

  @Test
  void aNumberOfTheWrongSizeIsRefused() {
    option(header(0x30), 7, 0, 0, 0, 0);

    assertMalformed("RELEASE: option REASON has 4 bytes instead of 2");
  }

  @Test
  void anUnknownValueOfAFixedSetIsRefused() {
    option(header(0x10), 9, 2);

    assertMalformed("ESTABLISH REQUEST: option ORIGIN has unknown value 2");
  }

  @Test
  void aHeartbeatThatIsNeitherRequestNorReplyIsRefused() {
    option(option(header(0x02), 5, 0, 0, 0, 0, 0, 0, 0, 0), 6, 2);

    assertMalformed("HEARTBEAT: option REPLY has unknown value 2");
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    option(header(0x11), 12, 0xC3, 0x28);

    assertMalformed("ESTABLISH CONFIRM: option SDP is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "\0", "a\u007f", "\u0085"})
  void aPartyWithControlCharactersIsRefused(String party) {
    option(option(header(0x10), 9, 0), 11, utf8(party));

    assertMalformed("ESTABLISH REQUEST: remote party has control characters");
  }

  @Test
  void anEmptyPartyIsRefused() {
    option(option(header(0x10), 9, 0), 10);

    assertMalformed("ESTABLISH REQUEST: length of local party in bytes is not from 1 to 512");
  }

  @Test
  void aRoleWithoutItsSessionDescriptionIsRefused() {
    option(option(header(0x20), 13, 3), 14, 1);

    assertMalformed("MODIFICATION REQUEST: role OFFER without session description");
  }

  @Test
  void aSessionDescriptionWithoutARoleIsRefused() {
    option(option(option(header(0x20), 13, 3), 14, 0), 12, 'v');

    assertMalformed("MODIFICATION REQUEST: role NONE with session description");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 60_001, -1})
  void aHeartbeatIntervalOutOfBoundsIsRefused(int interval) {
    option(option(header(0x01), 1, 1, 0), 2, 'p');
    pdu.writeShortLE(4).writeShortLE(4).writeIntLE(interval);

    assertMalformed("HELLO: heartbeat interval is not from 100 to 60000");
  }

  @Test
  void aKeyIsNeverPartOfAMessage() {
    assertThat(new Hello(1, "p", Optional.of("s3cret"), 0).toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> new Hello(1, "p", Optional.of("s3cret\n"), 0))
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void unknownOptionsAreSkipped() throws MalformedPduException {
    option(option(option(header(0x30), 999, 1, 2, 3), 7, 0, 0), 0);
    option(pdu, 999);

    assertThat(decode()).containsExactly(new Release(0, Reason.NORMAL, ""));
  }

  @Test
  void flagsAreIgnored() throws MalformedPduException {
    option(header(0x30), 7, 0, 0).setShortLE(6, 0xFFFF);

    assertThat(decode()).containsExactly(new Release(0, Reason.NORMAL, ""));
  }

  @Test
  void unknownTypesAreSkippedAndCounted() throws MalformedPduException {
    pdu.writeBytes(Pdus.bytes(new Heartbeat(1, false)));
    pdu.setByte(5, 0xEE);
    pdu.writeBytes(Pdus.bytes(new Heartbeat(2, false)));
    VoipDecoder decoder = new VoipDecoder();
    List<VoipPdu> decoded = new ArrayList<>();

    decoder.decode(pdu, decoded::add);

    assertThat(decoded).containsExactly(new Heartbeat(2, false));
    assertThat(decoder.skipped()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 255, 65_535})
  void unknownReasonsDecodeAsInternal(int code) throws MalformedPduException {
    option(header(0x30), 7, code & 0xFF, code >> 8);

    assertThat(decode()).containsExactly(new Release(0, Reason.INTERNAL, ""));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasItsOwnCode(Reason reason) {
    assertThat(Reason.of(reason.code())).isEqualTo(reason);
  }

  @Test
  void explanationsAreMadeToFit() {
    Bye bye = new Bye(Reason.INTERNAL, "line one\r\nline two\ud800" + "x".repeat(1000));

    assertThat(bye.text()).startsWith("line one  line two x").hasSize(Fields.MAX_TEXT_CHARS);
  }

  private void assertMalformed(String message) {
    VoipDecoder decoder = new VoipDecoder();
    List<VoipPdu> decoded = new ArrayList<>();
    VoipPdu good = new Heartbeat(1, false);
    byte[] bytes = new byte[pdu.readableBytes()];
    pdu.readBytes(bytes);
    if (bytes.length >= VoipChannel.HEADER_LENGTH) {
      Unpooled.wrappedBuffer(bytes).setIntLE(0, bytes.length);
    }

    assertThatThrownBy(
            () ->
                decoder.decode(
                    Unpooled.wrappedBuffer(Pdus.bytes(good), bytes, Pdus.bytes(good)),
                    decoded::add))
        .isInstanceOf(MalformedPduException.class)
        .hasMessage(message);
    assertThat(decoded).as("what came before").containsExactly(good);

    ByteBuf more = Unpooled.wrappedBuffer(Pdus.bytes(good));
    try {
      decoder.decode(more, decoded::add);
    } catch (MalformedPduException e) {
      throw new AssertionError("a broken stream is reported once", e);
    }
    assertThat(more.isReadable()).isFalse();
    assertThat(decoded).as("what comes after").containsExactly(good);
  }

  private List<VoipPdu> decode() throws MalformedPduException {
    byte[] bytes = new byte[pdu.readableBytes()];
    pdu.readBytes(bytes);
    Unpooled.wrappedBuffer(bytes).setIntLE(0, bytes.length);
    return Pdus.decode(bytes);
  }

  private ByteBuf header(int type) {
    return pdu.writeIntLE(16).writeByte(1).writeByte(type).writeZero(10);
  }

  private ByteBuf option(ByteBuf out, int type, int... value) {
    out.writeShortLE(type).writeShortLE(value.length);
    for (int b : value) {
      out.writeByte(b);
    }
    return out;
  }

  private static int[] utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] values = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i] & 0xFF;
    }
    return values;
  }
}
