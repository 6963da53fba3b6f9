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
 * What a receiver says of one source (RFC 3550 section 6.4.1).
 *
 * @param source whose packets it is about
 * @param fractionLost share of packets lost since the report before, in units of 1/256, 0 to 255
 * @param lost packets lost since the beginning, -2^23 to 2^23 - 1
 * @param extendedHighest extended highest sequence number received, 0 to 2^32 - 1
 * @param jitter interarrival jitter in units of the source's RTP clock, 0 to 2^32 - 1
 * @param lastReport middle 32 bits of the NTP timestamp of the source's last sender report; 0 if
 *     none came
 * @param delaySinceLastReport time since it came, in units of 1/65536 s; 0 if none came
 */
public record ReceptionReport(
    int source,
    int fractionLost,
    int lost,
    long extendedHighest,
    long jitter,
    int lastReport,
    int delaySinceLastReport) {

  /** Length in bytes. */
  static final int LENGTH = 24;

  static final int MOST_LOST = (1 << 23) - 1;

  /** Checks the ranges. */
  public ReceptionReport {
    if ((fractionLost & ~0xff) != 0
        || lost > MOST_LOST
        || lost < -MOST_LOST - 1
        || extendedHighest >>> 32 != 0
        || jitter >>> 32 != 0) {
      throw new IllegalArgumentException("a figure of the report does not fit its field");
    }
  }
}
