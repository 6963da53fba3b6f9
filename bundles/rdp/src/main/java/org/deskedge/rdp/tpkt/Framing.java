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

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * Finds where a frame ends.
 *
 * <pre>
 * TPKT (RFC 1006 section 6):          03 | 00 | length u16, network order, header included
 * fast path (MS-RDPBCGR 2.2.9.1.2):   action bits 0 and 1 are 0 | length 0LLLLLLL or 1LLLLLLL LLLLLLLL
 * </pre>
 */
public final class Framing {

  /** Length of the TPKT header in bytes. */
  public static final int TPKT_HEADER = 4;

  private static final int TPKT_VERSION = 3;
  private static final int SHORTEST_TPKT = 7;
  private static final int ACTION_MASK = 0x03;
  private static final int LONG_LENGTH = 0x80;

  private Framing() {}

  /** Returns whether the frame is a TPKT packet; false if it is a fast-path PDU or empty. */
  public static boolean isTpkt(ByteBuf in) {
    return in.isReadable() && in.getByte(in.readerIndex()) == TPKT_VERSION;
  }

  /**
   * Returns the length in bytes of the frame that begins at the reader index, 2 to 65535; 0 if more
   * bytes are needed to tell.
   *
   * @throws MalformedPduException if no frame begins there
   */
  public static int frameLength(ByteBuf in) throws MalformedPduException {
    if (!in.isReadable()) {
      return 0;
    }
    int first = in.getUnsignedByte(in.readerIndex());
    if (first == TPKT_VERSION) {
      return tpktLength(in);
    }
    if ((first & ACTION_MASK) != 0) {
      throw new MalformedPduException(
          String.format("first byte 0x%02X is neither TPKT's nor a fast-path PDU's", first));
    }
    return fastPathLength(in);
  }

  private static int tpktLength(ByteBuf in) throws MalformedPduException {
    if (in.readableBytes() < TPKT_HEADER) {
      return 0;
    }
    int length = in.getUnsignedShort(in.readerIndex() + 2);
    if (length < SHORTEST_TPKT) {
      throw new MalformedPduException(
          "TPKT of " + length + " bytes; the shortest has " + SHORTEST_TPKT);
    }
    return length;
  }

  private static int fastPathLength(ByteBuf in) throws MalformedPduException {
    if (in.readableBytes() < 2) {
      return 0;
    }
    int length = in.getUnsignedByte(in.readerIndex() + 1);
    int header = 2;
    if ((length & LONG_LENGTH) != 0) {
      header = 3;
      if (in.readableBytes() < header) {
        return 0;
      }
      length = (length & ~LONG_LENGTH) << 8 | in.getUnsignedByte(in.readerIndex() + 2);
    }
    if (length < header) {
      throw new MalformedPduException(
          "fast-path PDU of " + length + " bytes; its header has " + header);
    }
    return length;
  }
}
