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
package org.deskedge.rdpproxy.internal.channel;

import io.netty.buffer.ByteBuf;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.channel.ChannelHeader;
import org.deskedge.rdp.channel.ChannelReassembler;
import org.deskedge.rdp.mcs.SendData;

/**
 * The drdynvc channel in one direction: each message goes on to the other leg as it came, unless it
 * is the edge's own. Used by the session's event loop only.
 */
final class DynvcStream {

  /** Decides whose a message is, and takes the edge's own. */
  interface Owner {

    /**
     * Looks at the start of a message.
     *
     * @param head the first chunk, at least the dynamic channel header if the message is sound
     */
    boolean owns(ByteBuf head) throws MalformedPduException;

    /**
     * Takes a whole message the edge owns.
     *
     * @param message released by the caller
     */
    void take(ByteBuf message) throws MalformedPduException;
  }

  /** Longest message the edge takes: its own channels carry audio and call control only. */
  static final int MAX_MESSAGE = 64 * 1024;

  private final Owner owner;
  private final LegWriter onward;
  private final ChannelReassembler reassembler = new ChannelReassembler(MAX_MESSAGE);
  private boolean taking;

  DynvcStream(Owner owner, LegWriter onward) {
    this.owner = owner;
    this.onward = onward;
  }

  /**
   * Takes or passes on one frame of the drdynvc channel.
   *
   * @param frame ownership passes to this method
   * @throws MalformedPduException if the frame was the edge's own; it is dropped. A malformed frame
   *     that is not is passed on: it is the other end's to judge.
   */
  void frame(ByteBuf frame) throws MalformedPduException {
    int flags;
    try {
      int index = SendData.payloadIndex(frame);
      flags = ChannelHeader.flags(frame, index);
      if ((flags & ChannelHeader.FIRST) != 0) {
        taking = (flags & ChannelHeader.COMPRESSED) == 0 && owns(frame, index);
      }
    } catch (MalformedPduException e) {
      onward.relay(frame);
      return;
    }
    if (taking) {
      take(frame, flags);
    } else {
      onward.relay(frame);
      onward.midMessage((flags & ChannelHeader.LAST) == 0);
    }
  }

  /** A message whose owner cannot be told is not the edge's. */
  private boolean owns(ByteBuf frame, int index) {
    try {
      int header = ChannelHeader.LENGTH;
      return owner.owns(frame.slice(index + header, SendData.payloadLength(frame) - header));
    } catch (MalformedPduException e) {
      return false;
    }
  }

  private void take(ByteBuf frame, int flags) throws MalformedPduException {
    try {
      int index = SendData.payloadIndex(frame);
      ByteBuf message = reassembler.add(frame.slice(index, SendData.payloadLength(frame)));
      if (message != null) {
        try {
          owner.take(message);
        } finally {
          message.release();
        }
      }
    } finally {
      if ((flags & ChannelHeader.LAST) != 0) {
        taking = false;
      }
      frame.release();
    }
  }

  void release() {
    reassembler.close();
  }
}
