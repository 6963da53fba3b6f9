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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.dynvc.DynamicChannelReassembler;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.dynvc.DynvcPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dynamic channels the edge holds open towards the client. */
final class ClientChannels {

  private static final Logger log = LoggerFactory.getLogger(ClientChannels.class);

  /** Servers count their ids from 1; the edge's lie far above, in four bytes. */
  private static final int FIRST_ID = 0x1000_0001;

  private static final int LAST_ID = 0x1FFF_FFFF;

  /** Longest message taken from a client: a second of 48 kHz stereo. */
  private static final int MAX_MESSAGE = 192_000;

  private final String session;
  private final LegWriter toClient;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private int nextId = FIRST_ID;

  ClientChannels(String session, LegWriter toClient) {
    this.session = session;
    this.toClient = toClient;
  }

  static boolean isOwn(int channelId) {
    return channelId >= FIRST_ID && channelId <= LAST_ID;
  }

  ClientChannel open(String name, ClientChannel.Handler handler) {
    Entry entry = new Entry(nextId++, name, handler);
    entries.put(entry.id, entry);
    entry.send(new DynvcPdu.CreateRequest(entry.id, 0, name));
    return entry;
  }

  boolean has(String name) {
    return entries.values().stream().anyMatch(entry -> entry.name.equals(name));
  }

  /** Takes a message of the client's; one for a channel closed meanwhile is dropped. */
  void received(ByteBuf message) throws MalformedPduException {
    Entry entry = entries.get(Dynvc.channelId(message));
    if (entry == null) {
      return;
    }
    try {
      entry.received(message);
    } catch (MalformedPduException e) {
      entry.close();
      entry.handler.closed("malformed PDU from the client: " + e.getMessage());
      log.warn(
          "{}: {} closed: malformed PDU from the client: {}", session, entry.name, e.getMessage());
    }
  }

  void close(String reason) {
    for (Entry entry : List.copyOf(entries.values())) {
      entry.forget();
      entry.handler.closed(reason);
    }
  }

  private final class Entry implements ClientChannel {

    private final int id;
    private final String name;
    private final Handler handler;
    private final DynamicChannelReassembler reassembler =
        new DynamicChannelReassembler(MAX_MESSAGE);

    private Entry(int id, String name, Handler handler) {
      this.id = id;
      this.name = name;
      this.handler = handler;
    }

    private void received(ByteBuf message) throws MalformedPduException {
      int command = Dynvc.command(message);
      if (command == Dynvc.DATA && !reassembler.isPartial()) {
        // The voice path: no object is made for a message that is whole.
        handler.received(message.skipBytes(Dynvc.headerLength(message)));
        return;
      }
      DynvcPdu pdu = Dynvc.decode(message, false);
      if (pdu instanceof DynvcPdu.CreateResponse response) {
        if (response.status() >= 0) {
          handler.opened();
        } else {
          forget();
          handler.closed("the client refused " + name + status(response.status()));
        }
      } else if (pdu instanceof DynvcPdu.Close) {
        forget();
        handler.closed("the client closed " + name);
      } else {
        ByteBuf whole = reassembler.add(pdu);
        if (whole != null) {
          try {
            handler.received(whole);
          } finally {
            whole.release();
          }
        }
      }
    }

    private static String status(int status) {
      return String.format(" (status 0x%08X)", status);
    }

    private void forget() {
      entries.remove(id);
      reassembler.close();
    }

    private void send(DynvcPdu pdu) {
      ByteBuf out = toClient.newPdu(Dynvc.encodedLength(pdu));
      Dynvc.encode(pdu, out);
      toClient.send(out);
    }

    @Override
    public ByteBuf newMessage(int length) {
      return toClient.newData(id, length);
    }

    @Override
    public void send(ByteBuf message) {
      if (entries.containsKey(id)) {
        toClient.send(message);
      } else {
        message.release();
      }
    }

    @Override
    public boolean isWritable() {
      return toClient.isWritable();
    }

    @Override
    public void close() {
      if (entries.containsKey(id)) {
        forget();
        send(new DynvcPdu.Close(id));
      }
    }
  }
}
