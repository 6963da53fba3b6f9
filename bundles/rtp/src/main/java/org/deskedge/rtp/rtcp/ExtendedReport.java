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

import java.util.List;

/**
 * Packet type 207 (RFC 3611 section 2).
 *
 * @param source the sender of this report
 * @param blocks those of the kinds known here; others are skipped when reading
 */
public record ExtendedReport(int source, List<Block> blocks) implements RtcpPacket {

  /** Copies the blocks. */
  public ExtendedReport {
    blocks = List.copyOf(blocks);
  }

  /** One report block (RFC 3611 section 3). */
  public sealed interface Block permits ReceiverReferenceTime, LastReceiverReports, VoipMetrics {}

  /**
   * Block type 4 (section 4.4): a receiver's clock, so that others can let it know its round trip.
   *
   * @param ntpTime when the packet was sent, as an NTP timestamp
   */
  public record ReceiverReferenceTime(long ntpTime) implements Block {}

  /**
   * Block type 5, DLRR (section 4.5): the answers to {@link ReceiverReferenceTime}.
   *
   * @param entries one for each receiver whose clock was told
   */
  public record LastReceiverReports(List<Entry> entries) implements Block {

    /** Copies the entries. */
    public LastReceiverReports {
      entries = List.copyOf(entries);
    }

    /**
     * The answer to one receiver.
     *
     * @param source the receiver
     * @param lastReport middle 32 bits of the NTP timestamp it told last
     * @param delaySinceLastReport time since that came, in units of 1/65536 s
     */
    public record Entry(int source, int lastReport, int delaySinceLastReport) {}
  }
}
