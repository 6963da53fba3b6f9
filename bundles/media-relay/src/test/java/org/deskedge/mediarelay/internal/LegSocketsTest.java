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

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LegSocketsTest {

  @ParameterizedTest
  @EnumSource
  void packetsCarryTheCodePointAndTheChannelFitsTheEventLoop(RelayFixture.Transport transport)
      throws Exception {
    try (RelayFixture fixture = new RelayFixture(transport, 1)) {
      InetSocketAddress local =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), fixture.firstPort);
      LegSockets sockets =
          fixture.onLoop(
              () ->
                  LegSockets.open(
                      fixture.loop,
                      local,
                      46,
                      new ChannelInboundHandlerAdapter(),
                      new ChannelInboundHandlerAdapter()));

      assertThat(sockets.rtp().config().getOption(ChannelOption.IP_TOS)).isEqualTo(46 << 2);
      assertThat(sockets.rtp().localAddress()).isEqualTo(local);
      assertThat(sockets.rtp())
          .isInstanceOf(
              transport == RelayFixture.Transport.EPOLL
                  ? EpollDatagramChannel.class
                  : NioDatagramChannel.class);
      sockets.close();
    }
  }
}
