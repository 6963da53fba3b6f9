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
 * Training PDU of the server (MS-RDPEA section 2.2.3.1), which the client confirms at once.
 *
 * <pre>
 * SNDPROLOG (4, type 0x06) | wTimeStamp (2) | wPackSize (2) | padding up to wPackSize
 * </pre>
 *
 * @param timestamp 0 to 65535, in milliseconds of any clock
 * @param packSize length of the whole PDU in bytes, 8 to 65535; 0 for one without padding
 */
public record Training(int timestamp, int packSize) implements SoundPdu {

  private static final int UNPADDED = Rdpsnd.PROLOG + 4;

  /** Checks that a PDU can be that long. */
  public Training {
    if (!isPossible(packSize)) {
      throw new IllegalArgumentException("a Training PDU of " + packSize + " bytes");
    }
  }

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU, cut off, or not as long as it says
   */
  public static Training decode(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = Rdpsnd.body("Training", Rdpsnd.TRAINING, message);
    int timestamp = in.u16();
    int packSize = in.u16();
    if (!isPossible(packSize) || in.remaining() != Math.max(packSize, UNPADDED) - UNPADDED) {
      throw new MalformedPduException(
          "rdpsnd Training: " + in.remaining() + " bytes of padding in " + packSize);
    }
    return new Training(timestamp, packSize);
  }

  @Override
  public int encodedLength() {
    return Math.max(packSize, UNPADDED);
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.TRAINING, encodedLength() - Rdpsnd.PROLOG);
    out.writeShortLE(timestamp).writeShortLE(packSize).writeZero(encodedLength() - UNPADDED);
  }

  private static boolean isPossible(int packSize) {
    return packSize == 0 || (packSize >= UNPADDED && packSize <= Rdpsnd.MAX_BODY);
  }
}
