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
 * Quality Mode PDU of the client (MS-RDPEA section 2.2.2.3).
 *
 * <pre>
 * SNDPROLOG (4, type 0x0C) | wQualityMode (2) | reserved (2)
 * </pre>
 *
 * @param mode 0 dynamic, 1 medium, 2 high; up to 65535 on the wire
 */
public record QualityMode(int mode) implements SoundPdu {

  private static final int BODY = 4;

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static QualityMode decode(ByteBuf message) throws MalformedPduException {
    var in = Rdpsnd.body("Quality Mode", Rdpsnd.QUALITY_MODE, message);
    int mode = in.u16();
    in.skip(2);
    return new QualityMode(mode);
  }

  @Override
  public int encodedLength() {
    return Rdpsnd.PROLOG + BODY;
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.QUALITY_MODE, BODY);
    out.writeShortLE(mode).writeShortLE(0);
  }
}
