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
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynvcHeaderTest {

  private final CapturedPdus captured = new CapturedPdus(DynvcHeaderTest.class);

  @Test
  void readsTheHeaderARealClientSent() throws MalformedPduException {
    ByteBuf message = captured.get("data");

    assertThat(Dynvc.command(message)).isEqualTo(Dynvc.DATA);
    assertThat(Dynvc.channelId(message)).isEqualTo(0x10000002);
    assertThat(Dynvc.headerLength(message)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "30ff, 255, 2",
    "317856, 0x5678, 3",
    "3278563412, 0x12345678, 5",
    "32ffffffff, -1, 5",
    "60ff, 255, 2",
    "70ff, 255, 2"
  })
  void readsChannelIdsOfEveryWidth(String hex, String id, int headerLength)
      throws MalformedPduException {
    ByteBuf message = message(hex);

    assertThat(Dynvc.channelId(message)).isEqualTo(Integer.decode(id));
    assertThat(Dynvc.headerLength(message)).isEqualTo(headerLength);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3000",
    "255, 30ff",
    "256, 310001",
    "65535, 31ffff",
    "65536, 3200000100",
    "-1, 32ffffffff"
  })
  void writesChannelIdsInAsFewBytesAsTheyNeed(int id, String hex) {
    ByteBuf out = Unpooled.buffer();
    Dynvc.writeData(out, id);

    assertThat(ByteBufUtil.hexDump(out)).isEqualTo(hex);
    assertThat(Dynvc.dataHeaderLength(id)).isEqualTo(out.readableBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"30ff", "317856", "3278563412"})
  void eachPrefixOfAHeaderIsMalformed(String hex) {
    ByteBuf header = message(hex);

    Decoding.assertEveryPrefixIsMalformed(header, Dynvc::headerLength);
    Decoding.assertEveryPrefixIsMalformed(header, Dynvc::channelId);
    Decoding.assertEveryPrefixIsMalformed(header, 1, Dynvc::command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3300000000", "1300000000"})
  void anIdOfTheReservedWidthIsMalformed(String hex) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Dynvc.channelId(message(hex)))
        .withMessageContaining("width");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50000200", "800000000000", "900000000000", "0001", "f001"})
  void messagesWithoutAChannelHaveNoChannelId(String hex) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Dynvc.channelId(message(hex)))
        .withMessageContaining("no channel id");
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 8) byte[] bytes) {
    ByteBuf message = Decoding.amidOthers(bytes);

    Decoding.decodes(message, Dynvc::command);
    Decoding.decodes(message, Dynvc::channelId);
    Decoding.decodes(message, Dynvc::headerLength);
  }

  private static ByteBuf message(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
