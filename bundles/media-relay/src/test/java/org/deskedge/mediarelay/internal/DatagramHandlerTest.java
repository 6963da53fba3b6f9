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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatagramHandlerTest {

  private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.9", 4000);

  private final List<String> received = new ArrayList<>();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(
          new DatagramHandler(
              (peer, packet, now) -> received.add(peer + " " + packet.readableBytes()),
              new LegLog("s-1 RTP")));

  @Test
  void datagramsAreHandedOverAndReleased() {
    ByteBuf packet = Unpooled.buffer().writeZero(12);
    channel.writeInbound(new DatagramPacket(packet, new InetSocketAddress("192.0.2.1", 1), PEER));

    assertThat(received).containsExactly(PEER + " 12");
    assertThat(packet.refCnt()).isZero();
  }

  @Test
  void anErrorOfTheSocketIsNoEnd() {
    channel.pipeline().fireExceptionCaught(new PortUnreachableException());

    channel.checkException();
    assertThat(channel.isOpen()).isTrue();
  }
}
