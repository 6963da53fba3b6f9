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

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * SNDPROLOG, the header every audio output PDU begins with (MS-RDPEA section 2.2.1). Thread-safe:
 * it has no state.
 *
 * <pre>
 * msgType (1) | bPad (1) | BodySize (2, little-endian): bytes after these four
 * </pre>
 */
public final class Rdpsnd {

  /** {@link Close}. */
  public static final int CLOSE = 0x01;

  /** {@link WaveConfirm}. */
  public static final int WAVE_CONFIRM = 0x05;

  /** {@link Training} of the server, {@link TrainingConfirm} of the client. */
  public static final int TRAINING = 0x06;

  /** {@link ServerFormats} or {@link ClientFormats}. */
  public static final int FORMATS = 0x07;

  /** {@link QualityMode}. */
  public static final int QUALITY_MODE = 0x0C;

  /** {@link Wave2}. */
  public static final int WAVE2 = 0x0D;

  static final int PROLOG = 4;
  static final int MAX_BODY = 0xFFFF;

  private Rdpsnd() {}

  /**
   * Returns the msgType of a message: one of the constants here, or another number up to 255.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if the message is empty
   */
  public static int type(ByteBuf message) throws MalformedPduException {
    if (!message.isReadable()) {
      throw new MalformedPduException("rdpsnd: an empty message");
    }
    return message.getUnsignedByte(message.readerIndex());
  }

  static void prolog(ByteBuf out, int type, int bodySize) {
    out.writeByte(type).writeByte(0).writeShortLE(bodySize);
  }

  /** Returns a reader of the body, which ends where BodySize says. */
  static ChannelPduReader body(String pdu, int type, ByteBuf message) throws MalformedPduException {
    if (type(message) != type) {
      throw new MalformedPduException(
          "rdpsnd: type " + type(message) + " where " + pdu + " is expected");
    }
    ChannelPduReader in = new ChannelPduReader("rdpsnd " + pdu, message);
    in.skip(2);
    in.limit(in.u16());
    return in;
  }
}
