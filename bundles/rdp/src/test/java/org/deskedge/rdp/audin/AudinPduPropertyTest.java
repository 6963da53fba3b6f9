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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.AudioFormatArbitraries;
import org.deskedge.rdp.internal.Decoding;

class AudinPduPropertyTest {

  private static final List<Decoding.Decoder> DECODERS =
      List.of(
          Version::decode,
          Formats::decode,
          Open::decode,
          OpenReply::decode,
          IncomingData::decode,
          Data::payloadIndex,
          FormatChange::decode,
          Audin::type);

  @Property
  void aPduComesBackAsItWas(@ForAll("pdus") AudinPdu pdu) throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    pdu.encode(out);

    assertThat(out.readableBytes()).isEqualTo(pdu.encodedLength());
    assertThat(decode(Decoding.amidOthers(ByteBufUtil.getBytes(out)))).isEqualTo(pdu);
  }

  @Property
  void audioComesBackAsItWas(@ForAll @Size(max = 40) byte[] audio) throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    Data.write(out);
    ByteBuf message = Decoding.amidOthers(ByteBufUtil.getBytes(out.writeBytes(audio)));

    assertThat(Audin.type(message)).isEqualTo(Audin.DATA);
    int index = Data.payloadIndex(message);
    assertThat(ByteBufUtil.getBytes(message, index, message.writerIndex() - index))
        .isEqualTo(audio);
  }

  @Property
  void anyBytesAreReadOrMalformed(
      @ForAll @IntRange(max = 8) int type, @ForAll @Size(max = 80) byte[] body) {
    ByteBuf message =
        Decoding.amidOthers(
            ByteBufUtil.getBytes(Unpooled.buffer().writeByte(type).writeBytes(body)));
    DECODERS.forEach(decoder -> Decoding.decodes(message, decoder));
  }

  private static AudinPdu decode(ByteBuf message) throws MalformedPduException {
    return switch (Audin.type(message)) {
      case Audin.VERSION -> Version.decode(message);
      case Audin.FORMATS -> Formats.decode(message);
      case Audin.OPEN -> Open.decode(message);
      case Audin.OPEN_REPLY -> OpenReply.decode(message);
      case Audin.DATA_INCOMING -> IncomingData.decode(message);
      default -> FormatChange.decode(message);
    };
  }

  @Provide
  Arbitrary<AudinPdu> pdus() {
    Arbitrary<Integer> any = Arbitraries.integers();
    return Arbitraries.oneOf(
        any.map(Version::new),
        AudioFormatArbitraries.lists().map(Formats::new),
        Combinators.combine(any, any, AudioFormatArbitraries.formats()).as(Open::new),
        any.map(OpenReply::new),
        any.map(FormatChange::new),
        Arbitraries.just(new IncomingData()));
  }
}
