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
 * MCS Send Data Request and Indication (T.125 section 7), read and written in place: nothing is
 * allocated.
 *
 * <pre>
 * TPKT, 4 bytes | 02 F0 80 | type | initiator u16, less 1001 | channelId u16 | 70 | length | payload
 * length: 0LLLLLLL or 10LLLLLL LLLLLLLL, packed encoding rules; numbers in network order
 * </pre>
 */
public final class SendData {

  private static final int USER_BASE = 1001;
  private static final int INITIATOR = DomainPdu.OFFSET + 1;
  private static final int CHANNEL = DomainPdu.OFFSET + 3;
  private static final int LENGTH = DomainPdu.OFFSET + 6;
  private static final int LONG_LENGTH = 0x80;
  private static final int FRAGMENTED = 0xC0;
  private static final int MAX_SHORT_LENGTH = 0x7F;
  private static final int X224_DATA = 0x02F080;
  // High priority, and the only segment: begin and end.
  private static final int PRIORITY_AND_SEGMENTATION = 0x70;

  /** Longest payload in bytes. */
  public static final int MAX_PAYLOAD = 0x3FFF;

  private SendData() {}

  /**
   * Returns the MCS user id of the sender, 1001 to 66536.
   *
   * @throws MalformedPduException if the frame ends before it
   */
  public static int initiator(ByteBuf frame) throws MalformedPduException {
    require(frame, CHANNEL);
    return frame.getUnsignedShort(frame.readerIndex() + INITIATOR) + USER_BASE;
  }

  /**
   * Returns the MCS channel id, 0 to 65535.
   *
   * @throws MalformedPduException if the frame ends before it
   */
  public static int channelId(ByteBuf frame) throws MalformedPduException {
    require(frame, CHANNEL + 2);
    return frame.getUnsignedShort(frame.readerIndex() + CHANNEL);
  }

  /**
   * Returns the absolute index of the payload in the frame.
   *
   * @throws MalformedPduException if the frame ends before it
   */
  public static int payloadIndex(ByteBuf frame) throws MalformedPduException {
    require(frame, LENGTH + 1);
    int first = frame.getUnsignedByte(frame.readerIndex() + LENGTH);
    int header = LENGTH + ((first & LONG_LENGTH) == 0 ? 1 : 2);
    require(frame, header);
    return frame.readerIndex() + header;
  }

  /**
   * Returns the length of the payload in bytes.
   *
   * @throws MalformedPduException if it is not what the frame holds
   */
  public static int payloadLength(ByteBuf frame) throws MalformedPduException {
    int index = payloadIndex(frame);
    int length = frame.getUnsignedByte(frame.readerIndex() + LENGTH);
    if ((length & FRAGMENTED) == FRAGMENTED) {
      throw new MalformedPduException("MCS Send Data: fragmented");
    }
    if ((length & LONG_LENGTH) != 0) {
      length = frame.getUnsignedShort(frame.readerIndex() + LENGTH) & MAX_PAYLOAD;
    }
    int actual = frame.writerIndex() - index;
    if (length != actual) {
      throw new MalformedPduException(
          "MCS Send Data: length " + length + " of " + actual + " bytes");
    }
    return length;
  }

  /**
   * Writes all headers of data from a server.
   *
   * @param initiator the server's MCS user id, 1001 to 66536
   * @param channelId 0 to 65535
   * @param payloadLength 0 to {@link #MAX_PAYLOAD}; the payload is to follow
   * @throws IllegalArgumentException if the length is out of its range
   */
  public static void writeIndication(ByteBuf out, int initiator, int channelId, int payloadLength) {
    write(out, DomainPdu.SEND_DATA_INDICATION, initiator, channelId, payloadLength);
  }

  /**
   * Writes all headers of data from a client.
   *
   * @param initiator the client's MCS user id, 1001 to 66536
   * @param channelId 0 to 65535
   * @param payloadLength 0 to {@link #MAX_PAYLOAD}; the payload is to follow
   * @throws IllegalArgumentException if the length is out of its range
   */
  public static void writeRequest(ByteBuf out, int initiator, int channelId, int payloadLength) {
    write(out, DomainPdu.SEND_DATA_REQUEST, initiator, channelId, payloadLength);
  }

  private static void write(
      ByteBuf out, int type, int initiator, int channelId, int payloadLength) {
    if (payloadLength < 0 || payloadLength > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          payloadLength + " bytes; 0 to " + MAX_PAYLOAD + " are allowed");
    }
    int lengthBytes = payloadLength > MAX_SHORT_LENGTH ? 2 : 1;
    out.writeByte(3).writeByte(0).writeShort(LENGTH + lengthBytes + payloadLength);
    out.writeMedium(X224_DATA);
    out.writeByte(type << 2).writeShort(initiator - USER_BASE).writeShort(channelId);
    out.writeByte(PRIORITY_AND_SEGMENTATION);
    if (lengthBytes == 1) {
      out.writeByte(payloadLength);
    } else {
      out.writeShort(LONG_LENGTH << 8 | payloadLength);
    }
  }

  private static void require(ByteBuf frame, int length) throws MalformedPduException {
    if (frame.readableBytes() < length) {
      throw new MalformedPduException(
          "MCS Send Data is cut off: " + frame.readableBytes() + " bytes");
    }
  }
}
