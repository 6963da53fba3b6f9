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
 * Puts the chunks of a static virtual channel together again (MS-RDPBCGR section 3.1.5.2.2). A
 * message in one chunk is not copied; compressed chunks are not understood. Not thread-safe.
 */
public final class ChannelReassembler {

  private final int maxLength;
  private ByteBuf partial;
  private long expected;

  /**
   * Begins without a chunk.
   *
   * @param maxLength longest message in bytes
   */
  public ChannelReassembler(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Takes one chunk.
   *
   * @param chunk with its header; its indices stay where they are
   * @return the whole message, to be released by the caller; null if it is not whole yet
   * @throws MalformedPduException if the lengths contradict each other, the message is longer than
   *     is allowed, the chunk is compressed or its message's first one is missing; what there was
   *     of the message is dropped
   */
  public ByteBuf add(ByteBuf chunk) throws MalformedPduException {
    int flags = ChannelHeader.flags(chunk, chunk.readerIndex());
    long total = ChannelHeader.totalLength(chunk, chunk.readerIndex());
    ByteBuf data =
        chunk.slice(
            chunk.readerIndex() + ChannelHeader.LENGTH,
            chunk.readableBytes() - ChannelHeader.LENGTH);
    if ((flags & ChannelHeader.COMPRESSED) != 0) {
      close();
      throw new MalformedPduException("virtual channel chunk is compressed");
    }
    boolean first = (flags & ChannelHeader.FIRST) != 0;
    boolean last = (flags & ChannelHeader.LAST) != 0;
    if (first) {
      close();
      requireAllowed(total);
    }
    if (first && last) {
      requireLength(total, data.readableBytes());
      return data.retain();
    }
    if (first) {
      begin(total, data);
    } else if (partial == null) {
      throw new MalformedPduException("virtual channel chunk without a first one");
    }
    append(data);
    return last ? whole() : null;
  }

  private void requireAllowed(long total) throws MalformedPduException {
    if (total > maxLength) {
      throw new MalformedPduException(
          "virtual channel message of " + total + " bytes; " + maxLength + " are allowed");
    }
  }

  private void begin(long total, ByteBuf data) {
    expected = total;
    // Grows as chunks arrive: a length alone costs nothing.
    partial = data.alloc().buffer((int) Math.min(data.readableBytes(), total), (int) total);
  }

  private void append(ByteBuf data) throws MalformedPduException {
    if (partial.readableBytes() + data.readableBytes() > expected) {
      close();
      throw new MalformedPduException(
          "virtual channel message is longer than its " + expected + " bytes");
    }
    partial.writeBytes(data);
  }

  private ByteBuf whole() throws MalformedPduException {
    ByteBuf message = partial;
    partial = null;
    if (message.readableBytes() != expected) {
      int actual = message.readableBytes();
      message.release();
      requireLength(expected, actual);
    }
    return message;
  }

  private static void requireLength(long stated, int actual) throws MalformedPduException {
    if (stated != actual) {
      throw new MalformedPduException(
          "virtual channel message of " + actual + " bytes says it has " + stated);
    }
  }

  /** Drops what there is of a message. */
  public void close() {
    if (partial != null) {
      partial.release();
      partial = null;
    }
  }
}
