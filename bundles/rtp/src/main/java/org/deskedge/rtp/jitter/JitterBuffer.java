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
package org.deskedge.rtp.jitter;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.SequenceNumbers;

/**
 * Puts the packets of one sender in order: a ring of {@link #SLOTS} slots, each packet's place
 * given by its sequence number, which is extended to 64 bits (RFC 3550 appendix A.1). Knows no
 * time: when a packet is due is for its reader to say, with {@link PlayoutDelay}.
 *
 * <p>A packet of another SSRC starts anew at once. A leap of the sequence numbers does when the
 * packet after it confirms it. A packet too far ahead for the ring pushes out the oldest.
 *
 * <p>Payloads are copied in. Allocates nothing after construction. For one thread.
 */
public final class JitterBuffer {

  /** How many packets may wait. */
  public static final int SLOTS = 64;

  /** Longest payload taken, in bytes: that of any packet an Ethernet carries. */
  public static final int MAX_PAYLOAD = 1500;

  private static final int NONE = SequenceNumbers.MODULUS;

  private final JitterPacket[] slots = new JitterPacket[SLOTS];
  private boolean begun;
  private int source;
  private long highest;
  private long taken;
  private int waiting;
  private int afterJump = NONE;
  private long late;
  private long duplicates;
  private long reordered;
  private long discarded;

  /** Makes an empty buffer. */
  public JitterBuffer() {
    Arrays.setAll(slots, i -> new JitterPacket());
  }

  /**
   * Takes a packet; the header fields are as of {@link org.deskedge.rtp.RtpHeader}.
   *
   * @param from holds the payload at {@code index}; no index of it is moved
   * @param length of the payload in bytes
   * @throws IndexOutOfBoundsException if {@code from} does not hold {@code length} bytes
   */
  public Arrival put(
      int ssrc,
      int sequenceNumber,
      int timestamp,
      int payloadType,
      boolean marker,
      ByteBuf from,
      int index,
      int length) {
    if (length > MAX_PAYLOAD) {
      discarded++;
      return Arrival.OVERSIZED;
    }
    boolean restart = !begun || ssrc != source;
    if (!restart && leaps(sequenceNumber)) {
      if (sequenceNumber != afterJump) {
        afterJump = SequenceNumbers.next(sequenceNumber);
        discarded++;
        return Arrival.UNCONFIRMED;
      }
      restart = true;
    }
    if (restart) {
      restart(ssrc, sequenceNumber);
    }
    long sequence = extended(sequenceNumber);
    JitterPacket slot = slot(sequence);
    if (sequence <= taken || slot.sequence == sequence) {
      return tooLate(slot, sequence);
    }
    makeRoomFor(sequence);
    from.getBytes(index, slot.payload, 0, length);
    slot.sequence = sequence;
    slot.waiting = true;
    slot.timestamp = timestamp;
    slot.payloadType = payloadType;
    slot.marker = marker;
    slot.length = length;
    waiting++;
    if (sequence < highest) {
      reordered++;
    }
    highest = Math.max(highest, sequence);
    return restart ? Arrival.RESTARTED : Arrival.TAKEN;
  }

  /** Returns the packet that comes next in order; null if none waits. */
  public JitterPacket first() {
    if (waiting == 0) {
      return null;
    }
    long sequence = taken + 1;
    while (!slot(sequence).waiting) {
      sequence++;
    }
    return slot(sequence);
  }

  /** Returns how many packets are missing between the last one taken out and the first waiting. */
  public int missing() {
    return waiting == 0 ? 0 : (int) (first().sequence - taken - 1);
  }

  /** Takes out the first packet: those before it come too late from now on. */
  public void take() {
    JitterPacket first = first();
    first.waiting = false;
    taken = first.sequence;
    waiting--;
  }

  /** Takes out the first packet as {@link #take()} does, and counts it as discarded. */
  public void discard() {
    take();
    discarded++;
  }

  /** Returns how many packets wait, {@link #SLOTS} at most. */
  public int waiting() {
    return waiting;
  }

  /** Forgets what waits and whom it came from; the counts stay. */
  public void clear() {
    for (JitterPacket slot : slots) {
      slot.waiting = false;
      slot.sequence = Long.MIN_VALUE;
    }
    waiting = 0;
    begun = false;
  }

  /** Returns how many packets came after their turn. */
  public long late() {
    return late;
  }

  /** Returns how many packets came twice. */
  public long duplicates() {
    return duplicates;
  }

  /** Returns how many packets came after one that was sent later, and were in time. */
  public long reordered() {
    return reordered;
  }

  /** Returns how many packets were dropped though they were in time. */
  public long discarded() {
    return discarded;
  }

  private boolean leaps(int sequenceNumber) {
    int step = SequenceNumbers.stepsForward((int) highest, sequenceNumber);
    return step >= ReceiverStatistics.MAX_DROPOUT
        && step <= SequenceNumbers.MODULUS - ReceiverStatistics.MAX_MISORDER;
  }

  private void restart(int ssrc, int sequenceNumber) {
    discarded += waiting;
    clear();
    begun = true;
    source = ssrc;
    afterJump = NONE;
    highest = sequenceNumber;
    taken = sequenceNumber - 1L;
  }

  private long extended(int sequenceNumber) {
    return highest + (short) (sequenceNumber - (int) highest);
  }

  private Arrival tooLate(JitterPacket slot, long sequence) {
    if (slot.sequence == sequence) {
      duplicates++;
      return Arrival.DUPLICATE;
    }
    if (!slot.waiting && slot.sequence < sequence) {
      slot.sequence = sequence;
    }
    late++;
    return Arrival.LATE;
  }

  private void makeRoomFor(long sequence) {
    while (waiting > 0 && first().sequence <= sequence - SLOTS) {
      discard();
    }
    taken = Math.max(taken, sequence - SLOTS);
  }

  private JitterPacket slot(long sequence) {
    return slots[(int) sequence & (SLOTS - 1)];
  }
}
