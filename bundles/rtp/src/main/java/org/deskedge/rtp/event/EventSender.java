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

/**
 * Says, packet by packet, what is to be sent of the telephone events in its queue (RFC 4733 section
 * 2.5.1), in place of the voice of the same moment: so no tone leaks into the voice beside the
 * event that stands for it.
 *
 * <p>For each frame of voice that is due, the RTP sender asks {@link #next}. If it says true, the
 * packet carries {@link #write} under {@link #timestamp} and {@link #marker} and the payload type
 * of the events, and the frame of voice is dropped; sequence numbers and the voice's timestamps go
 * on as with voice. The first packet of an event has the marker, each one the timestamp of its
 * start and a longer duration, and the last one is sent {@link #END_PACKETS} times. Between two
 * events are {@link #PAUSE_MILLIS} of voice or repeated ends. An event too long for the duration
 * field goes on in segments (section 2.5.1.3); the last packet of a segment but the final one is
 * sent once, as the next segment's timestamp says the same.
 *
 * <p>Nothing is allocated after construction. Not safe for use by several threads.
 */
public final class EventSender {

  /** Most events that wait. */
  public static final int MAX_WAITING = 32;

  /** How often the last packet of an event is sent (section 2.5.1.4). */
  public static final int END_PACKETS = 3;

  /** Shortest event in milliseconds; receivers need 40 (ITU-T Q.24), gateways up to 80. */
  public static final int MIN_MILLIS = 80;

  /** Longest event in milliseconds. */
  public static final int MAX_MILLIS = 10_000;

  /** Shortest pause between two events in milliseconds; receivers need 40 (ITU-T Q.24). */
  public static final int PAUSE_MILLIS = 60;

  /** Power of digits in dBm0 with its sign dropped, in the middle of what Q.24 asks for. */
  public static final int VOLUME = 10;

  private final int clockRate;
  private final int[] events = new int[MAX_WAITING];
  private final int[] durations = new int[MAX_WAITING];
  private int head;
  private int waiting;
  private int event;
  private int length;
  private int start;
  private int segment;
  private int reported;
  private int endsLeft;
  private boolean on;
  private boolean first;
  private boolean pausing;
  private long sent;
  private long refused;

  /**
   * Makes an empty queue.
   *
   * @param clockRate timestamp units per second, the same for voice and events; 8000 to 192,000
   * @throws IllegalArgumentException if the clock rate is out of its range
   */
  public EventSender(int clockRate) {
    if (clockRate < 8000 || clockRate > 192_000) {
      throw new IllegalArgumentException("clock rate " + clockRate + " is not 8000 to 192,000");
    }
    this.clockRate = clockRate;
  }

  /**
   * Puts an event at the end of the queue.
   *
   * @param code 0 to 255
   * @param durationMillis brought into {@link #MIN_MILLIS} to {@link #MAX_MILLIS}
   * @return false if {@link #MAX_WAITING} wait already
   * @throws IllegalArgumentException if the code is out of its range
   */
  public boolean offer(int code, int durationMillis) {
    if (code < 0 || code > EventPayload.MAX_EVENT) {
      throw new IllegalArgumentException("event " + code + " is not in 0 to 255");
    }
    if (waiting == MAX_WAITING) {
      refused++;
      return false;
    }
    int tail = (head + waiting) % MAX_WAITING;
    events[tail] = code;
    int millis = Math.max(MIN_MILLIS, Math.min(MAX_MILLIS, durationMillis));
    durations[tail] = millis * clockRate / 1000;
    waiting++;
    return true;
  }

  /**
   * Moves on to the next packet.
   *
   * @param frameTimestamp timestamp of the frame of voice that is due
   * @param frameLength its length in timestamp units, 1 to 65535
   * @return whether an event is to be sent in its place
   */
  public boolean next(int frameTimestamp, int frameLength) {
    if (!on && !begin(frameTimestamp)) {
      return false;
    }
    first = reported == 0 && segment == start;
    if (endsLeft > 0) {
      endsLeft--;
      on = endsLeft > 0;
      return true;
    }
    if (reported == EventPayload.MAX_DURATION) {
      segment += reported;
    }
    int elapsed = frameTimestamp + frameLength - start;
    int done = segment - start;
    reported = Math.min(Math.min(elapsed, length) - done, EventPayload.MAX_DURATION);
    if (done + reported == length) {
      endsLeft = END_PACKETS - 1;
    }
    return true;
  }

  /** Returns the RTP timestamp of this packet: the start of the event, or of its segment. */
  public int timestamp() {
    return segment;
  }

  /** Returns whether this packet is the first one of an event and so has the marker bit. */
  public boolean marker() {
    return first;
  }

  /** Appends this packet's payload, {@link EventPayload#LENGTH} bytes. */
  public void write(ByteBuf out) {
    boolean end = segment - start + reported == length;
    EventPayload.write(out, event, end, event <= EventPayload.LAST_DTMF ? VOLUME : 0, reported);
  }

  /** Forgets the event that is on and those that wait; the far end hears no end of the first. */
  public void clear() {
    on = false;
    endsLeft = 0;
    waiting = 0;
  }

  /** Returns whether an event is on or waits. */
  public boolean isBusy() {
    return on || waiting > 0;
  }

  /** Returns how many events were begun. */
  public long sent() {
    return sent;
  }

  /** Returns how many events found the queue full. */
  public long refused() {
    return refused;
  }

  private boolean begin(int frameTimestamp) {
    int pause = PAUSE_MILLIS * clockRate / 1000;
    if (pausing && frameTimestamp - (start + length) >= pause) {
      pausing = false;
    }
    if (waiting == 0 || pausing) {
      return false;
    }
    event = events[head];
    length = durations[head];
    head = (head + 1) % MAX_WAITING;
    waiting--;
    start = frameTimestamp;
    segment = start;
    reported = 0;
    endsLeft = 0;
    on = true;
    pausing = true;
    sent++;
    return true;
  }
}
