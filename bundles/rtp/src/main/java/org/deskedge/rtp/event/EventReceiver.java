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
package org.deskedge.rtp.event;

import io.netty.buffer.ByteBuf;
import org.deskedge.rtp.RtpHeader;
import org.deskedge.rtp.SequenceNumbers;

/**
 * Makes one start and one end of the many packets that report a telephone event (RFC 4733 section
 * 2.5).
 *
 * <p>Any packet of an event can be lost, late or come again: the first one that comes starts it,
 * the end bit ends it, and what comes of it afterwards is ignored. If all ends are lost, it ends
 * with the next event or after {@link #SILENCE_MILLIS} without a packet. A segment that goes on
 * where the last one stopped (section 2.5.1.3) is the same event. Several reports in one packet
 * follow one another without a pause (section 2.5.1.5).
 *
 * <p>Only DTMF digits and the hook flash are taken, other events ignored. Time is what the caller
 * says it is. Nothing is allocated. Not safe for use by several threads.
 */
public final class EventReceiver {

  /** Silence that ends an event, in milliseconds: three updates at the longest usual interval. */
  public static final int SILENCE_MILLIS = 300;

  /**
   * Most reports taken of one packet; a packet of voice is no longer than that many short tones.
   */
  static final int MAX_REPORTS = 8;

  /** Packets of the past older than this, in seconds, are a stream that was set anew. */
  private static final int REORDERING_SECONDS = 10;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final int clockRate;
  private final EventListener listener;
  private boolean known;
  private boolean on;
  private int ssrc;
  private int newest;
  private int event;
  private int timestamp;
  private int duration;
  private long finishedSegments;
  private long heardAt;
  private long ignored;

  /**
   * Waits for the first event.
   *
   * @param clockRate timestamp units per second of the payload type, 1 to 1,000,000
   * @param listener called from within {@link #received} and {@link #elapsed}
   * @throws IllegalArgumentException if the clock rate is out of its range
   */
  public EventReceiver(int clockRate, EventListener listener) {
    if (clockRate < 1 || clockRate > 1_000_000) {
      throw new IllegalArgumentException("clock rate " + clockRate + " is not 1 to 1,000,000");
    }
    this.clockRate = clockRate;
    this.listener = listener;
  }

  /**
   * Takes one packet of the payload type that was agreed for telephone events.
   *
   * @param packet found sound by {@link RtpHeader#check}; its indices stay as they are
   * @param now the time, in nanoseconds from any point
   * @return false if it has no report, which is then ignored
   */
  public boolean received(ByteBuf packet, long now) {
    elapsed(now);
    int reports = RtpHeader.payloadLength(packet) / EventPayload.LENGTH;
    if (reports == 0 || reports > MAX_REPORTS) {
      ignored++;
      return false;
    }
    int sequence = RtpHeader.sequenceNumber(packet);
    if (!known || RtpHeader.ssrc(packet) != ssrc) {
      stop();
      known = false;
      ssrc = RtpHeader.ssrc(packet);
      newest = sequence;
    }
    boolean inOrder = SequenceNumbers.stepsForward(newest, sequence) < SequenceNumbers.MODULUS / 2;
    newest = inOrder ? sequence : newest;
    int index = packet.readerIndex() + RtpHeader.payloadOffset(packet);
    int start = RtpHeader.timestamp(packet);
    for (int i = 0; i < reports; i++, index += EventPayload.LENGTH) {
      // an event that another one follows in the same packet is over
      boolean end = EventPayload.end(packet, index) || i < reports - 1;
      int length = EventPayload.duration(packet, index);
      report(EventPayload.event(packet, index), start, length, end, inOrder, now);
      start += length;
    }
    return true;
  }

  /**
   * Ends an event of which nothing was heard for {@link #SILENCE_MILLIS}; to be called every now
   * and then, such as with every frame.
   *
   * @param now as in {@link #received}
   */
  public void elapsed(long now) {
    if (on && now - heardAt >= SILENCE_MILLIS * NANOS_PER_MILLI) {
      stop();
    }
  }

  /** Ends the event that is on, if any: the stream is over. */
  public void stop() {
    if (on) {
      on = false;
      long units = finishedSegments + duration;
      listener.ended(event, (units * 1000 + clockRate / 2) / clockRate);
    }
  }

  /** Returns the timestamp units per second. */
  public int clockRate() {
    return clockRate;
  }

  /** Returns whether an event is on. */
  public boolean isOn() {
    return on;
  }

  /** Returns how many packets without a report, and reports of other events, were ignored. */
  public long ignored() {
    return ignored;
  }

  private void report(int code, int start, int length, boolean end, boolean inOrder, long now) {
    if (code > EventPayload.FLASH) {
      ignored++;
      return;
    }
    int later = start - timestamp;
    // some senders start the next digit at the timestamp of the last one
    boolean reused = later == 0 && code != event && inOrder;
    if (!known || isNew(later) || reused) {
      if (known && on && code == event && continues(later)) {
        finishedSegments += later;
      } else {
        stop();
        finishedSegments = 0;
        event = code;
        on = true;
        listener.started(code);
      }
      known = true;
      timestamp = start;
      duration = 0;
    } else if (later != 0 || code != event || !on) {
      return;
    }
    duration = Math.max(duration, length);
    heardAt = now;
    if (end) {
      stop();
    }
  }

  private boolean isNew(int later) {
    return later > 0 || later < -REORDERING_SECONDS * clockRate;
  }

  /** Returns whether a start that much later is where the segment that is on stopped. */
  private boolean continues(int later) {
    boolean nearlyFull = duration > EventPayload.MAX_DURATION - clockRate / 10;
    return later == EventPayload.MAX_DURATION || (nearlyFull && later == duration);
  }
}
