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

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;

/** Hands over what comes to the sockets of one leg: Netty makes one envelope a packet. */
@ChannelHandler.Sharable
final class DatagramHandler extends SimpleChannelInboundHandler<DatagramPacket> {

  /** Takes datagrams. */
  @FunctionalInterface
  interface Receiver {

    /**
     * A datagram came.
     *
     * @param packet may be changed; not to be kept
     * @param now of {@link System#nanoTime()}
     */
    void received(InetSocketAddress peer, ByteBuf packet, long now);
  }

  private final Receiver receiver;
  private final LegLog log;

  DatagramHandler(Receiver receiver, LegLog log) {
    this.receiver = receiver;
    this.log = log;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
    receiver.received(packet.sender(), packet.content(), System.nanoTime());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // Errors of a datagram socket, such as an unreachable network, pass; the call decides to end.
    log.failure(cause);
  }
}
