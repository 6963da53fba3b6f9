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
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.rtcp.MalformedRtcpException;
import org.deskedge.rtp.rtcp.RtcpInterval;
import org.deskedge.rtp.rtcp.RtcpSession;
import org.deskedge.rtp.rtcp.VoipMetrics;

/**
 * RTCP of one leg: reports to the far end from the first agreement to the end of the call, whether
 * voice flows or not, and keeps what the far end reports. For the event loop's thread, but for
 * {@link #heard()}.
 */
final class RtcpLeg {

  private static final int MAX_REPORT = 1024;

  /**
   * What the far end reported.
   *
   * @param roundTripMillis in milliseconds; empty while not known
   * @param report its latest report of this edge's stream
   */
  record Heard(OptionalDouble roundTripMillis, Optional<RemoteReport> report) {

    static final Heard NOTHING = new Heard(OptionalDouble.empty(), Optional.empty());
  }

  private final EventLoop loop;
  private final RtcpInterval interval;
  private final String cname;
  private final SourceGate farEnd;
  private final PacketGuard guard;
  private final RtpSender sender;
  private final ReceiverStatistics statistics;
  private final Supplier<Optional<VoipMetrics>> metrics;
  private final LegCounters counters;
  private final LegLog log;
  private Channel channel;
  private InetSocketAddress told;
  private InetSocketAddress heardFrom;
  private boolean muxed;
  private RtcpSession session;
  private int source;
  private Future<?> timer;
  private volatile Heard heard = Heard.NOTHING;

  /**
   * Makes one that is silent.
   *
   * @param cname this edge's canonical name in the call (RFC 7022)
   * @param metrics what to report of the far end's voice in extended reports
   */
  RtcpLeg(
      EventLoop loop,
      RtcpInterval interval,
      String cname,
      SourceGate farEnd,
      PacketGuard guard,
      RtpSender sender,
      ReceiverStatistics statistics,
      Supplier<Optional<VoipMetrics>> metrics,
      LegCounters counters,
      LegLog log) {
    this.loop = loop;
    this.interval = interval;
    this.cname = cname;
    this.farEnd = farEnd;
    this.guard = guard;
    this.sender = sender;
    this.statistics = statistics;
    this.metrics = metrics;
    this.counters = counters;
    this.log = log;
  }

  /**
   * Says where reports go and come from. To be called once the sender has its target.
   *
   * @param mux whether RTCP shares the port of RTP (RFC 5761)
   * @param extended whether the far end takes extended reports
   */
  void agree(Channel from, InetSocketAddress remote, boolean mux, boolean extended) {
    channel = from;
    if (!remote.equals(told)) {
      told = remote;
      heardFrom = null;
    }
    muxed = mux;
    if (session == null || source != sender.ssrc()) {
      goodbye("the codec changed");
      source = sender.ssrc();
      session =
          new RtcpSession(
              source,
              cname,
              interval,
              ThreadLocalRandom.current(),
              Instant.now(),
              System.nanoTime());
    }
    session.extended(extended);
    schedule();
  }

  /** Takes a datagram that came on the RTCP port, or is RTCP on the RTP port. */
  void received(InetSocketAddress peer, ByteBuf packet, long now) {
    boolean admitted =
        session != null && (muxed ? farEnd.admits(peer, now) : farEnd.admitsControl(peer, told));
    if (!admitted) {
      counters.countStranger();
      log.stranger(peer, told);
      return;
    }
    if (!guard.unprotectControl(packet)) {
      counters.countUnauthenticated();
      log.unauthenticated(peer, now);
      return;
    }
    try {
      session.received(packet, now);
    } catch (MalformedRtcpException e) {
      counters.countMalformed();
      log.malformed(peer, e.getMessage(), now);
      return;
    }
    heardFrom = peer;
    publish();
  }

  /** Returns what the far end reported. Safe for use by any thread. */
  Heard heard() {
    return heard;
  }

  /** Says goodbye to the far end. */
  void close() {
    goodbye("the call is over");
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void schedule() {
    if (timer != null) {
      timer.cancel(false);
    }
    long delay = Math.max(1, session.nextDue() - System.nanoTime());
    timer = loop.schedule(this::report, delay, TimeUnit.NANOSECONDS);
  }

  private void report() {
    try {
      long now = System.nanoTime();
      if (session.due(now)) {
        ByteBuf packet = channel.alloc().directBuffer(MAX_REPORT);
        session.report(packet, now, sender.stream(), statistics, metrics.get());
        send(packet);
      }
    } catch (RuntimeException e) {
      log.failure(e);
    }
    schedule();
  }

  private void goodbye(String reason) {
    if (session != null && channel.isActive()) {
      ByteBuf packet = channel.alloc().directBuffer(MAX_REPORT);
      session.goodbye(packet, System.nanoTime(), sender.stream(), statistics, reason);
      send(packet);
    }
    session = null;
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(ByteBuf packet) {
    InetSocketAddress to = muxed ? farEnd.remote() : heardFrom == null ? told : heardFrom;
    if (to.getAddress().isAnyLocalAddress() || !guard.protectControl(packet)) {
      packet.release();
      return;
    }
    channel.writeAndFlush(new DatagramPacket(packet, to), channel.voidPromise());
  }

  private void publish() {
    heard =
        new Heard(
            session.roundTripMillis(),
            RemoteReports.latest(session, sender.clockRate(), Instant.now(), System.nanoTime()));
  }
}
