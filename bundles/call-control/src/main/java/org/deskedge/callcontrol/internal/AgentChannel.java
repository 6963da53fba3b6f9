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
package org.deskedge.callcontrol.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.function.Supplier;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.voip.Bye;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventNotice;
import org.deskedge.voip.Heartbeat;
import org.deskedge.voip.Hello;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.VoipChannel;
import org.deskedge.voip.VoipDecoder;
import org.deskedge.voip.VoipEncoder;
import org.deskedge.voip.VoipPdu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One control channel: HELLO, heartbeats, BYE, and the way of PDUs to its calls ({@code
 * docs/voip-channel.md}). Everything happens on the session's event loop.
 */
final class AgentChannel implements ControlChannelListener {

  private static final Logger LOG = LoggerFactory.getLogger(AgentChannel.class);

  private static final String PRODUCT = "Deskedge edge";

  private enum State {
    AWAITING_HELLO,
    SERVING,
    CLOSED
  }

  private final DesktopSession session;
  private final ControlChannel channel;
  private final CallTable table;
  private final AgentDirectory agents;
  private final VoipDecoder decoder = new VoipDecoder();
  private final Liveness liveness;
  private final ChannelCalls calls;
  private State state = State.AWAITING_HELLO;

  AgentChannel(
      DesktopSession session,
      ControlChannel channel,
      CallControlSettings settings,
      MediaRelay relay,
      CallTable table,
      AgentDirectory agents,
      Supplier<Optional<String>> refusal) {
    this.session = session;
    this.channel = channel;
    this.table = table;
    this.agents = agents;
    this.liveness =
        new Liveness(
            session.eventLoop(),
            settings.helloTimeoutMillis(),
            problem -> end(Reason.TIMEOUT, problem));
    this.calls =
        new ChannelCalls(session, settings.callsPerSession(), relay, table, refusal, this::send);
  }

  void start() {
    liveness.awaitHello();
    if (!agents.add(this)) {
      // not at once: who opened the channel does not have its listener yet
      eventLoop().execute(() -> end(Reason.SHUTDOWN, "the edge's call control is stopped"));
    }
  }

  EventLoop eventLoop() {
    return session.eventLoop();
  }

  @Override
  public void received(ByteBuf bytes) {
    try {
      decoder.decode(bytes, this::handle);
    } catch (MalformedPduException e) {
      table.countMalformed();
      end(Reason.PROTOCOL_ERROR, "malformed PDU: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{}: control channel failed", session.id(), e);
      end(Reason.INTERNAL, "internal error");
    }
  }

  @Override
  public void closed() {
    if (state == State.CLOSED) {
      return;
    }
    LOG.info("{}: control channel closed", session.id());
    tearDown(Reason.NORMAL, "control channel closed");
  }

  /** Ends the channel with BYE and gives back everything its calls hold; the session goes on. */
  void end(Reason reason, String text) {
    if (state == State.CLOSED) {
      return;
    }
    if (reason == Reason.SHUTDOWN) {
      LOG.info("{}: control channel ended: {}: {}", session.id(), reason, text);
    } else {
      LOG.warn("{}: control channel ended: {}: {}", session.id(), reason, text);
    }
    try {
      tearDown(reason, text);
    } finally {
      send(new Bye(reason, text));
      channel.close();
    }
  }

  private void tearDown(Reason reason, String text) {
    state = State.CLOSED;
    liveness.stop();
    decoder.close();
    agents.remove(session.id(), this);
    if (decoder.skipped() > 0) {
      LOG.info("{}: skipped {} PDUs of unknown type", session.id(), decoder.skipped());
    }
    calls.releaseAll(reason, text);
  }

  private void send(VoipPdu pdu) {
    ByteBuf out = ByteBufAllocator.DEFAULT.buffer();
    VoipEncoder.encode(pdu, out);
    channel.send(out);
  }

  private void handle(VoipPdu pdu) {
    if (state == State.AWAITING_HELLO) {
      if (pdu instanceof Hello hello) {
        hello(hello);
      } else {
        end(Reason.PROTOCOL_ERROR, name(pdu) + " before HELLO");
      }
    } else if (pdu instanceof Heartbeat heartbeat) {
      heartbeat(heartbeat);
    } else if (pdu instanceof EstablishRequest request) {
      calls.establish(request);
    } else if (pdu instanceof ModificationRequest request) {
      calls.modify(request);
    } else if (pdu instanceof EventNotice notice) {
      calls.send(notice);
    } else if (pdu instanceof Release release) {
      calls.release(release);
    } else if (pdu instanceof Bye bye) {
      LOG.info("{}: desktop agent says BYE: {}: {}", session.id(), bye.reason(), bye.text());
      tearDown(bye.reason(), "BYE of the desktop agent");
      channel.close();
    } else {
      end(Reason.PROTOCOL_ERROR, name(pdu) + " is not for the edge at this point");
    }
  }

  private void hello(Hello hello) {
    if (hello.key().isPresent() && !session.provesKey(hello.key().get())) {
      end(Reason.BAD_KEY, "the key is not this session's");
    } else if (hello.heartbeatMillis() == 0) {
      end(Reason.PROTOCOL_ERROR, "HELLO announces no heartbeats");
    } else if (!agents.serve(session.id(), this)) {
      end(Reason.BUSY, "another desktop agent serves this session");
    } else {
      state = State.SERVING;
      liveness.expectEvery(hello.heartbeatMillis());
      LOG.info(
          "{}: desktop agent {} speaks version {}, {} key, heartbeat every {} ms",
          session.id(),
          hello.product(),
          hello.version(),
          hello.key().isPresent() ? "with" : "without",
          hello.heartbeatMillis());
      int version = Math.min(hello.version(), VoipChannel.PROTOCOL_VERSION);
      send(new Hello(version, PRODUCT, Optional.empty(), 0));
    }
  }

  private void heartbeat(Heartbeat heartbeat) {
    if (!heartbeat.reply()) {
      liveness.heard();
      send(new Heartbeat(heartbeat.sequence(), true));
    }
  }

  private static String name(VoipPdu pdu) {
    return pdu.getClass().getSimpleName();
  }
}
