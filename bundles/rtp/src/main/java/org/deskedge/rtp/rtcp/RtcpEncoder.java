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
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes compound RTCP packets (RFC 3550 section 6). Keeps no state. */
public final class RtcpEncoder {

  private RtcpEncoder() {}

  /**
   * Writes a compound packet.
   *
   * @param out written to at its writer index
   * @param packets begins with a report and has a description (section 6.1)
   * @throws IllegalArgumentException if that is not so; nothing was written
   */
  public static void write(ByteBuf out, List<? extends RtcpPacket> packets) {
    if (packets.isEmpty()
        || !(packets.get(0) instanceof SenderReport || packets.get(0) instanceof ReceiverReport)) {
      throw new IllegalArgumentException("a compound packet begins with a report");
    }
    if (packets.stream().noneMatch(SourceDescription.class::isInstance)) {
      throw new IllegalArgumentException("a compound packet has a source description");
    }
    packets.forEach(packet -> write(out, packet));
  }

  private static void write(ByteBuf out, RtcpPacket packet) {
    int start = out.writerIndex();
    out.writeZero(RtcpTypes.HEADER_LENGTH);
    int type;
    int count;
    if (packet instanceof SenderReport report) {
      type = RtcpTypes.SENDER_REPORT;
      count = report.reports().size();
      out.writeInt(report.source()).writeLong(report.ntpTime()).writeInt(report.rtpTime());
      out.writeInt(report.packets()).writeInt(report.octets());
      reports(out, report.reports());
    } else if (packet instanceof ReceiverReport report) {
      type = RtcpTypes.RECEIVER_REPORT;
      count = report.reports().size();
      out.writeInt(report.source());
      reports(out, report.reports());
    } else if (packet instanceof SourceDescription description) {
      type = RtcpTypes.SOURCE_DESCRIPTION;
      count = description.chunks().size();
      description.chunks().forEach(chunk -> chunk(out, chunk, start));
    } else if (packet instanceof Goodbye goodbye) {
      type = RtcpTypes.GOODBYE;
      count = goodbye.sources().size();
      goodbye.sources().forEach(out::writeInt);
      goodbye.reason().ifPresent(reason -> text(out, reason));
      align(out, start);
    } else {
      type = RtcpTypes.EXTENDED_REPORT;
      count = 0;
      ExtendedReportEncoder.write(out, (ExtendedReport) packet);
    }
    out.setByte(start, RtcpTypes.VERSION << 6 | count);
    out.setByte(start + 1, type);
    out.setShort(start + 2, (out.writerIndex() - start) / RtcpTypes.WORD - 1);
  }

  private static void reports(ByteBuf out, List<ReceptionReport> reports) {
    for (ReceptionReport report : reports) {
      out.writeInt(report.source()).writeByte(report.fractionLost()).writeMedium(report.lost());
      out.writeInt((int) report.extendedHighest()).writeInt((int) report.jitter());
      out.writeInt(report.lastReport()).writeInt(report.delaySinceLastReport());
    }
  }

  private static void chunk(ByteBuf out, SourceDescription.Chunk chunk, int start) {
    out.writeInt(chunk.source());
    for (SourceDescription.Item item : chunk.items()) {
      out.writeByte(item.type());
      text(out, item.text());
    }
    // At least one null byte ends the list (section 6.5).
    out.writeByte(0);
    align(out, start);
  }

  private static void text(ByteBuf out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(bytes.length).writeBytes(bytes);
  }

  private static void align(ByteBuf out, int start) {
    out.writeZero((start - out.writerIndex()) & (RtcpTypes.WORD - 1));
  }
}
