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
 * Packet type 200 (RFC 3550 section 6.4.1): what a sender sent, and what it received.
 *
 * @param source the sender of this report
 * @param ntpTime when it was sent, as an NTP timestamp: seconds since 1900 in the upper 32 bits
 * @param rtpTime the same moment in the RTP timestamps of the sender
 * @param packets RTP packets sent since the beginning, modulo 2^32
 * @param octets payload octets sent since the beginning, modulo 2^32
 * @param reports what it received of whom, at most 31
 */
public record SenderReport(
    int source, long ntpTime, int rtpTime, int packets, int octets, List<ReceptionReport> reports)
    implements RtcpPacket {

  /** Checks how many reports there are. */
  public SenderReport {
    reports = Reports.checked(reports);
  }
}
