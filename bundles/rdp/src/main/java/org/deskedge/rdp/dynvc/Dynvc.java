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
package org.deskedge.rdp.dynvc;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * The header every PDU of the drdynvc channel begins with (MS-RDPEDYC section 2.2), and the way to
 * {@link DynvcPdu} and back. Thread-safe: it has no state.
 *
 * <pre>
 *  7 6 5 4 3 2 1 0
 * +-------+---+---+------------------+
 * |  Cmd  |Sp |cb |    ChannelId     |
 * +-------+---+---+------------------+
 * cb: length of ChannelId, 0: 1 byte, 1: 2 bytes, 2: 4 bytes; all numbers little-endian
 * Sp: of Create Request the priority, of Data First the length of Length as in cb
 *
 * Create Request    id | name | NUL         Create Response  id | status (4)
 * Data First        id | Length | data      Data             id | data
 * Close             id
 * Capabilities      no id | pad (1) | version (2) | from version 2: 4 charges (2 each)
 * its Response      no id | pad (1) | version (2)
 * </pre>
 */
public final class Dynvc {

  /** Create Request of the server, Create Response of the client. */
  public static final int CREATE = 1;

  /** Data First. */
  public static final int DATA_FIRST = 2;

  /** Data. */
  public static final int DATA = 3;

  /** Close. */
  public static final int CLOSE = 4;

  /** Capabilities of the server, Capabilities Response of the client. */
  public static final int CAPABILITIES = 5;

  /** Data First Compressed. */
  public static final int DATA_FIRST_COMPRESSED = 6;

  /** Data Compressed. */
  public static final int DATA_COMPRESSED = 7;

  private Dynvc() {}

  /**
   * Returns the command of a message: one of the constants here, or another number up to 15.
   *
   * @throws MalformedPduException if the message is empty
   */
  public static int command(ByteBuf message) throws MalformedPduException {
    require(message, 1);
    return message.getUnsignedByte(message.readerIndex()) >>> 4;
  }

  /**
   * Returns the length of command and channel id in bytes, which is the whole header of Data.
   *
   * @throws MalformedPduException if the message is shorter than that
   */
  public static int headerLength(ByteBuf message) throws MalformedPduException {
    require(message, 1);
    int length = 1 + FieldWidth.of(message.getByte(message.readerIndex()));
    require(message, length);
    return length;
  }

  /**
   * Returns the id of the channel a message is of, an unsigned 32-bit number.
   *
   * @throws MalformedPduException if the message is shorter than its header, or its command is one
   *     without a channel
   */
  public static int channelId(ByteBuf message) throws MalformedPduException {
    int command = command(message);
    if (command < CREATE || command == CAPABILITIES || command > DATA_COMPRESSED) {
      throw new MalformedPduException("drdynvc: command " + command + " has no channel id");
    }
    int width = headerLength(message) - 1;
    return (int) FieldWidth.get(message, message.readerIndex() + 1, width);
  }

  /**
   * Reads a message.
   *
   * @param message stays as it is, reader index too; data in the PDU is a slice of it, not retained
   * @param fromServer whether the server sent it: requests and responses have the same commands
   * @throws MalformedPduException if a field is cut off or impossible
   */
  public static DynvcPdu decode(ByteBuf message, boolean fromServer) throws MalformedPduException {
    return DynvcDecoder.decode(message, fromServer);
  }

  /** Appends a PDU, channel id and length in as few bytes as they need; data in it stays unread. */
  public static void encode(DynvcPdu pdu, ByteBuf out) {
    DynvcEncoder.encode(pdu, out);
  }

  /** Returns how many bytes {@link #encode} appends. */
  public static int encodedLength(DynvcPdu pdu) {
    return DynvcEncoder.encodedLength(pdu);
  }

  /** Returns how many bytes {@link #writeData} appends. */
  public static int dataHeaderLength(int channelId) {
    return 1 + FieldWidth.needed(channelId);
  }

  /** Appends the header of a Data PDU; the data is to follow. */
  public static void writeData(ByteBuf out, int channelId) {
    DynvcEncoder.header(out, DATA, 0, channelId);
  }

  private static void require(ByteBuf message, int length) throws MalformedPduException {
    if (message.readableBytes() < length) {
      throw new MalformedPduException(
          "drdynvc header is cut off: " + message.readableBytes() + " bytes, not " + length);
    }
  }
}
