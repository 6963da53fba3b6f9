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
package org.deskedge.voip;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/**
 * Takes VOIP PDUs out of a byte stream that is cut anywhere.
 *
 * <pre>
 *  0               4       5       6               8               12              16
 * +---------------+-------+-------+---------------+---------------+---------------+---------
 * | length u32    |version| type  | flags u16 = 0 | call u32      | transaction   | options
 * |               | u8 = 1| u8    |               |               | u32           |
 * +---------------+-------+-------+---------------+---------------+---------------+---------
 * </pre>
 *
 * Little-endian; the length is of the whole PDU, 16 to {@link VoipChannel#MAX_PDU_LENGTH}, and
 * bounds what the decoder keeps. Not safe for use by several threads.
 */
public final class VoipDecoder {

  private static final int LENGTH_BYTES = 4;

  private enum State {
    READING,
    /** A PDU was malformed: where the next one begins is not known, so everything is discarded. */
    BROKEN,
    CLOSED
  }

  private State state = State.READING;
  private ByteBuf partial = Unpooled.EMPTY_BUFFER;
  private long skipped;

  /**
   * Takes bytes of the stream.
   *
   * @param in read to its end; not kept
   * @param out receives each whole PDU; may call {@link #close()}, after which it gets no more
   * @throws MalformedPduException once, at the first malformed PDU, after those before it were
   *     handed over; everything after it is discarded
   */
  public void decode(ByteBuf in, Consumer<VoipPdu> out) throws MalformedPduException {
    try {
      while (state == State.READING && in.isReadable()) {
        if (partial.isReadable()) {
          fill(in, out);
        } else {
          next(in, out);
        }
      }
      in.skipBytes(in.readableBytes());
    } catch (MalformedPduException e) {
      in.skipBytes(in.readableBytes());
      state = State.BROKEN;
      partial = Unpooled.EMPTY_BUFFER;
      throw e;
    }
  }

  /** Forgets what is kept and discards everything from now on. */
  public void close() {
    state = State.CLOSED;
    partial = Unpooled.EMPTY_BUFFER;
  }

  /** Returns how many PDUs were skipped because their type is not known. */
  public long skipped() {
    return skipped;
  }

  private void next(ByteBuf in, Consumer<VoipPdu> out) throws MalformedPduException {
    int length = in.readableBytes() < LENGTH_BYTES ? Integer.MAX_VALUE : length(in);
    if (length <= in.readableBytes()) {
      read(in.readSlice(length), out);
    } else {
      // on the heap and unpooled: it needs no release, and most PDUs never come here
      partial = Unpooled.buffer(Math.max(in.readableBytes(), 64), VoipChannel.MAX_PDU_LENGTH);
      partial.writeBytes(in);
    }
  }

  private void fill(ByteBuf in, Consumer<VoipPdu> out) throws MalformedPduException {
    int wanted = partial.readableBytes() < LENGTH_BYTES ? LENGTH_BYTES : length(partial);
    int missing = wanted - partial.readableBytes();
    partial.writeBytes(in, Math.min(missing, in.readableBytes()));
    if (partial.readableBytes() == LENGTH_BYTES) {
      length(partial);
    } else if (partial.readableBytes() == wanted && wanted > LENGTH_BYTES) {
      ByteBuf whole = partial;
      partial = Unpooled.EMPTY_BUFFER;
      read(whole, out);
    }
  }

  private void read(ByteBuf pdu, Consumer<VoipPdu> out) throws MalformedPduException {
    VoipPdu value = PduReader.read(pdu);
    if (value == null) {
      skipped++;
    } else {
      out.accept(value);
    }
  }

  private static int length(ByteBuf in) throws MalformedPduException {
    long length = in.getUnsignedIntLE(in.readerIndex());
    if (length < VoipChannel.HEADER_LENGTH || length > VoipChannel.MAX_PDU_LENGTH) {
      throw new MalformedPduException(
          "length %d is not from %d to %d"
              .formatted(length, VoipChannel.HEADER_LENGTH, VoipChannel.MAX_PDU_LENGTH));
    }
    return (int) length;
  }
}
