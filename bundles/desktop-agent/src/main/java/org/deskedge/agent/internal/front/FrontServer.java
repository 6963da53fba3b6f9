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
package org.deskedge.agent.internal.front;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the RDP server: takes an edge's proxy information out of each Connection Request,
 * tells the edge so in the Connection Confirm, and passes everything else on. Safe for use by any
 * thread.
 */
public final class FrontServer implements AutoCloseable {

  /** Most connections at a time; further ones are closed at once. */
  public static final int MAX_CONNECTIONS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(FrontServer.class);
  private static final int THREADS = 2;
  private static final long STOP_MILLIS = 1000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("deskedge-front"), NioIoHandler.newFactory());
  private final AtomicInteger connections = new AtomicInteger();
  private final Channel listener;

  /**
   * Starts to listen.
   *
   * @param server where the RDP server listens
   * @param requestMillis longest wait for a whole Connection Request, in milliseconds
   * @throws IOException if the address cannot be bound; the message names it
   */
  public FrontServer(
      InetSocketAddress listen,
      InetSocketAddress server,
      ProxyInformationWriter information,
      long requestMillis)
      throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    if (admit(client)) {
                      client
                          .pipeline()
                          .addLast(new RequestHandler(server, information, requestMillis));
                    }
                  }
                })
            .bind(listen)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      group.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly();
      throw new IOException(
          "cannot listen on tcp "
              + NetUtil.toSocketAddressString(listen)
              + ": "
              + bound.cause().getMessage(),
          bound.cause());
    }
    listener = bound.channel();
  }

  private boolean admit(Channel client) {
    int now = connections.incrementAndGet();
    client.closeFuture().addListener(closed -> connections.decrementAndGet());
    if (now > MAX_CONNECTIONS) {
      LOG.warn("{}: closed, {} connections already", Peers.name(client), MAX_CONNECTIONS);
      client.close().addListener(Peers.IGNORE);
      return false;
    }
    return true;
  }

  /** Returns where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Closes the listener and all connections. */
  @Override
  public void close() {
    group
        .shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_MILLIS);
  }
}
