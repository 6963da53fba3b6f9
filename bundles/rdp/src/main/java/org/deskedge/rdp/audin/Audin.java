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
import org.deskedge.rdp.internal.ChannelPduReader;

/**
 * SNDIN_PDU, the header every audio input PDU begins with (MS-RDPEAI section 2.2.1): one byte of
 * MessageId. Thread-safe: it has no state.
 */
public final class Audin {

  /** {@link Version}, both ways. */
  public static final int VERSION = 0x01;

  /** {@link Formats}, both ways. */
  public static final int FORMATS = 0x02;

  /** {@link Open} of the server. */
  public static final int OPEN = 0x03;

  /** {@link OpenReply} of the client. */
  public static final int OPEN_REPLY = 0x04;

  /** {@link IncomingData} of the client. */
  public static final int DATA_INCOMING = 0x05;

  /** {@link Data} of the client. */
  public static final int DATA = 0x06;

  /** {@link FormatChange}, both ways. */
  public static final int FORMAT_CHANGE = 0x07;

  /** Length of the header in bytes. */
  public static final int HEADER_LENGTH = 1;

  private Audin() {}

  /**
   * Returns the MessageId of a message: one of the constants here, or another number up to 255.
   *
   * @param message its reader index stays
   * @throws MalformedPduException if the message is empty
   */
  public static int type(ByteBuf message) throws MalformedPduException {
    if (!message.isReadable()) {
      throw new MalformedPduException("audin: an empty message");
    }
    return message.getUnsignedByte(message.readerIndex());
  }

  static ChannelPduReader body(String pdu, int type, ByteBuf message) throws MalformedPduException {
    if (type(message) != type) {
      throw new MalformedPduException(
          "audin: type " + type(message) + " where " + pdu + " is expected");
    }
    ChannelPduReader in = new ChannelPduReader("audin " + pdu, message);
    in.skip(HEADER_LENGTH);
    return in;
  }
}
