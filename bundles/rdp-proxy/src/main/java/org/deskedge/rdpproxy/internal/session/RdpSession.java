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

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.deskedge.api.control.ControlChannelAcceptor;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.session.SessionId;
import org.deskedge.api.session.SessionInfo;
import org.deskedge.api.session.SessionState;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.rdpproxy.internal.channel.DynamicChannels;
import org.deskedge.rdpproxy.internal.voice.RdpVoiceChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One remote-desktop session: a client's connection and the one the edge made to the desktop for
 * it. Changed by its event loop only; {@link #info()} and {@link #close(String)} are safe for use
 * by any thread.
 */
public final class RdpSession implements DesktopSession {

  private static final Logger log = LoggerFactory.getLogger(RdpSession.class);

  private final SessionId id;
  private final Channel client;
  private final InetSocketAddress clientAddress;
  private final InetSocketAddress dialled;
  private final String key;
  private final SessionTable table;
  private final Instant since = Instant.now();
  private final String name;
  private final LongAdder bytesToClient = new LongAdder();
  private final LongAdder bytesToDesktop = new LongAdder();
  private final DynamicChannels channels;
  private final RdpVoiceChannel voice;

  private volatile SessionState state = SessionState.ACCEPTED;
  private volatile String user;
  private volatile boolean accepted;
  private volatile boolean controlChannel;
  private Channel desktop;

  /**
   * Takes a client's connection.
   *
   * @param client just accepted; its event loop becomes the session's
   * @param key the one-time key that goes into the proxy information
   * @param table forgets the session when it ends
   * @param voiceRate samples per second of the voice channel
   * @param acceptors finds who takes a control channel by its name; null for nobody
   */
  RdpSession(
      SessionId id,
      Channel client,
      String key,
      SessionTable table,
      int voiceRate,
      Function<String, ControlChannelAcceptor> acceptors) {
    this.id = id;
    this.client = client;
    this.clientAddress = (InetSocketAddress) client.remoteAddress();
    this.dialled = (InetSocketAddress) client.localAddress();
    this.key = key;
    this.table = table;
    this.name =
        id
            + ": "
            + NetUtil.toSocketAddressString(clientAddress)
            + " with "
            + NetUtil.toSocketAddressString(dialled);
    this.channels =
        new DynamicChannels(
            name,
            name -> {
              ControlChannelAcceptor acceptor = acceptors.apply(name);
              return acceptor == null ? null : channel -> acceptor.accept(this, channel);
            });
    this.voice = new RdpVoiceChannel(client.eventLoop(), channels, voiceRate);
  }

  @Override
  public SessionId id() {
    return id;
  }

  @Override
  public EventLoop eventLoop() {
    return client.eventLoop();
  }

  @Override
  public InetAddress localAddress() {
    return ((InetSocketAddress) desktop.localAddress()).getAddress();
  }

  @Override
  public VoiceChannel voice() {
    return voice;
  }

  @Override
  public boolean provesKey(String claimed) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a snapshot of the session. */
  public SessionInfo info() {
    return new SessionInfo(
        id,
        clientAddress,
        dialled,
        Optional.ofNullable(user),
        state,
        since,
        accepted,
        controlChannel,
        voice.availability(),
        bytesToClient.sum(),
        bytesToDesktop.sum());
  }

  /** Ends the session in order, if it has not ended. */
  public void close(String reason) {
    if (eventLoop().inEventLoop()) {
      end(reason);
    } else {
      eventLoop().execute(() -> end(reason));
    }
  }

  /** Returns id, client and desktop, as every log line names them. */
  String name() {
    return name;
  }

  Channel client() {
    return client;
  }

  Channel desktop() {
    return desktop;
  }

  InetSocketAddress dialled() {
    return dialled;
  }

  String key() {
    return key;
  }

  DynamicChannels channels() {
    return channels;
  }

  LongAdder bytesToClient() {
    return bytesToClient;
  }

  LongAdder bytesToDesktop() {
    return bytesToDesktop;
  }

  SessionState state() {
    return state;
  }

  boolean isClosed() {
    return state == SessionState.CLOSED;
  }

  void state(SessionState next) {
    if (!isClosed()) {
      state = next;
    }
  }

  void user(String name) {
    user = name;
  }

  void accepted(boolean value) {
    accepted = value;
  }

  void desktop(Channel channel) {
    desktop = channel;
  }

  void voiceIs(VoiceAvailability availability) {
    voice.availability(availability);
  }

  void controlChannelIs(boolean open) {
    controlChannel = open;
  }

  /** Ends the session because one of its peers is done. */
  void end(String reason) {
    if (finish(reason)) {
      log.info("{}: ended: {}", name, reason);
      Leg.close(client);
      if (desktop != null) {
        Leg.close(desktop);
      }
    }
  }

  /** Ends the session because it cannot go on: the client sees a TCP reset. */
  void fail(String reason) {
    if (finish(reason)) {
      table.countFailed();
      log.warn("{}: failed: {}", name, reason);
      Leg.reset(client);
      if (desktop != null) {
        Leg.reset(desktop);
      }
    }
  }

  /** Ends the session because the desktop said no: the client sees its answer, then the end. */
  void refused(String reason) {
    if (finish(reason)) {
      table.countFailed();
      log.warn("{}: failed: {}", name, reason);
      Leg.close(client);
      Leg.close(desktop);
    }
  }

  private boolean finish(String reason) {
    if (isClosed()) {
      return false;
    }
    state = SessionState.CLOSED;
    channels.close(reason);
    table.remove(this);
    return true;
  }
}
