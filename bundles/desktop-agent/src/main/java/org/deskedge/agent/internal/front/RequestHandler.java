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

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationWriter;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.tpkt.Framing;
import org.deskedge.rdp.x224.ConnectionRequest;
import org.deskedge.rdp.x224.ProxyInformation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the Connection Request of one client, then connects to the RDP server and makes room for
 * the {@link RelayHandler}s. Reads no more than one frame of {@link ConnectionRequest#MAX_LENGTH}.
 */
final class RequestHandler extends ByteToMessageDecoder {

  private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
  private static final int CONNECT_MILLIS = 5000;

  private final InetSocketAddress server;
  private final ProxyInformationWriter information;
  private final long requestMillis;
  private Future<?> deadline;
  private boolean done;

  RequestHandler(InetSocketAddress server, ProxyInformationWriter information, long requestMillis) {
    this.server = server;
    this.information = information;
    this.requestMillis = requestMillis;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    deadline =
        ctx.executor()
            .schedule(
                () -> refuse(ctx, "no Connection Request in " + requestMillis + " ms"),
                requestMillis,
                TimeUnit.MILLISECONDS);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (done) {
      return;
    }
    try {
      if (!Framing.isTpkt(in)) {
        throw new MalformedPduException("not a TPKT packet");
      }
      int length = Framing.frameLength(in);
      if (length > ConnectionRequest.MAX_LENGTH) {
        throw new MalformedPduException(
            length + " bytes; a Connection Request has " + ConnectionRequest.MAX_LENGTH);
      }
      if (length > 0 && in.readableBytes() >= length) {
        requested(ctx, in.readSlice(length));
      }
    } catch (MalformedPduException e) {
      refuse(ctx, e.getMessage());
      in.skipBytes(in.readableBytes());
    }
  }

  private void requested(ChannelHandlerContext ctx, ByteBuf frame) throws MalformedPduException {
    ConnectionRequest request = ConnectionRequest.decode(frame);
    Optional<ProxyInformation> found =
        request.cookie().isPresent()
            ? ProxyInformation.find(request.cookie().get())
            : Optional.empty();
    done = true;
    deadline.cancel(false);
    ctx.channel().config().setAutoRead(false);
    if (found.isEmpty()) {
      LOG.info("{}: without an edge", Peers.name(ctx.channel()));
      connect(ctx, frame.copy(), false);
      return;
    }
    boolean saved = save(ctx, found.get());
    ByteBuf stripped = ctx.alloc().buffer(ConnectionRequest.MAX_LENGTH);
    request.withCookie(request.cookie().flatMap(ProxyInformation::strip)).encode(stripped);
    connect(ctx, stripped, saved);
  }

  /** Without a place for the key the session goes on, and the edge is not told to expect voice. */
  private boolean save(ChannelHandlerContext ctx, ProxyInformation found) {
    try {
      information.write(
          found.address().getAddress().getHostAddress(), found.address().getPort(), found.key());
      LOG.info(
          "{}: through the edge {}",
          Peers.name(ctx.channel()),
          NetUtil.toSocketAddressString(found.address()));
      return true;
    } catch (IOException e) {
      LOG.warn("{}: proxy information not saved: {}", Peers.name(ctx.channel()), e.toString());
      return false;
    }
  }

  private void connect(ChannelHandlerContext ctx, ByteBuf request, boolean accept) {
    Channel client = ctx.channel();
    ChannelFuture connecting =
        new Bootstrap()
            .group(client.eventLoop())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    if (accept) {
                      opened.pipeline().addLast(new ConfirmHandler());
                    }
                    opened.pipeline().addLast(new RelayHandler(client));
                  }
                })
            .connect(server);
    connecting.addListener(
        result -> {
          if (result.isSuccess() && client.isActive()) {
            join(ctx, connecting.channel(), request);
            return;
          }
          request.release();
          if (result.isSuccess()) {
            connecting.channel().close().addListener(Peers.IGNORE);
          } else {
            LOG.warn(
                "{}: RDP server not reached: {}", Peers.name(client), result.cause().getMessage());
            client.close().addListener(Peers.IGNORE);
          }
        });
  }

  private void join(ChannelHandlerContext ctx, Channel opened, ByteBuf request) {
    opened.writeAndFlush(request).addListener(Peers.IGNORE);
    ctx.pipeline().addLast(new RelayHandler(opened));
    ctx.pipeline().remove(this);
    ctx.channel().config().setAutoRead(true);
  }

  private void refuse(ChannelHandlerContext ctx, String why) {
    if (!done) {
      done = true;
      deadline.cancel(false);
      LOG.warn("{}: closed: {}", Peers.name(ctx.channel()), why);
      ctx.close().addListener(Peers.IGNORE);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!done) {
      refuse(ctx, "gone before its Connection Request was whole");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    refuse(ctx, String.valueOf(cause.getMessage()));
  }
}
