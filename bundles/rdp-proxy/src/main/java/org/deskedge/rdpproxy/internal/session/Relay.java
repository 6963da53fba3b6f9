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
import io.netty.channel.Channel;
import java.util.function.Consumer;
import org.deskedge.api.session.SessionState;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.info.ClientInfo;
import org.deskedge.rdp.mcs.DomainPdu;
import org.deskedge.rdp.mcs.SendData;
import org.deskedge.rdp.tpkt.Framing;
import org.deskedge.rdpproxy.internal.channel.DynamicChannels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a session's frames from leg to leg as they are, and hands those of the drdynvc channel to
 * {@link DynamicChannels}. Used by the session's event loop only.
 */
final class Relay {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  private final RdpSession session;
  private final Channel client;
  private final Channel desktop;
  private final DynamicChannels channels;
  private final Runnable begun;
  private final ConnectionSequence sequence = new ConnectionSequence();
  private boolean malformedLogged;

  private Relay(RdpSession session, Runnable begun) {
    this.session = session;
    this.client = session.client();
    this.desktop = session.desktop();
    this.channels = session.channels();
    this.begun = begun;
  }

  /**
   * Begins to relay decrypted frames.
   *
   * @param begun run when the client begins the MCS connect sequence
   */
  static void terminated(RdpSession session, Runnable begun) {
    Relay relay = new Relay(session, begun);
    relay.channels.attach(relay.client, relay.desktop);
    relay.client.pipeline().addLast(new FrameDecoder(), relay.clientLeg(relay::fromClient));
    relay.desktop.pipeline().addLast(new FrameDecoder(), relay.desktopLeg(relay::fromDesktop));
  }

  /** Begins to relay bytes that only client and desktop understand. */
  static void opaque(RdpSession session) {
    Relay relay = new Relay(session, () -> {});
    session.voiceIs(VoiceAvailability.NOT_TERMINATED);
    relay.client.pipeline().addLast(relay.clientLeg(relay::toDesktop));
    relay.desktop.pipeline().addLast(relay.desktopLeg(relay::toClient));
    session.state(SessionState.ACTIVE);
  }

  private Leg clientLeg(Consumer<ByteBuf> receiver) {
    return new Leg(desktop, session.bytesToDesktop(), receiver, reason -> ended("client", reason));
  }

  private Leg desktopLeg(Consumer<ByteBuf> receiver) {
    return new Leg(client, session.bytesToClient(), receiver, reason -> ended("desktop", reason));
  }

  private void ended(String who, String reason) {
    if (session.state() == SessionState.ACTIVE) {
      session.end(who + ": " + reason);
    } else {
      session.fail(who + ": " + reason + " while " + session.state());
    }
  }

  private void toClient(ByteBuf frame) {
    client.write(frame, client.voidPromise());
  }

  private void toDesktop(ByteBuf frame) {
    desktop.write(frame, desktop.voidPromise());
  }

  private void fromClient(ByteBuf frame) {
    if (isDynamic(frame, DomainPdu.SEND_DATA_REQUEST)) {
      try {
        channels.fromClient(frame, SendData.initiator(frame), sequence.dynamicChannel());
      } catch (MalformedPduException e) {
        malformed("dropped a PDU of the client", e);
      }
      publish();
      return;
    }
    if (!sequence.isDone() && Framing.isTpkt(frame)) {
      observeClient(frame);
    }
    toDesktop(frame);
  }

  private void fromDesktop(ByteBuf frame) {
    if (isDynamic(frame, DomainPdu.SEND_DATA_INDICATION)) {
      try {
        channels.fromDesktop(frame, SendData.initiator(frame), sequence.dynamicChannel());
      } catch (MalformedPduException e) {
        malformed("dropped a PDU of the desktop", e);
      }
      publish();
      return;
    }
    if (!Framing.isTpkt(frame)) {
      if (session.state() == SessionState.NEGOTIATING) {
        session.state(SessionState.ACTIVE);
      }
    } else if (!sequence.isDone()) {
      observeDesktop(frame);
    }
    toClient(frame);
  }

  /** A frame too short to tell is none of the edge's. */
  private boolean isDynamic(ByteBuf frame, int type) {
    int dynamicChannel = sequence.dynamicChannel();
    try {
      return dynamicChannel != ConnectionSequence.NO_CHANNEL
          && Framing.isTpkt(frame)
          && DomainPdu.type(frame) == type
          && SendData.channelId(frame) == dynamicChannel;
    } catch (MalformedPduException e) {
      return false;
    }
  }

  private void observeClient(ByteBuf frame) {
    boolean first = !sequence.hasBegun();
    try {
      sequence.fromClient(frame);
    } catch (MalformedPduException e) {
      malformed("passed on a PDU of the client", e);
    }
    if (first) {
      begun.run();
    }
    publish();
  }

  private void observeDesktop(ByteBuf frame) {
    try {
      sequence.fromDesktop(frame);
    } catch (MalformedPduException e) {
      malformed("passed on a PDU of the desktop", e);
    }
  }

  private void publish() {
    session.controlChannelIs(channels.hasControlChannel());
    if (sequence.isDone()) {
      session.voiceIs(availability());
    }
  }

  private VoiceAvailability availability() {
    if (sequence.dynamicChannel() == ConnectionSequence.NO_CHANNEL) {
      return VoiceAvailability.NO_DYNAMIC_CHANNELS;
    }
    int flags = sequence.clientInfo().map(ClientInfo::flags).orElse(0);
    if ((flags & ClientInfo.NO_AUDIO_PLAYBACK) != 0) {
      return VoiceAvailability.NO_PLAYBACK;
    }
    if ((flags & ClientInfo.AUDIO_CAPTURE) == 0) {
      return VoiceAvailability.NO_MICROPHONE;
    }
    return channels.isReady() ? VoiceAvailability.AVAILABLE : VoiceAvailability.UNKNOWN;
  }

  /** One line a session: a peer that errs once may err with every PDU. */
  private void malformed(String done, MalformedPduException e) {
    if (!malformedLogged) {
      malformedLogged = true;
      log.warn(
          "{}: {}: malformed: {} (logged once a session)", session.name(), done, e.getMessage());
    }
  }
}
