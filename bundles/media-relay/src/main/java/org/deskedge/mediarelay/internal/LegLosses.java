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
package org.deskedge.mediarelay.internal;

import org.deskedge.rtp.rtcp.BurstGapMeter;
import org.deskedge.rtp.rtcp.BurstGapMetrics;

/**
 * How many of the far end's packets were of no use, and in what bursts: written by the event loop,
 * read by any thread.
 */
final class LegLosses {

  private final BurstGapMeter meter = new BurstGapMeter();
  private final PacketFates fates = new PacketFates(meter);
  private volatile Losses now = Losses.NONE;

  /**
   * What became of the far end's packets.
   *
   * @param packets how many have met their fate
   * @param badPercent share of them lost or discarded, 0 to 100
   * @param burstRatio BurstR of ITU-T G.107
   */
  record Losses(long packets, double badPercent, double burstRatio) {

    static final Losses NONE = new Losses(0, 0, 1);
  }

  /**
   * A packet came.
   *
   * @param inTime whether it could still be played
   */
  void came(int ssrc, int sequenceNumber, boolean inTime) {
    fates.came(ssrc, sequenceNumber, inTime);
  }

  /** Makes the figures known; to be called now and then. */
  void publish() {
    if (meter.packets() != now.packets()) {
      now = new Losses(meter.packets(), meter.badPercent(), meter.burstRatio());
    }
  }

  /** Returns the figures as of the last {@link #publish}. Safe for use by any thread. */
  Losses now() {
    return now;
  }

  /** Returns bursts and gaps (RFC 3611 section 4.7.2). */
  BurstGapMetrics bursts(double packetMillis) {
    return meter.metrics(packetMillis);
  }
}
