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
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.channel.ChannelHeader;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.dynvc.DynvcPdu;
import org.deskedge.rdp.mcs.SendData;

/** Both legs of a session whose drdynvc channel the test reads and writes. */
public final class Legs {

  public static final int CLIENT_USER = 1008;
  public static final int SERVER_USER = 1002;
  public static final int CHANNEL = 1007;
  public static final int WHOLE = ChannelHeader.FIRST | ChannelHeader.LAST;

  private final EmbeddedChannel client = new EmbeddedChannel();
  private final EmbeddedChannel desktop = new EmbeddedChannel();
  private final DynamicChannels channels;

  public Legs(Function<String, Function<ControlChannel, ControlChannelListener>> acceptors) {
    channels = new DynamicChannels("s-1", acceptors);
    channels.attach(client, desktop);
  }

  public DynamicChannels channels() {
    return channels;
  }

  /** Both ends agree on capabilities, as they do before anything else. */
  public Legs ready() throws MalformedPduException {
    fromDesktop("500002000000000000000000");
    fromClient("50000200");
    client();
    desktop();
    return this;
  }

  public void fromClient(DynvcPdu pdu) throws MalformedPduException {
    channels.fromClient(frame(true, encode(pdu), WHOLE), CLIENT_USER, CHANNEL);
  }

  public void fromDesktop(DynvcPdu pdu) throws MalformedPduException {
    channels.fromDesktop(frame(false, encode(pdu), WHOLE), SERVER_USER, CHANNEL);
  }

  public void fromClient(String hex) throws MalformedPduException {
    channels.fromClient(frame(true, ByteBufUtil.decodeHexDump(hex), WHOLE), CLIENT_USER, CHANNEL);
  }

  public void fromDesktop(String hex) throws MalformedPduException {
    channels.fromDesktop(frame(false, ByteBufUtil.decodeHexDump(hex), WHOLE), SERVER_USER, CHANNEL);
  }

  /** One chunk of a longer message from the desktop. */
  public void chunkFromDesktop(byte[] chunk, int flags) throws MalformedPduException {
    channels.fromDesktop(frame(false, chunk, flags), SERVER_USER, CHANNEL);
  }

  /** Takes what has been sent to the client since the last time. */
  public List<DynvcPdu> client() throws MalformedPduException {
    return sent(client, true);
  }

  /** Takes what has been sent to the desktop since the last time. */
  public List<DynvcPdu> desktop() throws MalformedPduException {
    return sent(desktop, false);
  }

  /** Ends the session. */
  public void close() {
    channels.close("the session ended");
  }

  private static List<DynvcPdu> sent(EmbeddedChannel leg, boolean fromServer)
      throws MalformedPduException {
    leg.flush();
    List<DynvcPdu> pdus = new ArrayList<>();
    for (ByteBuf frame = leg.readOutbound(); frame != null; frame = leg.readOutbound()) {
      int index = SendData.payloadIndex(frame) + ChannelHeader.LENGTH;
      int length = SendData.payloadLength(frame) - ChannelHeader.LENGTH;
      pdus.add(
          Dynvc.decode(
              Unpooled.wrappedBuffer(ByteBufUtil.getBytes(frame, index, length)), fromServer));
      frame.release();
    }
    return pdus;
  }

  private static byte[] encode(DynvcPdu pdu) {
    ByteBuf out = Unpooled.buffer();
    Dynvc.encode(pdu, out);
    return ByteBufUtil.getBytes(out);
  }

  private static ByteBuf frame(boolean fromClient, byte[] chunk, int flags) {
    ByteBuf out = Unpooled.buffer();
    int payload = ChannelHeader.LENGTH + chunk.length;
    if (fromClient) {
      SendData.writeRequest(out, CLIENT_USER, CHANNEL, payload);
    } else {
      SendData.writeIndication(out, SERVER_USER, CHANNEL, payload);
    }
    ChannelHeader.write(out, chunk.length, flags);
    return out.writeBytes(chunk);
  }
}
