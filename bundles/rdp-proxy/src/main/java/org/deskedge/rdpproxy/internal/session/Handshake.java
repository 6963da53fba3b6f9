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

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.deskedge.api.session.SessionState;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.x224.ConnectionConfirm;
import org.deskedge.rdp.x224.ConnectionRequest;
import org.deskedge.rdp.x224.Negotiation;
import org.deskedge.rdp.x224.NegotiationFailure;
import org.deskedge.rdp.x224.NegotiationRequest;
import org.deskedge.rdp.x224.NegotiationResponse;
import org.deskedge.rdp.x224.Protocol;
import org.deskedge.rdp.x224.ProxyInformation;
import org.deskedge.rdpproxy.internal.ProxySettings;
import org.deskedge.rdpproxy.internal.tls.TlsContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a session from the client's Connection Request to TLS on both legs (MS-RDPBCGR section
 * 5.4.2): puts the proxy information into the request, asks the desktop for TLS alone, and takes
 * the accept option out of the confirm.
 *
 * <p>Where client and desktop do not both take plain TLS, as with network level authentication, the
 * desktop is asked again with the client's own request and the session is relayed opaquely: the
 * user gets the desktop, without voice at the edge. Each step has a bound. Used by the session's
 * event loop only.
 */
final class Handshake {

  private static final Logger log = LoggerFactory.getLogger(Handshake.class);

  private final RdpSession session;
  private final ProxySettings settings;
  private final TlsContexts tls;
  private final DesktopLocator locator;
  private final Channel client;
  private ConnectionRequest request;
  private boolean terminate;
  private ScheduledFuture<?> deadline;

  Handshake(RdpSession session, ProxySettings settings, TlsContexts tls, DesktopLocator locator) {
    this.session = session;
    this.settings = settings;
    this.tls = tls;
    this.locator = locator;
    this.client = session.client();
  }

  /** Begins to read the client. */
  void start() {
    await("the client's Connection Request", settings.handshakeTimeout());
    client
        .pipeline()
        .addLast(new FirstFrameReader(new RequestReceiver(), true), new Watch("client"));
  }

  private void requested() {
    session.user(request.user().orElse(null));
    Optional<InetSocketAddress> desktop = locator.locate(session.dialled());
    if (desktop.isEmpty()) {
      session.fail("the client dialled the edge itself; it must dial the desktop's address");
      return;
    }
    terminate = offers(Protocol.SSL);
    session.state(SessionState.CONNECTING);
    dial(desktop.get());
  }

  private boolean offers(int protocol) {
    return request
        .negotiation()
        .filter(offer -> (offer.requestedProtocols() & protocol) != 0)
        .isPresent();
  }

  private void dial(InetSocketAddress desktop) {
    cancelDeadline();
    new Bootstrap()
        .group(session.eventLoop())
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .handler(new Watch("desktop"))
        .connect(desktop)
        .addListener((ChannelFuture connected) -> connected(connected, desktop));
  }

  private void connected(ChannelFuture connected, InetSocketAddress desktop)
      throws MalformedPduException {
    Channel channel = connected.channel();
    if (session.isClosed()) {
      channel.close();
      return;
    }
    if (!connected.isSuccess()) {
      session.fail("no connection to the desktop: " + Failures.reason(connected.cause()));
      return;
    }
    session.desktop(channel);
    channel.pipeline().addFirst(new FirstFrameReader(new ConfirmReceiver(desktop), false));
    await("the desktop's Connection Confirm", settings.handshakeTimeout());
    ByteBuf out = channel.alloc().ioBuffer(ConnectionRequest.MAX_LENGTH);
    (terminate ? withProxyInformation(channel) : request).encode(out);
    channel.writeAndFlush(out, channel.voidPromise());
  }

  private ConnectionRequest withProxyInformation(Channel desktop) {
    InetSocketAddress local = (InetSocketAddress) desktop.localAddress();
    InetSocketAddress proxy =
        new InetSocketAddress(
            settings.proxyAddress().orElse(local.getAddress()), settings.proxyPort());
    ConnectionRequest plainTls =
        request.withNegotiation(
            new NegotiationRequest(request.negotiation().orElseThrow().flags(), Protocol.SSL));
    String cookie = new ProxyInformation(proxy, session.key()).appendTo(request.cookie());
    ConnectionRequest complete = plainTls.withCookie(Optional.of(cookie));
    if (complete.encodedLength() > ConnectionRequest.MAX_LENGTH) {
      log.warn("{}: no room for the proxy information beside the client's cookie", session.name());
      return plainTls;
    }
    return complete;
  }

