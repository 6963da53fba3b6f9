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
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import org.deskedge.rdp.channel.ChannelHeader;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.mcs.SendData;

/**
 * Writes one leg of the session: relayed frames as they came, and the edge's own drdynvc messages
 * between them.
 *
 * <p>A virtual channel message may come in several chunks; nothing of the same channel may stand
 * between its first and its last (MS-RDPBCGR section 3.1.5.2.2). What the edge wants to send
 * meanwhile waits here. Used by the session's event loop only.
 */
final class LegWriter {

  /** Most messages that may wait for the last chunk of a relayed one; past it they are dropped. */
  static final int MAX_WAITING = 64;

  // TPKT 4, X.224 data 3, MCS send data 6 with a length of up to 2 bytes.
  private static final int MAX_FRAME_HEADER = 15;
  private static final int CHANNEL_HEADER = 8;
  private static final int MAX_DYNVC_HEADER = 5;

  private final boolean towardsClient;
  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>();
  private Channel channel;
  private int initiator;
  private int channelId;
  private boolean midMessage;

  LegWriter(boolean towardsClient) {
    this.towardsClient = towardsClient;
  }

  void attach(Channel leg) {
    channel = leg;
  }

  /** Says where drdynvc messages go and in whose name. */
  void address(int mcsInitiator, int mcsChannelId) {
    initiator = mcsInitiator;
    channelId = mcsChannelId;
  }

  /** Passes a frame on as it is; the relay flushes when it has read all there was. */
  void relay(ByteBuf frame) {
    channel.write(frame, channel.voidPromise());
  }

  /** Notes that a relayed drdynvc message is under way, or has ended. */
  void midMessage(boolean underWay) {
    midMessage = underWay;
    while (!midMessage && !waiting.isEmpty()) {
      channel.write(waiting.poll(), channel.voidPromise());
    }
  }

  /** Returns a buffer with every header of a drdynvc PDU whose own length is given. */
  ByteBuf newPdu(int length) {
    int payload = CHANNEL_HEADER + length;
    ByteBuf out = channel.alloc().ioBuffer(MAX_FRAME_HEADER + payload);
    if (towardsClient) {
      SendData.writeIndication(out, initiator, channelId, payload);
    } else {
      SendData.writeRequest(out, initiator, channelId, payload);
    }
    ChannelHeader.write(out, length, ChannelHeader.FIRST | ChannelHeader.LAST);
    return out;
  }

  /** Returns a buffer with every header of a dynamic channel's message, the data to follow. */
  ByteBuf newData(int dynamicChannel, int length) {
    int header = Dynvc.dataHeaderLength(dynamicChannel);
    assert header <= MAX_DYNVC_HEADER;
    ByteBuf out = newPdu(header + length);
    Dynvc.writeData(out, dynamicChannel);
    return out;
  }

  void send(ByteBuf pdu) {
    if (!midMessage) {
      channel.writeAndFlush(pdu, channel.voidPromise());
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(pdu);
    } else {
      pdu.release();
    }
  }

  boolean isWritable() {
    return channel.isWritable() && waiting.size() < MAX_WAITING;
  }

  long pendingBytes() {
    return channel.bytesBeforeWritable();
  }

  void release() {
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }
}
