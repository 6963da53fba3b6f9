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
 * Incoming Data PDU of the client: {@link Formats} or {@link Data} follows (MS-RDPEAI section
 * 2.2.3.1).
 *
 * <pre>
 * MessageId (1, 0x05)
 * </pre>
 */
public record IncomingData() implements AudinPdu {

  /**
   * Reads the PDU.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or empty
   */
  public static IncomingData decode(ByteBuf message) throws MalformedPduException {
    Audin.body("Incoming Data", Audin.DATA_INCOMING, message);
    return new IncomingData();
  }

  @Override
  public int encodedLength() {
    return Audin.HEADER_LENGTH;
  }

  @Override
  public void encode(ByteBuf out) {
    out.writeByte(Audin.DATA_INCOMING);
  }
}
