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
 * Close PDU of the server: playback stops until the next wave (MS-RDPEA section 2.2.3.9).
 *
 * <pre>
 * SNDPROLOG (4, type 0x01)
 * </pre>
 */
public record Close() implements SoundPdu {

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static Close decode(ByteBuf message) throws MalformedPduException {
    Rdpsnd.body("Close", Rdpsnd.CLOSE, message);
    return new Close();
  }

  @Override
  public int encodedLength() {
    return Rdpsnd.PROLOG;
  }

  @Override
  public void encode(ByteBuf out) {
    Rdpsnd.prolog(out, Rdpsnd.CLOSE, 0);
  }
}
