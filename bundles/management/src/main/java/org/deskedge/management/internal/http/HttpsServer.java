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
package org.deskedge.management.internal.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves resources over HTTP/1.1 and TLS, on one thread of its own: what it is asked costs the
 * sessions and calls of the edge nothing but processor time.
 */
public final class HttpsServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpsServer.class);

  private static final int BACKLOG = 64;
  private static final int SHUTDOWN_SECONDS = 3;

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("deskedge-management"), NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(loop.next());
  private final HttpLimits limits;
  private final SslContext tls;
  private final Authenticator authenticator;
  private final Router router;
  private final Channel listener;

  /**
   * Starts to listen.
   *
   * @throws IOException if the port cannot be bound
   */
  public HttpsServer(
      InetSocketAddress address,
      HttpLimits limits,
      SslContext tls,
      Authenticator authenticator,
      Router router)
      throws IOException {
    this.limits = limits;
    this.tls = tls;
    this.authenticator = authenticator;
    this.router = router;
    var bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Acceptor())
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stopLoop();
      throw new IOException(
          "cannot listen on " + address + ": " + bound.cause().getMessage(), bound.cause());
    }
    listener = bound.channel();
  }

  /** Returns where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Stops to listen and closes every connection. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
    stopLoop();
  }

  private void stopLoop() {
    loop.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private final class Acceptor extends ChannelInitializer<SocketChannel> {

    @Override
    protected void initChannel(SocketChannel connection) {
      if (connections.size() >= limits.connections()) {
        log.warn(
            "refused {}: {} connections are the limit (connections.limit)",
            NetUtil.toSocketAddressString(connection.remoteAddress()),
            limits.connections());
        connection.close();
        return;
      }
      connections.add(connection);
      connection
          .pipeline()
          .addLast(
              tls.newHandler(connection.alloc()),
              new HttpServerCodec(
                  new HttpDecoderConfig()
                      .setMaxInitialLineLength(limits.requestLine())
                      .setMaxHeaderSize(limits.headers())),
              new RequestDeadline(limits.idle()),
              new AuthenticationHandler(authenticator),
              new BodyCollector(limits.body()),
              new RequestHandler(router, limits));
    }
  }
}
