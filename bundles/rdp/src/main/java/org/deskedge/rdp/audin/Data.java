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
 * Header of the Data PDU, which brings audio from the client (MS-RDPEAI section 2.2.3.2). Read in
 * place: many come in a second, each with as much audio as the client likes.
 *
 * <pre>
 * MessageId (1, 0x06) | audio
 * </pre>
 */
public final class Data {

  private Data() {}

  /**
   * Returns the index of the first byte of audio; it goes on to the end of the message, and may be
   * none.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if it is another PDU or empty
   */
  public static int payloadIndex(ByteBuf message) throws MalformedPduException {
    int type = Audin.type(message);
    if (type != Audin.DATA) {
      throw new MalformedPduException("audin: type " + type + " where Data is expected");
    }
    return message.readerIndex() + Audin.HEADER_LENGTH;
  }

  /** Appends the header as a client sends it; the audio is to follow. */
  public static void write(ByteBuf out) {
    out.writeByte(Audin.DATA);
  }
}
