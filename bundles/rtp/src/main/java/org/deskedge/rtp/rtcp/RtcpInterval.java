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

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between two RTCP packets (RFC 3550 sections 6.2 and 6.3, appendix A.7).
 *
 * @param minimum least mean interval; the RFC's is 5 s
 * @param bytesPerSecond what RTCP of all members may use: 5 % of the session's bandwidth
 */
public record RtcpInterval(Duration minimum, double bytesPerSecond) {

  /** The least mean interval of RFC 3550 section 6.2. */
  public static final Duration RFC_MINIMUM = Duration.ofSeconds(5);

  /** Share of the session's bandwidth for RTCP (section 6.2). */
  private static final double SHARE = 0.05;

  /** Share of that for senders, while they are no more than a quarter of the members. */
  private static final double SENDERS_SHARE = 0.25;

  /** Makes up for the reconsideration of timers, which shortens intervals: e - 3/2. */
  private static final double COMPENSATION = Math.E - 1.5;

  /** Checks that both are positive. */
  public RtcpInterval {
    if (minimum.isNegative() || minimum.isZero() || !(bytesPerSecond > 0)) {
      throw new IllegalArgumentException("interval and bandwidth are to be positive");
    }
  }

  /** Returns the rules for a session of this bandwidth with the RFC's least interval. */
  public static RtcpInterval of(double sessionBitsPerSecond) {
    return new RtcpInterval(RFC_MINIMUM, sessionBitsPerSecond * SHARE / 8);
  }

  /**
   * Draws an interval.
   *
   * @param initial whether nothing was sent yet: half the least interval is enough
   * @param weSend whether this member is one of the senders
   * @param members how many there are, this one included
   * @param senders how many of them send
   * @param averageSize mean size of RTCP packets in bytes, lower layers' headers included
   * @return nanoseconds, 0.41 to 1.23 times the mean interval
   */
  public long draw(
      boolean initial,
      boolean weSend,
      int members,
      int senders,
      double averageSize,
      RandomGenerator random) {
    double bandwidth = bytesPerSecond;
    int sharers = members;
    if (senders <= members * SENDERS_SHARE) {
      bandwidth *= weSend ? SENDERS_SHARE : 1 - SENDERS_SHARE;
      sharers = weSend ? senders : members - senders;
    }
    double least = minimum.toNanos() / (initial ? 2.0 : 1.0);
    double mean = Math.max(least, averageSize * sharers / bandwidth * 1e9);
    return (long) (mean * (0.5 + random.nextDouble()) / COMPENSATION);
  }
}
