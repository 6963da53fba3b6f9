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
package org.deskedge.rdpproxy.internal.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.tpkt.Framing;
import org.deskedge.rdp.x224.ConnectionRequest;

/**
 * Reads the one frame a peer sends in the clear: the X.224 Connection Request or Confirm. What is
 * too long is malformed. So is what a client sends behind its request before that was answered, so
 * that no more than one frame ever waits here. A desktop may say more behind its confirm (xrdp does
 * when it refuses): that goes to the handlers that are there when the reader is removed.
 */
final class FirstFrameReader extends ByteToMessageDecoder {

  /** Takes what was read. */
  interface Receiver {

    /**
     * The frame.
     *
     * @param frame released after the method returns
     */
    void frame(ByteBuf frame) throws MalformedPduException;

    /** The peer sent something else; nothing more will be read. */
    void malformed(String reason);
  }

  private enum State {
    AWAITING,
    READ,
    /** Terminal: the rest is discarded. */
    BROKEN
  }

  private final Receiver receiver;
  private final boolean alone;
  private State state = State.AWAITING;

  /**
   * Makes the reader.
   *
   * @param alone whether the peer must wait for an answer before it sends more
   */
  FirstFrameReader(Receiver receiver, boolean alone) {
    this.receiver = receiver;
    this.alone = alone;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    try {
      switch (state) {
        case AWAITING -> readFrame(in);
        case READ -> expectNothing(in);
        case BROKEN -> in.skipBytes(in.readableBytes());
      }
    } catch (MalformedPduException e) {
      state = State.BROKEN;
      in.skipBytes(in.readableBytes());
      receiver.malformed(e.getMessage());
    }
  }

  private void readFrame(ByteBuf in) throws MalformedPduException {
    if (!Framing.isTpkt(in)) {
      throw new MalformedPduException(
          String.format("first byte 0x%02X is not TPKT's", in.getByte(in.readerIndex())));
    }
    int length = Framing.frameLength(in);
    if (length > ConnectionRequest.MAX_LENGTH) {
      throw new MalformedPduException(
          "first PDU of " + length + " bytes; allowed are " + ConnectionRequest.MAX_LENGTH);
    }
    if (length == 0 || in.readableBytes() < length) {
      return;
    }
    ByteBuf frame = in.readSlice(length);
    expectNothing(in);
    state = State.READ;
    receiver.frame(frame);
  }

  private void expectNothing(ByteBuf in) throws MalformedPduException {
    if (alone && in.isReadable()) {
      throw new MalformedPduException("bytes behind the first PDU");
    }
  }
}
