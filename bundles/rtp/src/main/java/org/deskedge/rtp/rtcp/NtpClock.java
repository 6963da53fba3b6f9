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

import java.time.Instant;

/**
 * NTP timestamps of RTCP (RFC 3550 section 4): wall-clock time when it began, and from then on the
 * monotonic clock, so that no step of the system's time shows in a round trip.
 */
final class NtpClock {

  private static final long NANOS = 1_000_000_000;

  /** Seconds from 1900 to 1970. */
  private static final long UNIX_EPOCH = 2_208_988_800L;

  private final Instant wall;
  private final long began;

  /**
   * Begins.
   *
   * @param wall the time now
   * @param nanos the same moment in nanoseconds of the monotonic clock
   */
  NtpClock(Instant wall, long nanos) {
    this.wall = wall;
    this.began = nanos;
  }

  /** Returns the 64-bit timestamp: seconds since 1900, and 32 bits of fraction. */
  long timestamp(long nanos) {
    Instant now = wall.plusNanos(nanos - began);
    long fraction = ((long) now.getNano() << 32) / NANOS;
    return (now.getEpochSecond() + UNIX_EPOCH) << 32 | fraction;
  }

  /** Returns the middle 32 bits of a timestamp: units of 1/65536 s. */
  static int middle(long timestamp) {
    return (int) (timestamp >>> 16);
  }

  /** Returns a time span in units of 1/65536 s; those that do not fit 32 bits as the greatest. */
  static int units(long nanos) {
    long units = nanos / NANOS * 65536 + nanos % NANOS * 65536 / NANOS;
    return (int) Math.min(units, 0xffff_ffffL);
  }

  /** Returns units of 1/65536 s in milliseconds. */
  static double millis(int units) {
    return units * 1000.0 / 65536;
  }
}
