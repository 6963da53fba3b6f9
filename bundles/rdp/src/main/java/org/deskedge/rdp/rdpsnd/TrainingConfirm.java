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
 * Training Confirm PDU of the client (MS-RDPEA section 2.2.3.2).
 *
 * <pre>
 * SNDPROLOG (4, type 0x06) | wTimeStamp (2) | wPackSize (2)
 * </pre>
 *
 * @param timestamp of the {@link Training}, 0 to 65535
 * @param packSize of the {@link Training}, 0 to 65535
 */
public record TrainingConfirm(int timestamp, int packSize) implements SoundPdu {

  private static final int BODY = 4;

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static TrainingConfirm decode(ByteBuf message) throws MalformedPduException {
    var in = Rdpsnd.body("Training Confirm", Rdpsnd.TRAINING, message);
    return new TrainingConfirm(in.u16(), in.u16());
  }

  @Override
  public int encodedLength() {
    return Rdpsnd.PROLOG + BODY;
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.TRAINING, BODY);
    out.writeShortLE(timestamp).writeShortLE(packSize);
  }
}
