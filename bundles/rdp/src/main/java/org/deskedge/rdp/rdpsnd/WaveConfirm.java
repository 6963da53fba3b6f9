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

/**
 * Wave Confirm PDU of the client (MS-RDPEA section 2.2.3.8). Read in place: some come for every
 * packet of audio.
 *
 * <pre>
 * SNDPROLOG (4, type 0x05) | wTimeStamp (2) | cConfirmedBlockNo (1) | bPad (1)
 * </pre>
 */
public final class WaveConfirm {

  /** Length of the PDU in bytes. */
  public static final int LENGTH = 8;

  private static final int TIMESTAMP = 4;
  private static final int BLOCK_NO = 6;

  private WaveConfirm() {}

  /**
   * Returns the time stamp of the wave plus the milliseconds the client claims to have had it,
   * modulo 65536.
   *
   * @param message a Wave Confirm by its type; its reader index stays
   * @throws MalformedPduException if the PDU is cut off
   */
  public static int timestamp(ByteBuf message) throws MalformedPduException {
    return message.getUnsignedShortLE(start(message) + TIMESTAMP);
  }

  /**
   * Returns the number of the confirmed block, 0 to 255.
   *
   * @param message a Wave Confirm by its type; its reader index stays
   * @throws MalformedPduException if the PDU is cut off
   */
  public static int blockNo(ByteBuf message) throws MalformedPduException {
    return message.getUnsignedByte(start(message) + BLOCK_NO);
  }

  /** Appends the PDU as a client sends it. */
  public static void write(ByteBuf out, int timestamp, int blockNo) {
    Rdpsnd.prolog(out, Rdpsnd.WAVE_CONFIRM, LENGTH - Rdpsnd.PROLOG);
    out.writeShortLE(timestamp).writeByte(blockNo).writeByte(0);
  }

  private static int start(ByteBuf message) throws MalformedPduException {
    if (message.readableBytes() < LENGTH) {
      throw new MalformedPduException(
          "rdpsnd Wave Confirm is cut off: " + message.readableBytes() + " bytes");
    }
    return message.readerIndex();
  }
}
