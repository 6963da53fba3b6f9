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
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.info.ClientInfo;
import org.deskedge.rdp.mcs.ClientNetworkData;
import org.deskedge.rdp.mcs.ConnectInitial;
import org.deskedge.rdp.mcs.ConnectResponse;
import org.deskedge.rdp.mcs.DomainPdu;
import org.deskedge.rdp.mcs.SendData;
import org.deskedge.rdp.mcs.ServerNetworkData;

/**
 * What the edge learns from the RDP connection sequence as it passes (MS-RDPBCGR section 1.3.1.1):
 * the number of the drdynvc channel, and what the client says of itself. Changes nothing. Used by
 * the session's event loop only.
 */
final class ConnectionSequence {

  /** No such channel, or not known yet. */
  static final int NO_CHANNEL = -1;

  private static final String DYNAMIC_CHANNELS = "drdynvc";

  private enum Step {
    CONNECT_INITIAL,
    CONNECT_RESPONSE,
    CLIENT_INFO,
    DONE
  }

  private Step step = Step.CONNECT_INITIAL;
  private ClientNetworkData network;
  private int ioChannel = NO_CHANNEL;
  private int dynamicChannel = NO_CHANNEL;
  private ClientInfo clientInfo;

  /**
   * Looks at a TPKT frame from the client.
   *
   * @throws MalformedPduException if it is not what belongs here; nothing more is learnt then
   */
  void fromClient(ByteBuf frame) throws MalformedPduException {
    if (step == Step.CONNECT_INITIAL) {
      step = Step.DONE;
      network = ConnectInitial.decode(frame);
      step = Step.CONNECT_RESPONSE;
    } else if (step == Step.CLIENT_INFO
        && DomainPdu.type(frame) == DomainPdu.SEND_DATA_REQUEST
        && SendData.channelId(frame) == ioChannel) {
      ByteBuf payload = frame.slice(SendData.payloadIndex(frame), SendData.payloadLength(frame));
      if (ClientInfo.is(payload)) {
        step = Step.DONE;
        clientInfo = ClientInfo.decode(payload);
      }
    }
  }

  /**
   * Looks at a TPKT frame from the desktop.
   *
   * @throws MalformedPduException if it is not what belongs here; nothing more is learnt then
   */
  void fromDesktop(ByteBuf frame) throws MalformedPduException {
    if (step != Step.CONNECT_RESPONSE) {
      return;
    }
    step = Step.DONE;
    ServerNetworkData server = ConnectResponse.decode(frame);
    ioChannel = server.ioChannelId();
    for (int i = 0; i < network.channels().size() && i < server.channelIds().size(); i++) {
      if (DYNAMIC_CHANNELS.equals(network.channels().get(i).name())) {
        dynamicChannel = server.channelIds().get(i);
      }
    }
    step = Step.CLIENT_INFO;
  }

  /** Returns whether the client has begun the MCS connect sequence. */
  boolean hasBegun() {
    return step != Step.CONNECT_INITIAL;
  }

  /** Returns whether there is nothing more to learn. */
  boolean isDone() {
    return step == Step.DONE;
  }

  /** Returns the MCS channel that carries dynamic virtual channels, or {@link #NO_CHANNEL}. */
  int dynamicChannel() {
    return dynamicChannel;
  }

  /** Returns what the client said of itself, once it has. */
  Optional<ClientInfo> clientInfo() {
    return Optional.ofNullable(clientInfo);
  }
}
