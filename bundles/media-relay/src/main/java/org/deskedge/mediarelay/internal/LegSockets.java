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
package org.deskedge.mediarelay.internal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A leg's two sockets of one address on one event loop: RTP on the even port, and RTCP on the odd
 * one above.
 *
 * <p>They are bound to one address and not connected: a connected socket would drop a stranger's
 * packets uncounted, and would be told of a far end that does not listen yet, which is no error.
 */
final class LegSockets {

  private static final int RECEIVE_BUFFER = 2048;
  private static final int DSCP_SHIFT = 2;

  private final Channel rtp;
  private final Channel rtcp;

  private LegSockets(Channel rtp, Channel rtcp) {
    this.rtp = rtp;
    this.rtcp = rtcp;
  }

  /**
   * Binds both sockets. To be called on the event loop; both are bound when it returns.
   *
   * @param forRtp gets what comes on the RTP port
   * @param forRtcp gets what comes on the RTCP port
   * @throws IOException if a port could not be bound; nothing stays open
   */
  static LegSockets open(
      EventLoop loop,
      InetSocketAddress local,
      int dscp,
      ChannelHandler forRtp,
      ChannelHandler forRtcp)
      throws IOException {
    Channel rtp = bind(loop, local, dscp, forRtp);
    InetSocketAddress next = new InetSocketAddress(local.getAddress(), local.getPort() + 1);
    try {
      return new LegSockets(rtp, bind(loop, next, dscp, forRtcp));
    } catch (IOException e) {
      close(rtp);
      throw e;
    }
  }

  Channel rtp() {
    return rtp;
  }

  Channel rtcp() {
    return rtcp;
  }

  /** Closes both. */
  void close() {
    close(rtp);
    close(rtcp);
  }

  /** Has a task run once both are closed, by whomever. */
  void whenClosed(Runnable task) {
    rtp.closeFuture()
        .addListener(
            rtpClosed -> {
              rtcp.closeFuture().addListener(rtcpClosed -> task.run());
              close(rtcp);
            });
  }

  /** Whoever wants to know when it is done has the close future. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void close(Channel channel) {
    channel.close();
  }

  private static Channel bind(
      EventLoop loop, InetSocketAddress local, int dscp, ChannelHandler handler)
      throws IOException {
    Channel channel;
    try {
      channel = channel(loop, local.getAddress());
    } catch (ChannelException e) {
      throw new IOException("no socket: " + e.getMessage(), e);
    }
    try {
      channel.config().setOption(ChannelOption.IP_TOS, dscp << DSCP_SHIFT);
      channel
          .config()
          .setOption(
              ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BUFFER));
      channel.pipeline().addLast(handler);
      // On its own event loop a channel registers and binds at once, without a Bootstrap's detour.
      require(loop.register(channel));
      require(channel.bind(local));
      return channel;
    } catch (IOException | ChannelException e) {
      channel.unsafe().closeForcibly();
      throw new IOException("port " + local.getPort() + ": " + e.getMessage(), e);
    }
  }

  private static DatagramChannel channel(EventLoop loop, InetAddress address) {
    SocketProtocolFamily family =
        address instanceof Inet4Address ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6;
    return loop instanceof IoEventLoop io && io.isCompatible(EpollIoHandle.class)
        ? new EpollDatagramChannel(family)
        : new NioDatagramChannel(family);
  }

  private static void require(ChannelFuture done) throws IOException {
    if (!done.isSuccess()) {
      throw new IOException(
          done.cause() == null ? "the event loop did not act at once" : done.cause().getMessage(),
          done.cause());
    }
  }
}
