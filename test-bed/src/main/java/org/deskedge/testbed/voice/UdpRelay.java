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
package org.deskedge.testbed.voice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Passes UDP packets on between two parties, as they are: the way voice takes through a desktop,
 * without the desktop. A program of its own, to be run in the desktop's namespace.
 */
public final class UdpRelay {
  private static final int MOST_BYTES = 2048;

  private UdpRelay() {}

  /** Runs until it is killed. Arguments: own address, one party, the other, each address:port. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress own = endpoint(arguments[0]);
    InetSocketAddress one = endpoint(arguments[1]);
    InetSocketAddress other = endpoint(arguments[2]);
    ByteBuffer packet = ByteBuffer.allocateDirect(MOST_BYTES);
    try (DatagramChannel channel = DatagramChannel.open().bind(own)) {
      System.out.println("ready");
      while (true) {
        packet.clear();
        SocketAddress sender = channel.receive(packet);
        packet.flip();
        if (one.equals(sender)) {
          channel.send(packet, other);
        } else if (other.equals(sender)) {
          channel.send(packet, one);
        }
      }
    }
  }

  /** Reads {@code address:port}. */
  static InetSocketAddress endpoint(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
