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
package org.deskedge.agent.internal.sdp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/**
 * A pair of UDP ports on loopback, RTP and RTCP, that are bound and never read: the kernel drops
 * what does not fit a minimal buffer. One pair serves every parked call.
 */
public final class DiscardPorts implements AutoCloseable {

  private static final int ATTEMPTS = 16;
  private static final int BUFFER_BYTES = 2048;

  private final DatagramChannel rtp;
  private final DatagramChannel rtcp;

  private DiscardPorts(DatagramChannel rtp, DatagramChannel rtcp) {
    this.rtp = rtp;
    this.rtcp = rtcp;
  }

  /**
   * Binds an even port and the one after it (RFC 3550 section 11).
   *
   * @throws IOException if no such pair was free in a few attempts
   */
  public static DiscardPorts open() throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      DatagramChannel rtp = bind(0);
      int port = port(rtp);
      if (port % 2 == 0) {
        try {
          return new DiscardPorts(rtp, bind(port + 1));
        } catch (IOException taken) {
          // the next attempt gets another pair
        }
      }
      rtp.close();
    }
    throw new IOException("no pair of UDP ports free on loopback for parked media");
  }

  /** Returns the RTP port. */
  public int port() {
    return port(rtp);
  }

  private static DatagramChannel bind(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static int port(DatagramChannel channel) {
    return channel.socket().getLocalPort();
  }

  @Override
  public void close() throws IOException {
    rtp.close();
    rtcp.close();
  }
}
