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
 * Puts the messages of one dynamic channel together again (MS-RDPEDYC section 3.1.5.1.4). Holds one
 * message at most, and memory only for what has come of it. Not thread-safe.
 */
public final class DynamicChannelReassembler {

  private final int maxLength;
  private ByteBuf partial;
  private int total;

  /**
   * Begins between two messages.
   *
   * @param maxLength of a message in bytes; a longer one is malformed
   */
  public DynamicChannelReassembler(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Takes the next PDU of the channel.
   *
   * @param pdu Data First or Data; its buffer stays the caller's
   * @return the whole message, which the caller releases, or null if some of it is yet to come
   * @throws MalformedPduException if the message is too long, not as long as was said, or broken
   *     off by another; what had come of it is dropped
   */
  public ByteBuf add(DynvcPdu pdu) throws MalformedPduException {
    if (pdu instanceof DynvcPdu.DataFirst first) {
      if (partial != null) {
        throw broken("a message begins within another");
      }
      checkLength(first.totalLength());
      total = (int) first.totalLength();
      return append(first.data());
    }
    if (pdu instanceof DynvcPdu.Data data) {
      if (partial != null) {
        return append(data.data());
      }
      checkLength(data.data().readableBytes());
      return data.data().retainedSlice();
    }
    throw broken("not a data PDU");
  }

  /** Returns whether part of a message has come. */
  public boolean isPartial() {
    return partial != null;
  }

  /** Drops what has come of a message. */
  public void close() {
    if (partial != null) {
      partial.release();
      partial = null;
    }
  }

  private ByteBuf append(ByteBuf part) throws MalformedPduException {
    int length = part.readableBytes();
    int missing = partial == null ? total : total - partial.readableBytes();
    if (length > missing) {
      throw broken("a message is longer than its length of " + total + " bytes");
    }
    if (partial == null) {
      // Not the claimed length: it costs the sender nothing.
      partial = part.alloc().buffer(length, total);
    }
    partial.writeBytes(part, part.readerIndex(), length);
    if (length < missing) {
      return null;
    }
    ByteBuf whole = partial;
    partial = null;
    return whole;
  }

  private void checkLength(long length) throws MalformedPduException {
    if (length > maxLength) {
      throw broken("a message of " + length + " bytes, where " + maxLength + " is the limit");
    }
  }

  private MalformedPduException broken(String reason) {
    close();
    return new MalformedPduException("drdynvc: " + reason);
  }
}
