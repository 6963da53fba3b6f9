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

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.NetUtil;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deskedge.api.admission.AdmissionControl;
import org.deskedge.api.control.ControlChannelAcceptor;
import org.deskedge.rdp.x224.ProxyInformation;
import org.deskedge.rdpproxy.internal.ProxySettings;
import org.deskedge.rdpproxy.internal.tls.TlsContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a session of each connection the listener accepts. */
public final class SessionAcceptor extends ChannelInitializer<SocketChannel> {

  private static final Logger log = LoggerFactory.getLogger(SessionAcceptor.class);

  private final ProxySettings settings;
  private final TlsContexts tls;
  private final DesktopLocator locator;
  private final SessionTable table;
  private final Supplier<AdmissionControl> admission;
  private final Function<String, ControlChannelAcceptor> acceptors;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes the acceptor.
   *
   * @param admission gives who says which sessions may begin
   * @param acceptors finds who takes a control channel by its name; null for nobody
   */
  public SessionAcceptor(
      ProxySettings settings,
      TlsContexts tls,
      DesktopLocator locator,
      SessionTable table,
      Supplier<AdmissionControl> admission,
      Function<String, ControlChannelAcceptor> acceptors) {
    this.settings = settings;
    this.tls = tls;
    this.locator = locator;
    this.table = table;
    this.admission = admission;
    this.acceptors = acceptors;
  }

  @Override
  protected void initChannel(SocketChannel client) {
    Optional<String> refusal =
        admission.get().refusalOfSession(client.remoteAddress(), client.localAddress());
    if (refusal.isPresent()) {
      table.countRefused();
      log.warn(
          "refused {} with {}: {}",
          NetUtil.toSocketAddressString(client.remoteAddress()),
          NetUtil.toSocketAddressString(client.localAddress()),
          refusal.get());
      Leg.reset(client);
      return;
    }
    Optional<RdpSession> session =
        table.add(
            id ->
                new RdpSession(
                    id,
                    client,
                    ProxyInformation.newKey(random),
                    table,
                    settings.voiceSampleRate(),
                    acceptors));
    if (session.isEmpty()) {
      log.warn(
          "refused {}: {} sessions are the limit (sessions.limit)",
          NetUtil.toSocketAddressString(client.remoteAddress()),
          settings.sessionLimit());
      Leg.reset(client);
      return;
    }
    new Handshake(session.get(), settings, tls, locator).start();
  }
}
