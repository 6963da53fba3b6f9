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
package org.deskedge.rdp.channel;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;

/**
 * CHANNEL_PDU_HEADER, before each chunk of a static virtual channel (MS-RDPBCGR section 2.2.6.1.1).
 *
 * <pre>
 * length u32 of the whole message | flags u32 | chunk      (little-endian)
 * </pre>
 */
public final class ChannelHeader {

  /** Length of the header in bytes. */
  public static final int LENGTH = 8;

  /** The chunk is a message's first. */
  public static final int FIRST = 0x0000_0001;

  /** The chunk is a message's last. */
  public static final int LAST = 0x0000_0002;

  /** The chunk is compressed. */
  public static final int COMPRESSED = 0x0020_0000;

  private static final int FLAGS = 4;

  private ChannelHeader() {}

  /**
   * Returns the flags of the header at an index.
   *
   * @throws MalformedPduException if the buffer ends in the header
   */
  public static int flags(ByteBuf buffer, int index) throws MalformedPduException {
    require(buffer, index);
    return buffer.getIntLE(index + FLAGS);
  }

  /**
   * Returns the length of the whole message in bytes, 0 to 2^32 - 1.
   *
   * @throws MalformedPduException if the buffer ends in the header
   */
  public static long totalLength(ByteBuf buffer, int index) throws MalformedPduException {
    require(buffer, index);
    return buffer.getUnsignedIntLE(index);
  }

  /** Writes a header; the chunk is to follow. */
  public static void write(ByteBuf out, int totalLength, int flags) {
    out.writeIntLE(totalLength).writeIntLE(flags);
  }

  private static void require(ByteBuf buffer, int index) throws MalformedPduException {
    if (buffer.writerIndex() - index < LENGTH) {
      throw new MalformedPduException(
          "virtual channel header is cut off: " + (buffer.writerIndex() - index) + " bytes");
    }
  }
}
