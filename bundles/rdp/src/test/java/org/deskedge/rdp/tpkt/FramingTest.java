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
package org.deskedge.rdp.tpkt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

  @ParameterizedTest
  @CsvSource({
    "030000130ed000, 19",
    "0300ffff, 65535",
    "0007, 7",
    "008107, 263",
    "c0ffff, 32767",
    "'', 0",
    "03, 0",
    "030000, 0",
    "00, 0",
    "0081, 0"
  })
  void theLengthIsKnownAsSoonAsItsBytesAreThere(String hex, int length) throws Exception {
    assertThat(Framing.frameLength(bytes(hex))).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "03000006, TPKT of 6 bytes",
    "47455420, first byte 0x47",
    "0001, fast-path PDU of 1 bytes",
    "008002, fast-path PDU of 2 bytes"
  })
  void whatIsNoFrameIsMalformed(String hex, String reason) {
    assertThatThrownBy(() -> Framing.frameLength(bytes(hex)))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageStartingWith(reason);
  }

  @Property
  void anyBytesHaveALengthOrAreMalformed(@ForAll @Size(max = 8) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), Framing::frameLength);
  }

  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
  }
}
