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
import java.util.Map;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.dynvc.DynvcPdu;

/** A control channel a desktop agent opened through its RDP server. */
final class DesktopControlChannel implements ControlChannel {

  // The longest Data PDU that fits one chunk; servers mis-read longer ones from a client.
  private static final int MAX_DATA = 1_500;

  private final int id;
  private final LegWriter toDesktop;
  private final Map<Integer, DesktopControlChannel> table;
  private ControlChannelListener listener;
  private boolean ended;

  DesktopControlChannel(int id, LegWriter toDesktop, Map<Integer, DesktopControlChannel> table) {
    this.id = id;
    this.toDesktop = toDesktop;
    this.table = table;
  }

  void listen(ControlChannelListener channelListener) {
    listener = channelListener;
    if (ended) {
      listener.closed();
    }
  }

  void received(ByteBuf bytes) {
    if (!ended) {
      listener.received(bytes);
    }
  }

  /** The desktop's server waits for a Close in return, or it never gives the id back. */
  void closedByDesktop() {
    if (!ended) {
      sendClose();
      end();
    }
    table.remove(id, this);
  }

  /** Ends the channel without a word to the desktop. */
  void end() {
    if (!ended) {
      ended = true;
      if (listener != null) {
        listener.closed();
      }
    }
  }

  @Override
  public void send(ByteBuf bytes) {
    try {
      while (!ended && bytes.isReadable()) {
        int length = Math.min(MAX_DATA, bytes.readableBytes());
        toDesktop.send(toDesktop.newData(id, length).writeBytes(bytes, length));
      }
    } finally {
      bytes.release();
    }
    if (!ended && toDesktop.pendingBytes() > MAX_PENDING_BYTES) {
      close();
    }
  }

  /** Stays in the table, so that what the desktop still sends is not taken for the client's. */
  @Override
  public void close() {
    if (!ended) {
      sendClose();
      end();
    }
  }

  private void sendClose() {
    DynvcPdu close = new DynvcPdu.Close(id);
    ByteBuf out = toDesktop.newPdu(Dynvc.encodedLength(close));
    Dynvc.encode(close, out);
    toDesktop.send(out);
  }
}
