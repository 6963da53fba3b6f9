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
package org.deskedge.mediarelay.internal.playout;

/**
 * Relates the far end's timestamps to the clock of playout, which counts frames read: 20 ms each,
 * whatever the wall clock says, for that is what the client hears. Times are microseconds.
 * Allocates nothing. For one thread.
 */
final class Timeline {

  /** Length of a frame. */
  static final long FRAME_MICROS = 20_000;

  private static final long SECOND_MICROS = 1_000_000;
  private static final long NANOS = 1_000;

  private long nextRead;
  private long lastReadNanos;
  private boolean timed;
  private boolean anchored;
  private int clockRate = 8_000;
  private long position;

  /** Returns when something came, by the clock of playout. */
  long arrival(long nowNanos) {
    if (!timed) {
      timed = true;
      lastReadNanos = nowNanos;
    }
    long since = (nowNanos - lastReadNanos) / NANOS;
    return nextRead - FRAME_MICROS + Math.max(0, Math.min(FRAME_MICROS, since));
  }

  /** A frame was read. */
  void read(long nowNanos) {
    timed = true;
    lastReadNanos = nowNanos;
    nextRead += FRAME_MICROS;
  }

  /** Forgets where the stream is, and reads timestamps as of another clock from now on. */
  void restart(int rate) {
    anchored = false;
    clockRate = rate;
  }

  /** Forgets everything but the clock rate. */
  void clear() {
    anchored = false;
    timed = false;
  }

  int clockRate() {
    return clockRate;
  }

  /** Returns whether the place in the stream is known. */
  boolean anchored() {
    return anchored;
  }

  /** Returns the extended timestamp of what is to be decoded next. */
  long position() {
    return position;
  }

  /** Says what is to be decoded next. */
  void position(long extended) {
    position = extended;
    anchored = true;
  }

  /** Says that this much, in units of the RTP clock, was made without a packet. */
  void passed(long units) {
    position += units;
  }

  /** Returns a timestamp extended to 64 bits, the one next to the position. */
  long extended(int timestamp) {
    return position + (timestamp - (int) position);
  }

  /** Returns the media time of an extended timestamp. */
  long micros(long extended) {
    return Math.floorDiv(extended * SECOND_MICROS, clockRate);
  }

  /** Returns how long after its media time the next read is. */
  long delay(long extended) {
    return nextRead - micros(extended);
  }

  long units(long micros) {
    return micros * clockRate / SECOND_MICROS;
  }
}
