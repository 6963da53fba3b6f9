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
package org.deskedge.rdp.audin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.deskedge.rdp.rdpsnd.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AudinPduTest {

  private static final AudioFormat PCM_8K = AudioFormat.pcm(8_000, 1);

  private final CapturedPdus captured = new CapturedPdus(AudinPduTest.class);

  /** Name of the bytes, what they mean, and their decoder. */
  static Stream<Arguments> pdus() {
    return Stream.of(
        pdu("versionOfServer", new Version(1), Version::decode),
        pdu("versionOfClient", new Version(2), Version::decode),
        pdu("formatsOfServer", new Formats(List.of(PCM_8K)), Formats::decode),
        pdu("formatsOfClient", new Formats(List.of(PCM_8K)), Formats::decode),
        pdu("incomingData", new IncomingData(), IncomingData::decode),
        pdu("open", new Open(160, 0, PCM_8K), Open::decode),
        pdu("formatChange", new FormatChange(0), FormatChange::decode),
        pdu("openReply", new OpenReply(0), OpenReply::decode));
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void readsWhatARealPeerSent(String name, AudinPdu pdu, Decoding.Decoder decoder)
      throws MalformedPduException {
    assertThat(decoder.decode(captured.get(name))).isEqualTo(pdu);
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void writesWhatARealPeerWrites(String name, AudinPdu pdu) {
    assertThat(ByteBufUtil.hexDump(encoded(pdu)))
        .isEqualTo(ByteBufUtil.hexDump(captured.get(name)));
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void eachPrefixIsMalformed(String name, AudinPdu pdu, Decoding.Decoder decoder) {
    Decoding.assertEveryPrefixIsMalformed(captured.get(name), decoder);
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void aPduOfAnotherTypeIsMalformed(String name, AudinPdu pdu, Decoding.Decoder decoder) {
    ByteBuf message = encoded(pdu).setByte(0, 0x42);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> decoder.decode(message))
        .withMessageContaining("type 66");
  }

  @Test
  void eachPrefixOfManyFormatsIsMalformed() {
    AudioFormat mulaw =
        new AudioFormat(7, 1, 8_000, 8_000, 1, 8, Unpooled.wrappedBuffer(new byte[] {1, 2}));
    Decoding.assertEveryPrefixIsMalformed(
        encoded(new Formats(List.of(PCM_8K, mulaw, mulaw))), Formats::decode);
    Decoding.assertEveryPrefixIsMalformed(encoded(new Open(160, 1, mulaw)), Open::decode);
  }

  @Test
  void moreFormatsThanThereCanBeAreMalformed() {
    ByteBuf message = encoded(new Formats(List.of(PCM_8K))).setIntLE(1, -1);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Formats.decode(message))
        .withMessageContaining("4294967295 audio formats cannot be in 18 bytes");
  }

  @Test
  void whatFollowsTheFormatsIsIgnored() throws MalformedPduException {
    ByteBuf message = encoded(new Formats(List.of(PCM_8K))).writeIntLE(42);

    assertThat(Formats.decode(message)).isEqualTo(new Formats(List.of(PCM_8K)));
  }

  @Test
  void aFailureToOpenIsNegative() throws MalformedPduException {
    ByteBuf message = Decoding.amidOthers(HexFormat.of().parseHex("0405400080"));

    assertThat(OpenReply.decode(message).result()).isEqualTo(0x80004005).isNegative();
  }

  @Test
  void theAudioOfARealClientFollowsTheHeader() throws MalformedPduException {
    ByteBuf message = captured.get("data");

    assertThat(Audin.type(message)).isEqualTo(Audin.DATA);
    assertThat(Data.payloadIndex(message)).isEqualTo(message.readerIndex() + 1);
    assertThat(message.writerIndex() - Data.payloadIndex(message)).isEqualTo(2);
  }

  @Test
  void dataWithoutHeaderIsMalformedAndWithoutAudioIsNot() {
    Decoding.assertEveryPrefixIsMalformed(captured.get("data"), 1, Data::payloadIndex);
    Decoding.assertEveryPrefixIsMalformed(captured.get("data"), 1, Audin::type);
    assertThat(Decoding.decodes(captured.get("incomingData"), Data::payloadIndex)).isFalse();
  }

  private static Arguments pdu(String name, AudinPdu pdu, Decoding.Decoder decoder) {
    return Arguments.of(name, pdu, decoder);
  }

  private static ByteBuf encoded(AudinPdu pdu) {
    ByteBuf out = Unpooled.buffer();
    pdu.encode(out);
    return out;
  }
}
