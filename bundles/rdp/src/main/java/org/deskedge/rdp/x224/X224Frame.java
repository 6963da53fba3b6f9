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
package org.deskedge.rdp.x224;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;
import org.deskedge.rdp.tpkt.Framing;

/**
 * The TPKT and X.224 headers of a connection request or confirm (X.224 sections 13.3 and 13.4).
 *
 * <pre>
 * 03 | 00 | length u16 | LI | code | destination u16 | source u16 | class      (network order)
 * </pre>
 *
 * LI counts the bytes behind it and is 254 at most, so a frame is 259 bytes at most.
 */
final class X224Frame {

  static final int CONNECTION_REQUEST = 0xE0;
  static final int CONNECTION_CONFIRM = 0xD0;

  /** Bytes before the variable part. */
  static final int HEADER = 11;

  private static final int LENGTH_INDICATOR_END = 5;
  private static final int MAX_LENGTH_INDICATOR = 254;

  static final int MAX_LENGTH = LENGTH_INDICATOR_END + MAX_LENGTH_INDICATOR;

  private static final int CODE_MASK = 0xF0;

  private X224Frame() {}

  /** Reads up to and with the code, and checks that all lengths agree. */
  static ChannelPduReader open(String pdu, int code, ByteBuf frame) throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader(pdu, frame);
    if (!Framing.isTpkt(frame)) {
      throw new MalformedPduException(pdu + ": not a TPKT packet");
    }
    in.skip(2);
    int length = in.u16BigEndian();
    if (length != frame.readableBytes()) {
      throw new MalformedPduException(
          pdu + ": TPKT length " + length + " of " + frame.readableBytes() + " bytes");
    }
    int lengthIndicator = in.u8();
    if (lengthIndicator > MAX_LENGTH_INDICATOR || lengthIndicator != in.remaining()) {
      throw new MalformedPduException(
          pdu + ": X.224 length " + lengthIndicator + " of " + in.remaining() + " bytes");
    }
    int actual = in.u8();
    if ((actual & CODE_MASK) != code) {
      throw new MalformedPduException(String.format("%s: X.224 code 0x%02X", pdu, actual));
    }
    return in;
  }

  /** Writes up to and with the class. */
  static void write(ByteBuf out, int code, int destination, int source, int variableLength) {
    int length = HEADER + variableLength;
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException(length + " bytes; " + MAX_LENGTH + " are allowed");
    }
    out.writeByte(3).writeByte(0).writeShort(length);
    out.writeByte(length - LENGTH_INDICATOR_END).writeByte(code);
    out.writeShort(destination).writeShort(source).writeByte(0);
  }
}
