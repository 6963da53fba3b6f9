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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pair of UDP ports on loopback for the media of parked softphones, RTP and RTCP. What nobody
 * reads the kernel drops, as it does not fit the buffer.
 */
public final class ParkedPorts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ParkedPorts.class);
  private static final int ATTEMPTS = 16;
  private static final int DISCARDING_BYTES = 2048;

  /** Some 100 ms of voice as the kernel counts it, so that no event is lost among it. */
  private static final int READING_BYTES = 16 * 1024;

  private final DatagramChannel rtp;
  private final DatagramChannel rtcp;

  private ParkedPorts(DatagramChannel rtp, DatagramChannel rtcp) {
    this.rtp = rtp;
    this.rtcp = rtcp;
  }

  /**
   * Binds an even port and the one after it (RFC 3550 section 11), with minimal buffers: nobody is
   * to read them. One such pair serves every call.
   *
   * @throws IOException if no such pair was free in a few attempts
   */
  public static ParkedPorts open() throws IOException {
    return open(DISCARDING_BYTES);
  }

  /**
   * Binds a pair the same way, of which RTP is to be read and sent.
   *
   * @throws IOException if no such pair was free in a few attempts
   */
  public static ParkedPorts forEvents() throws IOException {
    ParkedPorts ports = open(READING_BYTES);
    ports.rtp.configureBlocking(false);
    return ports;
  }

  private static ParkedPorts open(int buffer) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      DatagramChannel rtp = bind(0, buffer);
      int port = port(rtp);
      if (port % 2 == 0) {
        try {
          return new ParkedPorts(rtp, bind(port + 1, DISCARDING_BYTES));
        } catch (IOException taken) {
          // the next attempt gets another pair
        }
      }
      rtp.close();
    }
    throw new IOException("no pair of UDP ports free on loopback for parked media");
  }

  /** Returns the socket of the RTP port. */
  public DatagramChannel rtp() {
    return rtp;
  }

  /** Returns the RTP port. */
  public int port() {
    return port(rtp);
  }

  private static DatagramChannel bind(int port, int buffer) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
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
  public void close() {
    try (rtp;
        rtcp) {
      LOG.debug("ports for parked media closed");
    } catch (IOException e) {
      LOG.debug("ports for parked media not closed: {}", e.toString());
    }
  }
}
