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
package org.deskedge.rdpproxy.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.deskedge.api.admission.AdmissionControl;
import org.deskedge.api.control.ControlChannelAcceptor;
import org.deskedge.api.session.SessionCounters;
import org.deskedge.api.session.SessionInfo;
import org.deskedge.api.session.SessionService;
import org.deskedge.rdpproxy.internal.session.DesktopLocator;
import org.deskedge.rdpproxy.internal.session.SessionAcceptor;
import org.deskedge.rdpproxy.internal.session.SessionTable;
import org.deskedge.rdpproxy.internal.tls.TlsContexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The RDP proxy as a component: owns the listener, the event loops and the session table. */
@Component(
    service = SessionService.class,
    immediate = true,
    configurationPid = ProxySettings.PID,
    configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class RdpProxy implements SessionService {

  private static final Logger log = LoggerFactory.getLogger(RdpProxy.class);

  private static final int BACKLOG = 256;
  private static final int SHUTDOWN_SECONDS = 3;

  private final Map<String, ControlChannelAcceptor> acceptors = new ConcurrentHashMap<>();
  private final AtomicReference<AdmissionControl> admission =
      new AtomicReference<>(AdmissionControl.OPEN);
  private final SessionTable table;
  private final EventLoopGroup loops;
  private final Channel listener;

  /**
   * Starts to listen.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming every value that is wrong
   * @throws IOException if a key store cannot be read or the port cannot be bound
   * @throws GeneralSecurityException if a key store holds nothing usable
   */
  @Activate
  public RdpProxy(Map<String, Object> configuration) throws IOException, GeneralSecurityException {
    this(ProxySettings.of(configuration), DesktopLocator.TRANSPARENT, true);
  }

  /**
   * Starts to listen.
   *
   * @param transparent whether connections to foreign addresses are accepted, for which the process
   *     needs CAP_NET_ADMIN
   */
  RdpProxy(ProxySettings settings, DesktopLocator locator, boolean transparent)
      throws IOException, GeneralSecurityException {
    table = new SessionTable(settings.sessionLimit());
    TlsContexts tls = TlsContexts.of(settings);
    loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("deskedge-session"),
            EpollIoHandler.newFactory());
    try {
      listener =
          listen(
              settings,
              new SessionAcceptor(settings, tls, locator, table, admission::get, acceptors::get),
              transparent);
    } catch (IOException e) {
      stop(loops);
      throw e;
    }
    log.info(
        "listening on {}, {} sessions at most", listener.localAddress(), settings.sessionLimit());
  }

  private Channel listen(ProxySettings settings, SessionAcceptor acceptor, boolean transparent)
      throws IOException {
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(EpollChannelOption.IP_TRANSPARENT, transparent)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(acceptor)
            .bind(settings.listen())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "cannot listen on "
              + settings.listen()
              + ": "
              + bound.cause().getMessage()
              + "; the process needs CAP_NET_ADMIN and a free port",
          bound.cause());
    }
    return bound.channel();
  }

  /** Takes note of who accepts control channels. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbindAcceptor")
  void bindAcceptor(ControlChannelAcceptor acceptor) {
    acceptors.put(acceptor.channelName(), acceptor);
  }

  void unbindAcceptor(ControlChannelAcceptor acceptor) {
    acceptors.remove(acceptor.channelName(), acceptor);
  }

  /** Takes note of who says which sessions may begin. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbindAdmission")
  void bindAdmission(AdmissionControl control) {
    admission.set(control);
  }

  void unbindAdmission(AdmissionControl control) {
    admission.compareAndSet(control, AdmissionControl.OPEN);
  }

  /** Returns where the proxy listens. */
  InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Stops to listen and ends every session. */
  @Deactivate
  void close() {
    listener.close().awaitUninterruptibly();
    table.closeAll("the edge stops");
    stop(loops);
    log.info("stopped");
  }

  private static void stop(EventLoopGroup loops) {
    loops.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Override
  public List<SessionInfo> sessions() {
    return table.snapshot();
  }

  @Override
  public SessionCounters counters() {
    return table.counters();
  }
}
