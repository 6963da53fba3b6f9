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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.AudioFormatArbitraries;
import org.deskedge.rdp.internal.Decoding;

class SoundPduPropertyTest {

  private static final List<Decoding.Decoder> DECODERS =
      List.of(
          ServerFormats::decode,
          ClientFormats::decode,
          QualityMode::decode,
          Training::decode,
          TrainingConfirm::decode,
          Close::decode,
          WaveConfirm::timestamp,
          WaveConfirm::blockNo,
          Rdpsnd::type);

  @Property
  void aPduComesBackAsItWas(@ForAll("pdus") SoundPdu pdu) throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    pdu.encode(out);

    assertThat(out.readableBytes()).isEqualTo(pdu.encodedLength());
    assertThat(decode(pdu, Decoding.amidOthers(ByteBufUtil.getBytes(out)))).isEqualTo(pdu);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 80) byte[] bytes) {
    ByteBuf message = Decoding.amidOthers(bytes);
    DECODERS.forEach(decoder -> Decoding.decodes(message, decoder));
  }

  @Property
  void anyBytesAfterASoundHeaderAreReadOrMalformed(
      @ForAll("types") int type, @ForAll @Size(max = 80) byte[] body) {
    ByteBuf pdu = Unpooled.buffer();
    Rdpsnd.prolog(pdu, type, body.length);
    ByteBuf message = Decoding.amidOthers(ByteBufUtil.getBytes(pdu.writeBytes(body)));
    DECODERS.forEach(decoder -> Decoding.decodes(message, decoder));
  }

  private static SoundPdu decode(SoundPdu like, ByteBuf message) throws MalformedPduException {
    if (like instanceof ServerFormats) {
      return ServerFormats.decode(message);
    } else if (like instanceof ClientFormats) {
      return ClientFormats.decode(message);
    } else if (like instanceof QualityMode) {
      return QualityMode.decode(message);
    } else if (like instanceof Training) {
      return Training.decode(message);
    } else if (like instanceof TrainingConfirm) {
      return TrainingConfirm.decode(message);
    }
    return Close.decode(message);
  }

  @Provide
  Arbitrary<Integer> types() {
    return Arbitraries.of(
        Rdpsnd.CLOSE, Rdpsnd.WAVE_CONFIRM, Rdpsnd.TRAINING, Rdpsnd.FORMATS, Rdpsnd.QUALITY_MODE);
  }

  @Provide
  Arbitrary<SoundPdu> pdus() {
    Arbitrary<Integer> u16 = AudioFormatArbitraries.u16();
    Arbitrary<Integer> any = Arbitraries.integers();
    Arbitrary<List<AudioFormat>> formats = AudioFormatArbitraries.lists();
    Arbitrary<Integer> sizes =
        Arbitraries.oneOf(
            Arbitraries.just(0), Arbitraries.integers().between(8, 2_000), Arbitraries.of(0xFFFF));
    return Arbitraries.oneOf(
        Combinators.combine(u16, Arbitraries.integers().between(0, 0xFF), formats)
            .as(ServerFormats::new),
        Combinators.combine(any, any, any, u16, u16, formats).as(ClientFormats::new),
        u16.map(QualityMode::new),
        Combinators.combine(u16, sizes).as(Training::new),
        Combinators.combine(u16, u16).as(TrainingConfirm::new),
        Arbitraries.just(new Close()));
  }
}
