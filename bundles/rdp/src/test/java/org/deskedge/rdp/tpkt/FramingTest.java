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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.CapturedPdus;
import org.deskedge.rdp.internal.Decoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

  private final CapturedPdus captured = new CapturedPdus(FramingTest.class);

  @ParameterizedTest
  @CsvSource({"connectionRequest, 4", "fastPathInput, 3", "fastPathOutput, 3"})
  void theLengthOfARealFrameIsKnownWithItsHeader(String name, int header)
      throws MalformedPduException {
    byte[] frame = ByteBufUtil.getBytes(captured.get(name));
    for (int length = 0; length <= frame.length; length++) {
      assertThat(Framing.frameLength(Decoding.amidOthers(Arrays.copyOf(frame, length))))
          .as("the first %d bytes", length)
          .isEqualTo(length < header ? 0 : frame.length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0002, 2",
    "c47f, 127",
    "008003, 3",
    "0080ff, 255",
    "00ffff, 32767",
    "03000007, 7",
    "0300ffff, 65535"
  })
  void readsTheShortestAndTheLongest(String header, int length) throws MalformedPduException {
    assertThat(Framing.frameLength(bytes(header))).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "16030101, first byte 0x16", // TLS
    "47455420, first byte 0x47", // HTTP
    "03000006, TPKT of 6 bytes",
    "03000000, TPKT of 0 bytes",
    "0001, fast-path PDU of 1 bytes",
    "0000, fast-path PDU of 0 bytes",
    "008002, fast-path PDU of 2 bytes"
  })
  void whatIsNoFrameIsMalformed(String hex, String reason) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> Framing.frameLength(bytes(hex)))
        .withMessageContaining(reason);
  }

  @Test
  void tellsTpktFromFastPath() {
    assertThat(Framing.isTpkt(captured.get("connectionRequest"))).isTrue();
    assertThat(Framing.isTpkt(captured.get("fastPathInput"))).isFalse();
    assertThat(Framing.isTpkt(captured.get("fastPathOutput"))).isFalse();
    assertThat(Framing.isTpkt(bytes(""))).isFalse();
  }

  @Property
  void aFastPathLengthComesBackAsItWas(
      @ForAll @IntRange(min = 3, max = 0x7FFF) int length, @ForAll @IntRange(max = 63) int flags)
      throws MalformedPduException {
    byte[] header = {(byte) (flags << 2), (byte) (0x80 | length >> 8), (byte) length};

    assertThat(Framing.frameLength(Decoding.amidOthers(header))).isEqualTo(length);
  }

  @Property
  void anyBytesHaveALengthOrAreMalformed(@ForAll @Size(max = 8) byte[] bytes) {
    Decoding.decodes(
        Decoding.amidOthers(bytes),
        in -> assertThat(Framing.frameLength(in)).isBetween(0, 0xFFFF).isNotEqualTo(1));
  }

  private static ByteBuf bytes(String hex) {
    return Decoding.amidOthers(HexFormat.of().parseHex(hex));
  }
}
