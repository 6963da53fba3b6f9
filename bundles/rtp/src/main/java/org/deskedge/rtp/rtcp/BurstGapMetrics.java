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
 * Lost and discarded packets of one stream, in bursts and in the gaps between them (RFC 3611
 * sections 4.7.1 and 4.7.2).
 *
 * @param lossRate share of packets lost since the beginning, in units of 1/256, 0 to 255
 * @param discardRate share of packets that came too late or too early, in units of 1/256, 0 to 255
 * @param burstDensity share of packets lost or discarded within bursts, in units of 1/256, 0 to 255
 * @param gapDensity share of packets lost or discarded within gaps, in units of 1/256, 0 to 255
 * @param burstMillis mean length of the bursts, 0 to 65535 ms; 0 if there was none
 * @param gapMillis mean length of the gaps, 0 to 65535 ms
 * @param gmin how many packets must come in a row to end a burst, 0 to 255; 16 is recommended
 */
public record BurstGapMetrics(
    int lossRate,
    int discardRate,
    int burstDensity,
    int gapDensity,
    int burstMillis,
    int gapMillis,
    int gmin) {

  /** Checks the ranges of the fields. */
  public BurstGapMetrics {
    VoipMetrics.bits(0xff, lossRate, discardRate, burstDensity, gapDensity, gmin);
    VoipMetrics.bits(0xffff, burstMillis, gapMillis);
  }
}
