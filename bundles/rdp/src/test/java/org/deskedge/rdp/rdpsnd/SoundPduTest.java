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
package org.deskedge.rdp.rdpsnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundPduTest {

  private static final AudioFormat PCM_8K = AudioFormat.pcm(8_000, 1);

  private final CapturedPdus captured = new CapturedPdus(SoundPduTest.class);

  @Test
  void readsWhatARealClientSent() throws MalformedPduException {
    assertThat(ClientFormats.decode(captured.get("clientFormats")))
        .isEqualTo(
            new ClientFormats(
                ClientFormats.ALIVE | ClientFormats.VOLUME, -1, 0, 0, 8, List.of(PCM_8K)));
    assertThat(QualityMode.decode(captured.get("qualityMode"))).isEqualTo(new QualityMode(2));
  }

  @Test
  void writesWhatARealClientAccepts() {
    assertThat(hex(new ServerFormats(8, 0, List.of(PCM_8K))))
        .isEqualTo(ByteBufUtil.hexDump(captured.get("serverFormats")));
    assertThat(hex(new Close())).isEqualTo("01000000");
  }

  @Test
  void trainingIsPaddedToItsPackSize() {
    assertThat(hex(new Training(0x1234, 0))).isEqualTo("0600040034120000");
    assertThat(hex(new Training(0x1234, 8))).isEqualTo("0600040034120800");
    assertThat(hex(new Training(0x1234, 11))).isEqualTo("0600070034120b00000000");
  }

  @Test
  void theUdpPortIsInNetworkByteOrder() {
    assertThat(hex(new ClientFormats(1, 2, 4, 0x0D3D, 6, List.of())))
        .isEqualTo("07001400" + "010000000200000004000000" + "0d3d" + "0000" + "00060000");
  }

  static Stream<Arguments> decoders() {
    return Stream.of(
        Arguments.of(new ServerFormats(8, 255, List.of(PCM_8K)), decoder(ServerFormats::decode)),
        Arguments.of(
            new ClientFormats(1, 2, 3, 4, 8, List.of(PCM_8K, PCM_8K)),
            decoder(ClientFormats::decode)),
        Arguments.of(new QualityMode(1), decoder(QualityMode::decode)),
        Arguments.of(new Training(7, 0), decoder(Training::decode)),
        Arguments.of(new Training(7, 100), decoder(Training::decode)),
        Arguments.of(new TrainingConfirm(7, 0xFFFF), decoder(TrainingConfirm::decode)),
        Arguments.of(new Close(), decoder(Close::decode)));
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void eachPrefixIsMalformed(SoundPdu pdu, Decoding.Decoder decoder) {
    Decoding.assertEveryPrefixIsMalformed(encoded(pdu), decoder);
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void aBodyShorterThanItsFieldsIsMalformed(SoundPdu pdu, Decoding.Decoder decoder) {
    ByteBuf message = encoded(pdu);
    int bodySize = message.readableBytes() - Rdpsnd.PROLOG;
    for (int size = 0; size < bodySize; size++) {
      message.setShortLE(2, size);
      assertThat(Decoding.decodes(message, decoder)).as("BodySize %d", size).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void aPduOfAnotherTypeIsMalformed(SoundPdu pdu, Decoding.Decoder decoder) {
    ByteBuf message = encoded(pdu).setByte(0, 0x42);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> decoder.decode(message))
        .withMessageContaining("type 66");
  }

  @Test
  void moreFormatsThanThereCanBeAreMalformed() {
    ByteBuf message = encoded(new ClientFormats(1, 2, 3, 4, 8, List.of(PCM_8K)));
    message.setShortLE(18, 0xFFFF);

    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ClientFormats.decode(message))
        .withMessageContaining("65535 audio formats cannot be in 18 bytes");
  }

  @Test
  void extraDataThatReachesPastThePduIsMalformed() {
    ByteBuf message = encoded(new ClientFormats(1, 2, 3, 4, 8, List.of(PCM_8K)));
    message.setShortLE(message.writerIndex() - 2, 1);

    assertThat(Decoding.decodes(message, ClientFormats::decode)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0600040034120700", "0600040034120900", "060005003412080000"})
  void trainingOfAnotherLengthThanItSaysIsMalformed(String hex) {
    assertThat(Decoding.decodes(bytes(hex), Training::decode)).isFalse();
  }

  @Test
  void whatCannotBeWrittenCannotBeMade() {
    List<AudioFormat> tooMany = Collections.nCopies(4_000, PCM_8K);
    assertThatIllegalArgumentException().isThrownBy(() -> new ServerFormats(8, 0, tooMany));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientFormats(1, 0, 0, 0, 8, tooMany));
    assertThatIllegalArgumentException().isThrownBy(() -> new Training(0, 7));
    assertThatIllegalArgumentException().isThrownBy(() -> new Training(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Training(0, 0x1_0000));
  }

  private static Decoding.Decoder decoder(Decoding.Decoder decoder) {
    return decoder;
  }

  private static ByteBuf encoded(SoundPdu pdu) {
    ByteBuf out = Unpooled.buffer();
    pdu.encode(out);
    return out;
  }

  private static String hex(SoundPdu pdu) {
    return ByteBufUtil.hexDump(encoded(pdu));
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
