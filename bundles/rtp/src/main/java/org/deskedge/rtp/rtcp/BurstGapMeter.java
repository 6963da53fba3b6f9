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

/**
 * Tells bursts of lost and discarded packets from the gaps between them (RFC 3611 section 4.7.2).
 *
 * <p>A burst is the longest run of packets that begins and ends with a lost or discarded one and
 * holds no {@link #GMIN} packets received in a row; a lone loss with so many on both sides belongs
 * to the gap around it. The stream counts as preceded and followed by good packets.
 *
 * <p>Packets are to be told in the order of their sequence numbers, once their fate is known: when
 * their time to be played comes. Constant memory, nothing allocated but by {@link #metrics}. Not
 * safe for use by several threads.
 */
public final class BurstGapMeter {

  /** The recommended number of packets in a row that end a burst. */
  public static final int GMIN = 16;

  private long packets;
  private long lost;
  private long discarded;
  private long bursts;
  private long burstPackets;
  private long burstBad;
  // The run that may be a burst: its packets up to its last bad one, and the good ones since.
  private long runPackets;
  private long runBad;
  private long goodSince;
  // Bad packets in a row, for the burst ratio.
  private long badRuns;
  private boolean lastWasBad;

  /** Tells of a packet that came in time. */
  public void received() {
    packets++;
    lastWasBad = false;
    goodSince++;
    if (goodSince == GMIN) {
      endRun();
    }
  }

  /** Tells of a packet that never came. */
  public void lost() {
    lost++;
    bad();
  }

  /** Tells of a packet that came too late or too early to be played. */
  public void discarded() {
    discarded++;
    bad();
  }

  /** Returns how many packets were told of. */
  public long packets() {
    return packets;
  }

  /**
   * Returns the share of packets lost or discarded, in percent: Ppl of ITU-T G.107; 0 before the
   * first packet.
   */
  public double badPercent() {
    return packets == 0 ? 0 : 100.0 * (lost + discarded) / packets;
  }

  /**
   * Returns how bursty the loss is: BurstR of ITU-T G.107 section 7.5, the mean length of the runs
   * of bad packets in a row against what random loss of the same rate would make them. 1 where the
   * loss is random, or there is none; never less than 1, as G.107 has it.
   */
  public double burstRatio() {
    long bad = lost + discarded;
    if (bad == 0 || bad == packets) {
      return 1;
    }
    double observed = (double) bad / badRuns;
    double random = 1 / (1 - (double) bad / packets);
    return Math.max(1, observed / random);
  }

  /**
   * Returns the metrics so far.
   *
   * @param packetMillis voice in a packet, in milliseconds
   */
  public BurstGapMetrics metrics(double packetMillis) {
    boolean open = runBad > 1;
    long inBursts = burstPackets + (open ? runPackets : 0);
    long badInBursts = burstBad + (open ? runBad : 0);
    long count = bursts + (open ? 1 : 0);
    long inGaps = packets - inBursts;
    // The stream is taken to be among good packets, so there is a gap on either side of a burst.
    return new BurstGapMetrics(
        share(lost, packets),
        share(discarded, packets),
        share(badInBursts, inBursts),
        share(lost + discarded - badInBursts, inGaps),
        mean(inBursts, count, packetMillis),
        mean(inGaps, count + 1, packetMillis),
        GMIN);
  }

  private void bad() {
    packets++;
    if (!lastWasBad) {
      badRuns++;
      lastWasBad = true;
    }
    if (runBad > 0) {
      runPackets += goodSince + 1;
    } else {
      runPackets = 1;
    }
    runBad++;
    goodSince = 0;
  }

  private void endRun() {
    if (runBad > 1) {
      bursts++;
      burstPackets += runPackets;
      burstBad += runBad;
    }
    runBad = 0;
    runPackets = 0;
  }

  private static int share(long part, long whole) {
    return whole == 0 ? 0 : (int) Math.min(255, 256 * part / whole);
  }

  private static int mean(long whole, long count, double packetMillis) {
    return count == 0 ? 0 : (int) Math.min(0xffff, Math.round(whole * packetMillis / count));
  }
}
