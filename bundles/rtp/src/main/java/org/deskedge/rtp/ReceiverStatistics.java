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
package org.deskedge.rtp;

/**
 * What a receiver knows of the packets of one sender: how many came, how many did not, and how
 * unevenly (RFC 3550 appendices A.1, A.3 and A.8).
 *
 * <p>A source counts as valid from its first packet: whoever calls this has checked the packet's
 * address against the session description, so the probation of A.1 is left out and every packet is
 * counted. When the sender changes its SSRC or restarts its sequence, the loss so far is kept and
 * counting goes on from there.
 *
 * <p>Allocates nothing after construction. Not safe for use by several threads.
 */
public final class ReceiverStatistics {

  /** Greatest step forward taken for loss rather than a restart (RFC 3550 appendix A.1). */
  public static final int MAX_DROPOUT = 3000;

  /** Greatest step back taken for reordering rather than a restart (RFC 3550 appendix A.1). */
  public static final int MAX_MISORDER = 100;

  private static final int NONE = SequenceNumbers.MODULUS;

  private final JitterEstimator jitter = new JitterEstimator();
  private final RecentSequence recent = new RecentSequence();
  private boolean begun;
  private int ssrc;
  private int base;
  private int highest;
  private long cycles;
  private int afterJump = NONE;
  private long receivedSinceBase;
  private long lostBeforeBase;
  private long packets;
  private long reordered;
  private long duplicates;
  private long expectedAtInterval;
  private long receivedAtInterval;

  /**
   * Counts a packet.
   *
   * @param clockRate of its payload type, in hertz; may differ from that of the packet before
   * @param arrivalNanos when it came, in nanoseconds from any origin
   * @return false if its sequence number is so far off that it is not to be used: a leap that the
   *     next packet has yet to confirm
   */
  public boolean received(
      int source, int sequenceNumber, int timestamp, int clockRate, long arrivalNanos) {
    if (!receivedUntimed(source, sequenceNumber)) {
      return false;
    }
    jitter.received(timestamp, clockRate, arrivalNanos);
    return true;
  }

  /**
   * Counts a packet whose timestamp does not say when it was sent, such as one of an event (RFC
   * 4733 section 2.2): as {@link #received}, but the jitter stays as it is.
   */
  public boolean receivedUntimed(int source, int sequenceNumber) {
    packets++;
    if (!begun || source != ssrc) {
      restart(sequenceNumber);
      begun = true;
      ssrc = source;
    } else if (!follows(sequenceNumber)) {
      return false;
    }
    receivedSinceBase++;
    return true;
  }

  /** Returns whether any packet came. */
  public boolean begun() {
    return begun;
  }

  /** Returns the source of the packets now, all 32 bits of it; 0 before the first packet. */
  public int source() {
    return ssrc;
  }

  /** Returns how many packets came, duplicates and those not used included. */
  public long packets() {
    return packets;
  }

  /**
   * Returns how many packets of all sources never came; late ones and duplicates make up for lost
   * ones.
   */
  public long lost() {
    return lostBeforeBase + Math.max(0, lostOfSource());
  }

  /** Returns how many packets came after one sent later; duplicates are none of them. */
  public long reordered() {
    return reordered;
  }

  /** Returns how many packets came again, as far as the last {@link #MAX_MISORDER} tell. */
  public long duplicates() {
    return duplicates;
  }

  /**
   * Returns how many packets of the source never came since its sequence began, for a report (RFC
   * 3550 section 6.4.1); negative when there were duplicates.
   */
  public long lostOfSource() {
    return expected() - receivedSinceBase;
  }

  /**
   * Returns the extended highest sequence number for a report (RFC 3550 section 6.4.1): the cycles
   * of the sequence in the upper 16 of its 32 bits.
   */
  public long extendedHighest() {
    return (cycles + highest) & 0xffff_ffffL;
  }

  /**
   * Ends an interval between reports, and returns the share of its packets that never came in units
   * of 1/256, 0 to 255 (RFC 3550 appendix A.3).
   */
  public int endInterval() {
    long expected = expected() - expectedAtInterval;
    long missing = expected - (receivedSinceBase - receivedAtInterval);
    markInterval();
    // All of them lost would be 256, which 8 bits do not hold.
    return expected <= 0 || missing <= 0 ? 0 : (int) Math.min(255, (missing << 8) / expected);
  }

  /** Returns whether enough packets came to measure jitter. */
  public boolean jitterKnown() {
    return jitter.known();
  }

  /** Returns the interarrival jitter in units of the RTP clock; 0 while it is not known. */
  public double jitter() {
    return jitter.units();
  }

  /** Returns the interarrival jitter in milliseconds; 0 while it is not known. */
  public double jitterMillis() {
    return jitter.millis();
  }

  private boolean follows(int sequenceNumber) {
    int step = SequenceNumbers.stepsForward(highest, sequenceNumber);
    if (step == 0 || step > SequenceNumbers.MODULUS - MAX_MISORDER) {
      if (recent.cameBefore(sequenceNumber)) {
        duplicates++;
      } else {
        reordered++;
      }
    } else if (step < MAX_DROPOUT) {
      if (sequenceNumber < highest) {
        cycles += SequenceNumbers.MODULUS;
      }
      highest = sequenceNumber;
      recent.advance(sequenceNumber, step);
    } else {
      if (sequenceNumber != afterJump) {
        afterJump = SequenceNumbers.next(sequenceNumber);
        return false;
      }
      restart(sequenceNumber);
    }
    return true;
  }

  private void restart(int sequenceNumber) {
    lostBeforeBase += Math.max(0, lostOfSource());
    base = sequenceNumber;
    highest = sequenceNumber;
    cycles = 0;
    receivedSinceBase = 0;
    afterJump = NONE;
    expectedAtInterval = 0;
    receivedAtInterval = 0;
    recent.restart(sequenceNumber);
    jitter.restart();
  }

  private long expected() {
    return begun ? cycles + highest - base + 1 : 0;
  }

  private void markInterval() {
    expectedAtInterval = expected();
    receivedAtInterval = receivedSinceBase;
  }
}
