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

  private boolean begun;
  private int ssrc;
  private int base;
  private int highest;
  private long cycles;
  private int afterJump = NONE;
  private long receivedSinceBase;
  private long lostBeforeBase;
  private long packets;
  private boolean transitKnown;
  private boolean jitterKnown;
  private int transit;
  private int jitterTimes16;

  /**
   * Counts a packet.
   *
   * @param arrival when it came, in units of the RTP clock from any origin, modulo 2^32
   * @return false if its sequence number is so far off that it is not to be used: a leap that the
   *     next packet has yet to confirm
   */
  public boolean received(int source, int sequenceNumber, int timestamp, int arrival) {
    packets++;
    if (!begun || source != ssrc) {
      restart(sequenceNumber);
      begun = true;
      ssrc = source;
    } else if (!follows(sequenceNumber)) {
      return false;
    }
    receivedSinceBase++;
    measureJitter(timestamp, arrival);
    return true;
  }

  /** Returns how many packets came, duplicates and those not used included. */
  public long packets() {
    return packets;
  }

  /** Returns how many packets never came; late ones and duplicates make up for lost ones. */
  public long lost() {
    return lostBeforeBase + lostSinceBase();
  }

  /** Returns whether enough packets came to measure jitter. */
  public boolean jitterKnown() {
    return jitterKnown;
  }

  /** Returns the interarrival jitter in units of the RTP clock; 0 while it is not known. */
  public double jitter() {
    return jitterTimes16 / 16.0;
  }

  private boolean follows(int sequenceNumber) {
    int step = SequenceNumbers.stepsForward(highest, sequenceNumber);
    if (step < MAX_DROPOUT) {
      if (sequenceNumber < highest) {
        cycles += SequenceNumbers.MODULUS;
      }
      highest = sequenceNumber;
    } else if (step <= SequenceNumbers.MODULUS - MAX_MISORDER) {
      if (sequenceNumber != afterJump) {
        afterJump = SequenceNumbers.next(sequenceNumber);
        return false;
      }
      restart(sequenceNumber);
    }
    return true;
  }

  private void restart(int sequenceNumber) {
    lostBeforeBase += lostSinceBase();
    base = sequenceNumber;
    highest = sequenceNumber;
    cycles = 0;
    receivedSinceBase = 0;
    afterJump = NONE;
    transitKnown = false;
  }

  private long lostSinceBase() {
    return begun ? Math.max(0, cycles + highest - base + 1 - receivedSinceBase) : 0;
  }

  private void measureJitter(int timestamp, int arrival) {
    int now = arrival - timestamp;
    if (transitKnown) {
      int difference = now - transit;
      int distance = difference < 0 ? -difference : difference;
      jitterTimes16 += distance - ((jitterTimes16 + 8) >> 4);
      jitterKnown = true;
    }
    transit = now;
    transitKnown = true;
  }
}
