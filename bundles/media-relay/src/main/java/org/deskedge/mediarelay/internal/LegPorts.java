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

import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.rtp.sdp.LocalAddresses;

/**
 * The sockets of one leg, on the same pair of ports of each address family this edge has. For the
 * event loop's thread.
 */
final class LegPorts {

  private final LocalAddresses addresses;
  private final List<LegSockets> sockets;

  private LegPorts(LocalAddresses addresses, List<LegSockets> sockets) {
    this.addresses = addresses;
    this.sockets = sockets;
  }

  /**
   * Binds them.
   *
   * @param own one address, or one of each family; the first is told in offers
   * @param port of RTP, even
   * @throws IOException if a port could not be bound; nothing stays open
   */
  static LegPorts open(
      EventLoop loop,
      List<InetAddress> own,
      int port,
      int dscp,
      ChannelHandler forRtp,
      ChannelHandler forRtcp)
      throws IOException {
    List<LegSockets> opened = new ArrayList<>();
    try {
      for (InetAddress address : own) {
        InetSocketAddress local = new InetSocketAddress(address, port);
        opened.add(LegSockets.open(loop, local, dscp, forRtp, forRtcp));
      }
    } catch (IOException e) {
      opened.forEach(LegSockets::close);
      throw e;
    }
    LocalAddresses addresses =
        new LocalAddresses(
            new InetSocketAddress(own.get(0), port),
            own.stream().skip(1).findFirst().map(other -> new InetSocketAddress(other, port)));
    return new LegPorts(addresses, opened);
  }

  LocalAddresses addresses() {
    return addresses;
  }

  /** Returns the sockets of an address. */
  LegSockets at(InetSocketAddress local) {
    return local.equals(addresses.preferred()) ? sockets.get(0) : sockets.get(sockets.size() - 1);
  }

  void close() {
    sockets.forEach(LegSockets::close);
  }

  /** Has a task run once all are closed, by whomever. */
  void whenClosed(Runnable task) {
    Runnable next = task;
    for (LegSockets each : sockets) {
      Runnable after = next;
      next = () -> each.whenClosed(after);
    }
    next.run();
  }
}
