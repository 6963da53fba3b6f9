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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.dynvc.DynvcPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the edge's own dynamic virtual channels with the desktop's on one session's drdynvc
 * channel (MS-RDPEDYC).
 *
 * <p>Towards the client the edge opens channels under ids of its own, which the client's replies
 * carry and the desktop never sees. From the desktop it answers the channels that carry call
 * control, which the client never sees. All else is passed on untouched. Used by the session's
 * event loop only.
 */
public final class DynamicChannels {

  /** Status of a Create Response: accepted. */
  static final int CREATED = 0;

  /** Status of a Create Response: no listener (HRESULT, as stock clients send it). */
  static final int NO_LISTENER = 0xC0000001;

  private static final Logger log = LoggerFactory.getLogger(DynamicChannels.class);

  private final String session;
  private final Function<String, Function<ControlChannel, ControlChannelListener>> acceptors;
  private final LegWriter toClient = new LegWriter(true);
  private final LegWriter toDesktop = new LegWriter(false);
  private final DynvcStream clientStream;
  private final DynvcStream desktopStream;
  private final ClientChannels clientChannels;
  private final Map<Integer, DesktopControlChannel> controlChannels = new HashMap<>();
  private final DesktopMicrophone microphone = new DesktopMicrophone();
  private boolean ready;

  /**
   * Begins with no channel.
   *
   * @param session names the session in the log
   * @param acceptors finds who accepts a control channel by its name; answers null for nobody
   */
  public DynamicChannels(
      String session,
      Function<String, Function<ControlChannel, ControlChannelListener>> acceptors) {
    this.session = session;
    this.clientChannels = new ClientChannels(session, toClient);
    this.acceptors = acceptors;
    this.clientStream = new DynvcStream(new FromClient(), toDesktop);
    this.desktopStream = new DynvcStream(new FromDesktop(), toClient);
  }

  /** Tells where the legs are. */
  public void attach(Channel client, Channel desktop) {
    toClient.attach(client);
    toDesktop.attach(desktop);
  }

  /**
   * One frame of the drdynvc channel from the client; ownership passes to this method.
   *
   * @param userInitiator MCS user id of the client
   */
  public void fromClient(ByteBuf frame, int userInitiator, int channelId)
      throws MalformedPduException {
    toDesktop.address(userInitiator, channelId);
    clientStream.frame(frame);
  }

  /**
   * One frame of the drdynvc channel from the desktop; ownership passes to this method.
   *
   * @param serverInitiator MCS user id of the server
   */
  public void fromDesktop(ByteBuf frame, int serverInitiator, int channelId)
      throws MalformedPduException {
    toClient.address(serverInitiator, channelId);
    desktopStream.frame(frame);
  }

  /**
   * Returns whether client and desktop have agreed on capabilities, so that channels may be opened.
   */
  public boolean isReady() {
    return ready;
  }

  /** Returns whether the desktop itself holds the client's only microphone channel. */
  public boolean desktopHasMicrophone() {
    return microphone.inUse();
  }

  /** Returns whether a desktop agent holds a control channel open. */
  public boolean hasControlChannel() {
    return !controlChannels.isEmpty();
  }

  /** Opens a channel towards the client; to be called only when {@link #isReady()}. */
  public ClientChannel open(String name, ClientChannel.Handler handler) {
    return clientChannels.open(name, handler);
  }

  /** Ends every channel with the session. */
  public void close(String reason) {
    clientChannels.close(reason);
    List.copyOf(controlChannels.values()).forEach(DesktopControlChannel::end);
    controlChannels.clear();
    toClient.release();
    toDesktop.release();
    clientStream.release();
    desktopStream.release();
  }

  private void accept(DynvcPdu.CreateRequest request) {
    // The server gives an id again only when it has forgotten its last use.
    DesktopControlChannel stale = controlChannels.remove(request.channelId());
    if (stale != null) {
      stale.end();
    }
    Function<ControlChannel, ControlChannelListener> acceptor = acceptors.apply(request.name());
    answer(request.channelId(), acceptor == null ? NO_LISTENER : CREATED);
    if (acceptor != null) {
      DesktopControlChannel channel =
          new DesktopControlChannel(request.channelId(), toDesktop, controlChannels);
      controlChannels.put(request.channelId(), channel);
      channel.listen(acceptor.apply(channel));
      log.info("{}: the desktop agent opened {}", session, request.name());
    }
  }

  private void answer(int channelId, int status) {
    DynvcPdu response = new DynvcPdu.CreateResponse(channelId, status);
    ByteBuf out = toDesktop.newPdu(Dynvc.encodedLength(response));
    Dynvc.encode(response, out);
    toDesktop.send(out);
  }

  /** The client's messages: the edge owns the replies to its own channels. */
  private final class FromClient implements DynvcStream.Owner {

    @Override
    public boolean owns(ByteBuf head) throws MalformedPduException {
      int command = Dynvc.command(head);
      if (command == Dynvc.CAPABILITIES) {
        ready = true;
        return false;
      }
      int channelId = Dynvc.channelId(head);
      if (ClientChannels.isOwn(channelId)) {
        return true;
      }
      microphone.answered(command, channelId, head);
      return false;
    }

    @Override
    public void take(ByteBuf message) throws MalformedPduException {
      clientChannels.received(message);
    }
  }

  /** The desktop's messages: the edge owns its control channels. */
  private final class FromDesktop implements DynvcStream.Owner {

    @Override
    public boolean owns(ByteBuf head) throws MalformedPduException {
      int command = Dynvc.command(head);
      if (command == Dynvc.CAPABILITIES) {
        return false;
      }
      int channelId = Dynvc.channelId(head);
      if (command == Dynvc.CREATE) {
        String name = ((DynvcPdu.CreateRequest) Dynvc.decode(head.duplicate(), true)).name();
        if (DesktopMicrophone.CHANNEL_NAME.equals(name)) {
          return !microphone.requested(channelId, clientChannels.has(name));
        }
        return acceptors.apply(name) != null;
      }
      microphone.closed(command, channelId);
      return controlChannels.containsKey(channelId);
    }

    @Override
    public void take(ByteBuf message) throws MalformedPduException {
      DynvcPdu pdu = Dynvc.decode(message, true);
      if (pdu instanceof DynvcPdu.CreateRequest request) {
        accept(request);
        return;
      }
      DesktopControlChannel channel = controlChannels.get(Dynvc.channelId(message));
      if (channel == null) {
        return;
      }
      if (pdu instanceof DynvcPdu.DataFirst first) {
        channel.received(first.data());
      } else if (pdu instanceof DynvcPdu.Data data) {
        channel.received(data.data());
      } else if (pdu instanceof DynvcPdu.Close) {
        channel.closedByDesktop();
      } else {
        channel.close();
        throw new MalformedPduException("drdynvc: not a PDU of a control channel");
      }
    }
  }
}
