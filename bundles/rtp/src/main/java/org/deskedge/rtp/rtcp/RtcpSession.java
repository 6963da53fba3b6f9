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
package org.deskedge.rtp.rtcp;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.deskedge.rtp.ReceiverStatistics;

/**
 * RTCP of one end of a call between two: when to report, what to report, and what the remote end
 * reported. Opens no socket and reads no clock; times are nanoseconds of one monotonic clock.
 *
 * <p>Use it so: when {@link #due(long)} says so, {@link #report} and send; give {@link #received}
 * every compound packet of the remote end; ask {@link #nextDue()} when to look again. At the end
 * {@link #goodbye}. Not safe for use by several threads.
 */
public final class RtcpSession {

  /** UDP and IPv4 headers, which count for the interval (RFC 3550 section 6.2). */
  private static final int LOWER_LAYERS = 28;

  /** Weight of the newest packet in the mean size (section 6.3.3). */
  private static final double SIZE_WEIGHT = 1 / 16.0;

  /** A guess at the first packet's size: report, description and headers (section 6.3.2). */
  private static final double FIRST_SIZE = 100;

  private final int source;
  private final String cname;
  private final RtcpInterval interval;
  private final RandomGenerator random;
  private final NtpClock clock;
  private final RemoteEnd remote;
  private boolean extended;
  private boolean initial = true;
  private double averageSize = FIRST_SIZE;
  private long lastReport;
  private long nextReport;
  private long packetsAtLast;
  private long packetsBeforeLast;
  private long receivedAtLast;

  /**
   * Begins: the first report is due half an interval or so from now.
   *
   * @param source this end's synchronization source
   * @param cname this end's canonical name (RFC 7022), at most 255 bytes of UTF-8
   * @param random for the intervals
   * @param wall the time of day now
   * @param now the same moment in nanoseconds
   */
  public RtcpSession(
      int source,
      String cname,
      RtcpInterval interval,
      RandomGenerator random,
      Instant wall,
      long now) {
    this.source = source;
    this.cname = cname;
    this.interval = interval;
    this.random = random;
    this.clock = new NtpClock(wall, now);
    this.remote = new RemoteEnd(source, clock);
    this.lastReport = now;
    this.nextReport = now + draw();
  }

  /**
   * Says whether the remote end takes extended reports, as its session description tells (RFC 3611
   * section 5); not at first. Those it sends are read either way.
   */
  public void extended(boolean allowed) {
    extended = allowed;
  }

  /** Returns when {@link #due(long)} is to be asked next. */
  public long nextDue() {
    return nextReport;
  }

  /**
   * Returns whether to report now. The interval is reconsidered at its end (RFC 3550 section
   * 6.3.6), so that the answer may be no, and {@link #nextDue()} later.
   */
  public boolean due(long now) {
    if (now - nextReport < 0) {
      return false;
    }
    long reconsidered = lastReport + draw();
    if (now - reconsidered < 0) {
      nextReport = reconsidered;
      return false;
    }
    return true;
  }

  /**
   * Writes a compound packet, and begins the next interval.
   *
   * @param out written to at its writer index
   * @param sent what this end sent so far
   * @param received what came from the remote end; its interval ends
   * @param metrics to be reported where extended reports are allowed
   */
  public void report(
      ByteBuf out,
      long now,
      LocalStream sent,
      ReceiverStatistics received,
      Optional<VoipMetrics> metrics) {
    int start = out.writerIndex();
    List<RtcpPacket> packets = new ArrayList<>(3);
    packets.add(reportPacket(now, sent, received));
    packets.add(SourceDescription.cname(source, cname));
    if (extended) {
      packets.add(new ExtendedReport(source, blocks(now, metrics)));
    }
    RtcpEncoder.write(out, packets);
    counted(out.writerIndex() - start);
    packetsBeforeLast = packetsAtLast;
    packetsAtLast = sent.packets();
    initial = false;
    lastReport = now;
    nextReport = now + draw();
  }

