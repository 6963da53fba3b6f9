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
package org.deskedge.agent.internal;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.address.SipURI;
import org.deskedge.agent.internal.call.Calls;
import org.deskedge.agent.internal.dtmf.ParkedMedia;
import org.deskedge.agent.internal.link.EdgeLink;
import org.deskedge.agent.internal.proxyinfo.ProxyInformationReader;
import org.deskedge.agent.internal.sdp.ParkedPorts;
import org.deskedge.agent.internal.sdp.SdpParking;
import org.deskedge.agent.internal.sip.SipStackAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent in a desktop session: SIP on both sides, the link to the edge, and one thread, an event
 * loop, that owns all of their state. Safe for use by any thread.
 */
public final class DesktopAgent implements AutoCloseable {

  /** How long the last messages may be sent again before the sockets close, in milliseconds. */
  static final long LINGER_MILLIS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(DesktopAgent.class);
  private static final long STOP_MILLIS = 2000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("deskedge-agent"), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final ParkedPorts discard;
  private final SipStackAdapter sip;
  private final EdgeLink link;
  private final Calls calls;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Creates the agent; it does nothing before {@link #start}.
   *
   * @throws IOException if the SIP stack or the ports for parked media cannot be made
   */
  public DesktopAgent(Options options) throws IOException {
    discard = ParkedPorts.open();
    sip = new SipStackAdapter(options.listen(), options.network(), loop);
    link =
        new EdgeLink(
            loop,
            options.xrdpSocket(),
            new ProxyInformationReader(options.proxyInformation()),
            options.product());
    SdpParking silent = new SdpParking(discard.port());
    calls =
        new Calls(
            sip,
            link,
            events -> new ParkedMedia(loop, silent, options.rtpEvents(), events),
            options.softphone());
  }

  /**
   * Starts to listen for SIP and to keep the link to the edge.
   *
   * @throws IOException if a SIP address cannot be bound; the message names it
   */
  public void start() throws IOException {
    sip.start(calls);
    loop.execute(link::start);
  }

  /** Ends all calls, says BYE to the edge and stops; ignored after the first time. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      boolean lastWords =
          loop.submit(
                  () -> {
                    boolean any = calls.count() > 0;
                    calls.endAll("the agent ends");
                    link.close();
                    return any;
                  })
              .get(STOP_MILLIS, TimeUnit.MILLISECONDS);
      if (lastWords) {
        Thread.sleep(LINGER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("calls not ended in order: {}", e.toString());
    }
    sip.close();
    group
        .shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_MILLIS);
    discard.close();
  }

  /**
   * What an agent is to work with.
   *
   * @param softphone where the softphone listens
   * @param listen where the softphone finds its outbound proxy
   * @param network the agent's SIP address towards far ends; no wildcard
   * @param xrdpSocket xrdp's channel socket of the session
   * @param proxyInformation file with the edge's key; need not exist
   * @param product the agent's name and version as told to the edge
   * @param rtpEvents whether the softphone is to send and take telephone events by RTP
   */
  public record Options(
      SipURI softphone,
      InetSocketAddress listen,
      InetSocketAddress network,
      Path xrdpSocket,
      Path proxyInformation,
      String product,
      boolean rtpEvents) {}
}
