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
 * Reads and writes one event report, the payload of {@code telephone-event} (RFC 4733 section 2.3).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     event     |E|R|  volume   |           duration            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The event began at the timestamp of the RTP packet and has lasted for the duration, in
 * timestamp units. The readers take the absolute index of the first byte, and {@link #LENGTH} bytes
 * must be there. Nothing is allocated; safe for use by any thread on its own buffer.
 */
public final class EventPayload {

  /** Length of one report in bytes. */
  public static final int LENGTH = 4;

  /** Code of the first digit, 0; the digits 0 to 9 have their own value (section 3.2, table 3). */
  public static final int FIRST_DTMF = 0;

  /** Code of the star key. */
  public static final int STAR = 10;

  /** Code of the pound key. */
  public static final int POUND = 11;

  /** Code of the last DTMF digit, D. */
  public static final int LAST_DTMF = 15;

  /** Code of the hook flash (RFC 2833 section 3.10; still in use). */
  public static final int FLASH = 16;

  /** Greatest event code. */
  public static final int MAX_EVENT = 255;

  /** Greatest volume: -63 dBm0. */
  public static final int MAX_VOLUME = 63;

  /** Greatest duration of one report in timestamp units; longer events come in segments. */
  public static final int MAX_DURATION = 0xFFFF;

  private static final int END_BIT = 0x80;

  private EventPayload() {}

  /** Returns the event code, 0 to 255. */
  public static int event(ByteBuf buffer, int index) {
    return buffer.getUnsignedByte(index);
  }

  /** Returns whether the event is over: the E bit. */
  public static boolean end(ByteBuf buffer, int index) {
    return (buffer.getByte(index + 1) & END_BIT) != 0;
  }

  /** Returns the power in dBm0 with its sign dropped, 0 to 63; of no meaning but for tones. */
  public static int volume(ByteBuf buffer, int index) {
    return buffer.getByte(index + 1) & MAX_VOLUME;
  }

  /** Returns how long the event, or this segment of it, has lasted: 0 to 65535 timestamp units. */
  public static int duration(ByteBuf buffer, int index) {
    return buffer.getUnsignedShort(index + 2);
  }

  /**
   * Appends one report; the R bit is 0.
   *
   * @param event 0 to 255
   * @param end the E bit
   * @param volume 0 to 63, as in {@link #volume}
   * @param duration 0 to 65535 timestamp units
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static void write(ByteBuf out, int event, boolean end, int volume, int duration) {
    if ((event & ~MAX_EVENT) != 0 || (volume & ~MAX_VOLUME) != 0) {
      throw new IllegalArgumentException("no event report: " + event + ", volume " + volume);
    }
    if ((duration & ~MAX_DURATION) != 0) {
      throw new IllegalArgumentException("duration " + duration + " is not in 0 to 65535");
    }
    out.writeByte(event);
    out.writeByte((end ? END_BIT : 0) | volume);
    out.writeShort(duration);
  }
}
