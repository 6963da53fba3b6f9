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
package org.deskedge.rdp.audin;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * Open Reply PDU of the client (MS-RDPEAI section 2.2.2.4).
 *
 * <pre>
 * MessageId (1, 0x04) | Result (4)
 * </pre>
 *
 * @param result an HRESULT: negative if the microphone did not open
 */
public record OpenReply(int result) implements AudinPdu {

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or cut off
   */
  public static OpenReply decode(ByteBuf message) throws MalformedPduException {
    return new OpenReply(Audin.body("Open Reply", Audin.OPEN_REPLY, message).i32());
  }

  @Override
  public int encodedLength() {
    return Audin.HEADER_LENGTH + Integer.BYTES;
  }

  @Override
  public void encode(ByteBuf out) {
    out.writeByte(Audin.OPEN_REPLY).writeIntLE(result);
  }
}
