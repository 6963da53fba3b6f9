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
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Last handler of one leg: hands over what arrives, stops reading while the other leg does not keep
 * up, and flushes once for all that one read brought.
 */
final class Leg extends ChannelInboundHandlerAdapter {

  /** How long a peer may take to accept the last bytes before its connection is cut. */
  private static final int CLOSE_SECONDS = 5;

  private final Channel other;
  private final LongAdder bytes;
  private final Consumer<ByteBuf> receiver;
  private final Consumer<String> ended;

  /**
   * Makes the handler.
   *
   * @param other the leg that what arrives here goes to
   * @param bytes counts what arrives
   * @param receiver takes it, and owns it from then on
   * @param ended is told once why the leg ended
   */
  Leg(Channel other, LongAdder bytes, Consumer<ByteBuf> receiver, Consumer<String> ended) {
    this.other = other;
    this.bytes = bytes;
    this.receiver = receiver;
    this.ended = ended;
  }

  /** Sends what is still to be sent, then closes; a peer that does not take it is cut off. */
  static void close(Channel channel) {
    if (channel.isActive()) {
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      channel.eventLoop().schedule(() -> channel.close(), CLOSE_SECONDS, TimeUnit.SECONDS);
    } else {
      channel.close();
    }
  }

  /** Closes at once with a TCP reset, as a host does where nobody listens. */
  static void reset(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf frame = (ByteBuf) message;
    bytes.add(frame.readableBytes());
    receiver.accept(frame);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    other.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    other.config().setAutoRead(ctx.channel().isWritable());
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    ended.accept("closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ended.accept(Failures.reason(cause));
  }
}