  private void confirmed(ConnectionConfirm confirm, InetSocketAddress desktop) {
    Negotiation negotiation = confirm.negotiation().orElse(null);
    if (terminate
        && negotiation instanceof NegotiationFailure failure
        && offers(Protocol.HYBRID | Protocol.HYBRID_EX | Protocol.RDSTLS)) {
      log.info(
          "{}: the desktop does not take plain TLS ({}): relaying without voice at the edge",
          session.name(),
          failure);
      terminate = false;
      Channel refused = session.desktop();
      refused.pipeline().remove(Watch.class);
      refused.close();
      dial(desktop);
      return;
    }
    cancelDeadline();
    session.accepted(confirm.acceptOption().isPresent());
    ByteBuf out = client.alloc().ioBuffer();
    confirm.withoutAcceptOption().encode(out);
    client.writeAndFlush(out, client.voidPromise());
    if (negotiation instanceof NegotiationFailure failure) {
      session.refused("the desktop refuses: " + failure);
    } else if (terminate
        && negotiation instanceof NegotiationResponse response
        && response.selectedProtocol() == Protocol.SSL) {
      secure();
    } else {
      Relay.opaque(session);
    }
    // After the relay is there, which takes what the desktop has sent behind its confirm.
    removeReaders();
  }

  private void removeReaders() {
    for (Channel leg : new Channel[] {client, session.desktop()}) {
      leg.pipeline().remove(FirstFrameReader.class);
      leg.pipeline().remove(Watch.class);
    }
  }

  private void secure() {
    session.state(SessionState.SECURING);
    SslHandler clientTls = tls.towardsClient().newHandler(client.alloc());
    clientTls.setHandshakeTimeoutMillis(settings.tlsTimeout().toMillis());
    SslHandler desktopTls = tls.towardsDesktop().newHandler(session.desktop().alloc());
    desktopTls.setHandshakeTimeoutMillis(settings.handshakeTimeout().toMillis());
    client.pipeline().addLast(clientTls);
    session.desktop().pipeline().addLast(desktopTls);
    Relay.terminated(session, this::cancelDeadline);
    clientTls.handshakeFuture().addListener(done -> secured("client", done.cause()));
    desktopTls.handshakeFuture().addListener(done -> secured("desktop", done.cause()));
  }

  private void secured(String who, Throwable failure) {
    if (failure != null) {
      session.fail("TLS with the " + who + " failed: " + Failures.reason(failure));
    } else if (who.equals("client") && session.state() == SessionState.SECURING) {
      session.state(SessionState.NEGOTIATING);
      await("the client's MCS Connect Initial", settings.handshakeTimeout());
    }
  }

  private void await(String what, Duration bound) {
    cancelDeadline();
    deadline =
        session
            .eventLoop()
            .schedule(
                () -> session.fail(what + " did not come within " + bound.toMillis() + " ms"),
                bound.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  private final class RequestReceiver implements FirstFrameReader.Receiver {

    @Override
    public void frame(ByteBuf frame) throws MalformedPduException {
      request = ConnectionRequest.decode(frame);
      requested();
    }

    @Override
    public void malformed(String reason) {
      session.fail("not a Connection Request from the client: " + reason);
    }
  }

  private final class ConfirmReceiver implements FirstFrameReader.Receiver {

    private final InetSocketAddress desktop;

    private ConfirmReceiver(InetSocketAddress desktop) {
      this.desktop = desktop;
    }

    @Override
    public void frame(ByteBuf frame) throws MalformedPduException {
      confirmed(ConnectionConfirm.decode(frame), desktop);
    }

    @Override
    public void malformed(String reason) {
      session.fail("not a Connection Confirm from the desktop: " + reason);
    }
  }

  /** Ends the session if a leg ends before the relay has taken it over. */
  private final class Watch extends ChannelInboundHandlerAdapter {

    private final String who;

    private Watch(String who) {
      this.who = who;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      session.fail("the " + who + " closed its connection while " + session.state());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      session.fail(who + ": " + Failures.reason(cause));
    }
  }
}
