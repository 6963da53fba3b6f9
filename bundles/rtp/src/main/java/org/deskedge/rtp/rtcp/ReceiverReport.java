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
 * Packet type 201 (RFC 3550 section 6.4.2): what one that sends no voice received.
 *
 * @param source the sender of this report
 * @param reports what it received of whom, at most 31; may be empty
 */
public record ReceiverReport(int source, List<ReceptionReport> reports) implements RtcpPacket {

  /** Checks how many reports there are. */
  public ReceiverReport {
    reports = Reports.checked(reports);
  }
}
