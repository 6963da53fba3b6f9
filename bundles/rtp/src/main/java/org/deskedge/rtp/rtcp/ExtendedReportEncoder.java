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

import io.netty.buffer.ByteBuf;

/** Writes the body of an extended report (RFC 3611 sections 2 to 4). */
final class ExtendedReportEncoder {

  private ExtendedReportEncoder() {}

  static void write(ByteBuf out, ExtendedReport report) {
    out.writeInt(report.source());
    for (ExtendedReport.Block block : report.blocks()) {
      if (block instanceof ExtendedReport.ReceiverReferenceTime time) {
        header(out, RtcpTypes.RECEIVER_REFERENCE_TIME, Long.BYTES);
        out.writeLong(time.ntpTime());
      } else if (block instanceof ExtendedReport.LastReceiverReports reports) {
        header(
            out,
            RtcpTypes.LAST_RECEIVER_REPORTS,
            reports.entries().size() * RtcpTypes.LAST_RECEIVER_REPORT_LENGTH);
        reports
            .entries()
            .forEach(
                entry ->
                    out.writeInt(entry.source())
                        .writeInt(entry.lastReport())
                        .writeInt(entry.delaySinceLastReport()));
      } else {
        header(out, RtcpTypes.VOIP_METRICS, RtcpTypes.VOIP_METRICS_LENGTH);
        metrics(out, (VoipMetrics) block);
      }
    }
  }

  private static void header(ByteBuf out, int type, int length) {
    out.writeByte(type).writeByte(0).writeShort(length / RtcpTypes.WORD);
  }

  private static void metrics(ByteBuf out, VoipMetrics metrics) {
    BurstGapMetrics losses = metrics.losses();
    out.writeInt(metrics.source());
    out.writeByte(losses.lossRate()).writeByte(losses.discardRate());
    out.writeByte(losses.burstDensity()).writeByte(losses.gapDensity());
    out.writeShort(losses.burstMillis()).writeShort(losses.gapMillis());
    out.writeShort(metrics.roundTripMillis()).writeShort(metrics.endSystemMillis());
    out.writeByte(metrics.signalLevel()).writeByte(metrics.noiseLevel());
    out.writeByte(metrics.echoReturnLoss()).writeByte(losses.gmin());
    out.writeByte(metrics.rFactor()).writeByte(metrics.externalRFactor());
    out.writeByte(metrics.mosListening()).writeByte(metrics.mosConversational());
    out.writeByte(metrics.configuration()).writeByte(0);
    out.writeShort(metrics.bufferNominalMillis());
    out.writeShort(metrics.bufferMaximumMillis());
    out.writeShort(metrics.bufferAbsoluteMillis());
  }
}
