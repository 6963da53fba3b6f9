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
package org.deskedge.rdp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.deskedge.rdp.MalformedPduException;

/** What holds for every decoder, whatever it decodes. */
public final class Decoding {

  private static final byte[] BEFORE = {0x55, 0x55, 0x55};
  private static final byte[] AFTER = new byte[64];

  private Decoding() {}

  /** A decoder under test. */
  @FunctionalInterface
  public interface Decoder {

    /** Decodes, or reads one field. */
    Object decode(ByteBuf message) throws MalformedPduException;
  }

  /** Returns a buffer whose memory goes on before and after the readable bytes. */
  public static ByteBuf amidOthers(byte[] bytes) {
    ByteBuf buffer = Unpooled.wrappedBuffer(BEFORE, bytes, AFTER).copy();
    return buffer.setIndex(BEFORE.length, BEFORE.length + bytes.length);
  }

  /** Checks that each shorter start of a PDU is malformed, though its memory goes on. */
  public static void assertEveryPrefixIsMalformed(ByteBuf pdu, Decoder decoder) {
    assertEveryPrefixIsMalformed(pdu, pdu.readableBytes(), decoder);
  }

  /**
   * Checks that each start of a PDU shorter than its fixed part is malformed, and that any longer
   * one, which only has fewer data, is read.
   */
  public static void assertEveryPrefixIsMalformed(ByteBuf pdu, int fixedPart, Decoder decoder) {
    byte[] bytes = ByteBufUtil.getBytes(pdu);
    for (int length = 0; length <= bytes.length; length++) {
      ByteBuf prefix = amidOthers(Arrays.copyOf(bytes, length));
      if (length < fixedPart) {
        assertThatExceptionOfType(MalformedPduException.class)
            .as("the first %d of %d bytes", length, bytes.length)
            .isThrownBy(() -> decoder.decode(prefix));
      } else {
        assertThat(decodes(prefix, decoder)).as("the first %d bytes", length).isTrue();
      }
    }
  }

  /**
   * Decodes bytes that may mean nothing: any exception but {@link MalformedPduException} comes out,
   * and the buffer has to stay as it was.
   *
   * @return whether they were a PDU
   */
  public static boolean decodes(ByteBuf message, Decoder decoder) {
    int readerIndex = message.readerIndex();
    int writerIndex = message.writerIndex();
    boolean decoded;
    try {
      decoder.decode(message);
      decoded = true;
    } catch (MalformedPduException e) {
      assertThat(e).hasMessageMatching(".+");
      decoded = false;
    }
    assertThat(message.readerIndex()).isEqualTo(readerIndex);
    assertThat(message.writerIndex()).isEqualTo(writerIndex);
    assertThat(message.refCnt()).isEqualTo(1);
    return decoded;
  }
}
