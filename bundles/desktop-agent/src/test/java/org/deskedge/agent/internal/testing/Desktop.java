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
package org.deskedge.agent.internal.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.text.ParseException;
import javax.sip.address.SipURI;
import org.deskedge.agent.internal.DesktopAgent;
import org.deskedge.agent.internal.sip.SipMessages;

/** An agent between a softphone and a far end, with or without an edge, all on loopback. */
public final class Desktop implements AutoCloseable {

  /** The softphone's own media. */
  public static final String SOFTPHONE_SDP = sdp("10.0.0.1", 4000, "");

  /** The far end's media. */
  public static final String FAR_SDP = sdp("10.0.0.2", 5000, "");

  /** The edge's media. */
  public static final String EDGE_SDP = sdp("10.0.0.3", 6000, "");

  public final SipPeer softphone;
  public final SipPeer far;
  public final InetSocketAddress proxy = free();
  public final InetSocketAddress network = free();
  public final Path socket;
  public final Path information;
  public final DesktopAgent agent;

  public Desktop(Path directory) throws IOException, ParseException {
    this(directory, false);
  }

  public Desktop(Path directory, boolean rtpEvents) throws IOException, ParseException {
    softphone = new SipPeer("alice");
    far = new SipPeer("bob");
    socket = directory.resolve("xrdpapi_10");
    information = directory.resolve("proxy-information");
    agent =
        new DesktopAgent(
            new DesktopAgent.Options(
                (SipURI) SipMessages.uri(softphone.uri()),
                proxy,
                network,
                socket,
                information,
                "test-agent",
                rtpEvents));
  }

  /** Starts the agent without an edge. */
  public void start() throws IOException {
    agent.start();
  }

  /** Starts the agent with an edge, and waits until the link is up. */
  public FakeEdge startWithEdge() throws IOException, InterruptedException {
    FakeEdge edge = new FakeEdge(socket);
    agent.start();
    edge.awaitLink();
    return edge;
  }

  public static String sdp(String address, int port, String direction) {
    return "v=0\r\no=- 77 1 IN IP4 "
        + address
        + "\r\ns=-\r\nc=IN IP4 "
        + address
        + "\r\nt=0 0\r\nm=audio "
        + port
        + " RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
        + (direction.isEmpty() ? "" : "a=" + direction + "\r\n");
  }

  private static InetSocketAddress free() throws IOException {
    try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), probe.getLocalPort());
    }
  }

  @Override
  public void close() throws IOException {
    agent.close();
    softphone.close();
    far.close();
  }
}
