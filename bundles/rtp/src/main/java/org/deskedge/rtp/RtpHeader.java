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
package org.deskedge.rtp;

import io.netty.buffer.ByteBuf;

/**
 * A view of the RTP packet in a buffer, from its reader index to its writer index (RFC 3550 section
 * 5.1). Nothing is allocated and no index is moved.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * |                           timestamp                           |
 * |           synchronization source (SSRC) identifier            |
 * |      contributing source (CSRC) identifiers, CC of them       |
 * |  if X: defined by profile     | length in 32-bit words, data  |
 * |                 payload; if P: ... padding    | padding count |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>{@link #check(ByteBuf)} comes first: the other methods may be called only on a packet it found
 * sound. The methods keep no state and are safe for use by any thread on its own buffer.
 */
public final class RtpHeader {

  /** Length of the fixed header in bytes. */
  public static final int FIXED_LENGTH = 12;

  /** The only version of RTP there is. */
  public static final int VERSION = 2;

  private static final int PADDING_BIT = 0x20;
  private static final int EXTENSION_BIT = 0x10;
  private static final int MARKER_BIT = 0x80;
  private static final int EXTENSION_HEADER_LENGTH = 4;
  private static final int WORD = 4;

  private RtpHeader() {}

  /** Checks every length in the header against the length of the packet. */
  public static RtpFault check(ByteBuf packet) {
    int length = packet.readableBytes();
    if (length < FIXED_LENGTH) {
      return RtpFault.TOO_SHORT;
    }
    int first = firstByte(packet);
    if (first >>> 6 != VERSION) {
      return RtpFault.WRONG_VERSION;
    }
    int offset = extensionOffset(first);
    if (offset > length) {
      return RtpFault.SOURCES_PAST_END;
    }
    if ((first & EXTENSION_BIT) != 0) {
      if (offset + EXTENSION_HEADER_LENGTH > length) {
        return RtpFault.EXTENSION_PAST_END;
      }
      offset = payloadOffset(packet);
      if (offset > length) {
        return RtpFault.EXTENSION_PAST_END;
      }
    }
    if ((first & PADDING_BIT) != 0) {
      int padding = paddingCount(packet);
      if (padding == 0 || offset + padding > length) {
        return RtpFault.PADDING_PAST_END;
      }
    }
    return RtpFault.NONE;
  }

  /** Returns the marker bit. */
  public static boolean marker(ByteBuf packet) {
    return (packet.getByte(packet.readerIndex() + 1) & MARKER_BIT) != 0;
  }

  /** Returns the payload type, 0 to 127. */
  public static int payloadType(ByteBuf packet) {
    return packet.getByte(packet.readerIndex() + 1) & 0x7f;
  }

  /** Returns the sequence number, 0 to 65535. */
  public static int sequenceNumber(ByteBuf packet) {
    return packet.getUnsignedShort(packet.readerIndex() + 2);
  }

  /** Returns the timestamp; all 32 bits count, so compare by subtraction. */
  public static int timestamp(ByteBuf packet) {
    return packet.getInt(packet.readerIndex() + 4);
  }

  /** Returns the synchronization source; all 32 bits count. */
  public static int ssrc(ByteBuf packet) {
    return packet.getInt(packet.readerIndex() + 8);
  }

  /** Returns how many contributing sources the header lists, 0 to 15. */
  public static int sourceCount(ByteBuf packet) {
    return firstByte(packet) & 0x0f;
  }

  /** Returns where the payload begins, in bytes from the reader index. */
  public static int payloadOffset(ByteBuf packet) {
    int first = firstByte(packet);
    int offset = extensionOffset(first);
    if ((first & EXTENSION_BIT) == 0) {
      return offset;
    }
    int words = packet.getUnsignedShort(packet.readerIndex() + offset + 2);
    return offset + EXTENSION_HEADER_LENGTH + words * WORD;
  }

  /** Returns the length of the payload in bytes, padding left out; may be 0. */
  public static int payloadLength(ByteBuf packet) {
    int padding = (firstByte(packet) & PADDING_BIT) == 0 ? 0 : paddingCount(packet);
    return packet.readableBytes() - payloadOffset(packet) - padding;
  }

  private static int firstByte(ByteBuf packet) {
    return packet.getUnsignedByte(packet.readerIndex());
  }

  private static int extensionOffset(int first) {
    return FIXED_LENGTH + (first & 0x0f) * WORD;
  }

  private static int paddingCount(ByteBuf packet) {
    return packet.getUnsignedByte(packet.writerIndex() - 1);
  }
}
