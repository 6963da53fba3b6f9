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
package org.deskedge.rdp.mcs;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * Kinds of MCS PDU once the domain is connected (T.125 section 7, packed encoding rules).
 *
 * <pre>
 * TPKT, 4 bytes | X.224 data 02 F0 80 | type in the upper six bits ...
 * </pre>
 */
public final class DomainPdu {

  /** A user leaves, and with it the session. */
  public static final int DISCONNECT_PROVIDER_ULTIMATUM = 8;

  /** Data from the client. */
  public static final int SEND_DATA_REQUEST = 25;

  /** Data from the server. */
  public static final int SEND_DATA_INDICATION = 26;

  /** Bytes before the MCS PDU. */
  static final int OFFSET = 7;

  private static final int TYPE_SHIFT = 2;

  private DomainPdu() {}

  /**
   * Returns the type of the PDU in a TPKT frame, 0 to 63.
   *
   * @throws MalformedPduException if the frame is too short to have one
   */
  public static int type(ByteBuf frame) throws MalformedPduException {
    if (frame.readableBytes() <= OFFSET) {
      throw new MalformedPduException("MCS PDU is cut off: " + frame.readableBytes() + " bytes");
    }
    return frame.getUnsignedByte(frame.readerIndex() + OFFSET) >> TYPE_SHIFT;
  }
}