  /**
   * Writes the last compound packet: a report and BYE (RFC 3550 section 6.3.7; among two it needs
   * not wait).
   *
   * @param reason for the remote end, at most 255 bytes of UTF-8
   */
  public void goodbye(
      ByteBuf out, long now, LocalStream sent, ReceiverStatistics received, String reason) {
    RtcpEncoder.write(
        out,
        List.of(
            reportPacket(now, sent, received),
            SourceDescription.cname(source, cname),
            new Goodbye(List.of(source), Optional.of(reason))));
  }

  /**
   * Takes a compound packet of the remote end.
   *
   * @param buffer read from its reader index to its writer index; no index is moved
   * @throws MalformedRtcpException if it is none; nothing of it was taken
   */
  public void received(ByteBuf buffer, long now) throws MalformedRtcpException {
    List<RtcpPacket> packets = RtcpDecoder.decode(buffer);
    counted(buffer.readableBytes());
    packets.forEach(packet -> remote.received(packet, now));
  }

  /**
   * Returns the round trip in milliseconds from the latest report that tells (section 6.4.1, or RFC
   * 3611 section 4.5 where this end sends nothing).
   */
  public OptionalDouble roundTripMillis() {
    return remote.roundTripMillis();
  }

  /** Returns what the remote end said last of this end's stream. */
  public Optional<RemoteReport> remoteReport() {
    return remote.report();
  }

  /** Returns the remote end's metrics of this end's stream. */
  public Optional<VoipMetrics> remoteMetrics() {
    return remote.metrics();
  }

  /** Returns the remote end's canonical name. */
  public Optional<String> remoteCname() {
    return remote.cname();
  }

  /** Returns whether the remote end said goodbye and sent no report since. */
  public boolean remoteLeft() {
    return remote.left();
  }

  /**
   * Returns how many packets came that claim to be of this end's own source: a collision or a loop
   * (RFC 3550 section 8.2). Nothing in them is believed.
   */
  public long collisions() {
    return remote.collisions();
  }

  private RtcpPacket reportPacket(long now, LocalStream sent, ReceiverStatistics received) {
    List<ReceptionReport> reports = reports(now, received);
    // A sender is one that sent since the second report before this one (section 6.4).
    if (sent.packets() == packetsBeforeLast) {
      return new ReceiverReport(source, reports);
    }
    return new SenderReport(
        source,
        clock.timestamp(now),
        sent.rtpTime(),
        (int) sent.packets(),
        (int) sent.octets(),
        reports);
  }

  private List<ReceptionReport> reports(long now, ReceiverStatistics received) {
    if (received.packets() == receivedAtLast) {
      return List.of();
    }
    receivedAtLast = received.packets();
    int from = received.source();
    long lost =
        Math.max(
            -ReceptionReport.MOST_LOST - 1L,
            Math.min(ReceptionReport.MOST_LOST, received.lostOfSource()));
    return List.of(
        new ReceptionReport(
            from,
            received.endInterval(),
            (int) lost,
            received.extendedHighest(),
            (long) received.jitter() & 0xffff_ffffL,
            remote.lastSenderReport(from),
            remote.delaySinceSenderReport(from, now)));
  }

  private List<ExtendedReport.Block> blocks(long now, Optional<VoipMetrics> metrics) {
    List<ExtendedReport.Block> blocks = new ArrayList<>(3);
    blocks.add(new ExtendedReport.ReceiverReferenceTime(clock.timestamp(now)));
    remote.answerToReferenceTime(now).ifPresent(blocks::add);
    metrics.ifPresent(blocks::add);
    return blocks;
  }

  private long draw() {
    boolean weSend = packetsAtLast != packetsBeforeLast || initial;
    boolean theySend = remote.sends();
    int members = remote.known() ? 2 : 1;
    int senders = (weSend ? 1 : 0) + (theySend ? 1 : 0);
    return interval.draw(initial, weSend, members, senders, averageSize, random);
  }

  private void counted(int bytes) {
    averageSize += SIZE_WEIGHT * (bytes + LOWER_LAYERS - averageSize);
  }
}
