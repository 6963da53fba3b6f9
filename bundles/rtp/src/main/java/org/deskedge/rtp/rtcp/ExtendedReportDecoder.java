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
import java.util.ArrayList;
import java.util.List;

/** Reads the body of an extended report (RFC 3611 sections 2 to 4). */
final class ExtendedReportDecoder {

  private ExtendedReportDecoder() {}

  static ExtendedReport decode(ByteBuf packet) throws MalformedRtcpException {
    RtcpDecoder.require(packet, RtcpTypes.WORD);
    int source = packet.readInt();
    List<ExtendedReport.Block> blocks = new ArrayList<>(3);
    while (packet.isReadable()) {
      RtcpDecoder.require(packet, RtcpTypes.WORD);
      int type = packet.readUnsignedByte();
      packet.skipBytes(1);
      int length = packet.readUnsignedShort() * RtcpTypes.WORD;
      RtcpDecoder.require(packet, length);
      block(type, packet.readSlice(length), blocks);
    }
    return new ExtendedReport(source, blocks);
  }

  private static void block(int type, ByteBuf block, List<ExtendedReport.Block> blocks)
      throws MalformedRtcpException {
    switch (type) {
      case RtcpTypes.RECEIVER_REFERENCE_TIME -> {
        exactly(block, Long.BYTES);
        blocks.add(new ExtendedReport.ReceiverReferenceTime(block.readLong()));
      }
      case RtcpTypes.LAST_RECEIVER_REPORTS -> blocks.add(lastReceiverReports(block));
      case RtcpTypes.VOIP_METRICS -> {
        exactly(block, RtcpTypes.VOIP_METRICS_LENGTH);
        blocks.add(voipMetrics(block));
      }
      default -> {
        // Section 3: blocks of unknown types are ignored.
      }
    }
  }

  private static ExtendedReport.LastReceiverReports lastReceiverReports(ByteBuf block)
      throws MalformedRtcpException {
    if (block.readableBytes() % RtcpTypes.LAST_RECEIVER_REPORT_LENGTH != 0) {
      throw new MalformedRtcpException("a DLRR block ends within an entry");
    }
    List<ExtendedReport.LastReceiverReports.Entry> entries = new ArrayList<>(1);
    while (block.isReadable()) {
      entries.add(
          new ExtendedReport.LastReceiverReports.Entry(
              block.readInt(), block.readInt(), block.readInt()));
    }
    return new ExtendedReport.LastReceiverReports(entries);
  }

  private static VoipMetrics voipMetrics(ByteBuf block) {
    int source = block.readInt();
    int lossRate = block.readUnsignedByte();
    int discardRate = block.readUnsignedByte();
    int burstDensity = block.readUnsignedByte();
    int gapDensity = block.readUnsignedByte();
    int burst = block.readUnsignedShort();
    int gap = block.readUnsignedShort();
    int roundTrip = block.readUnsignedShort();
    int endSystem = block.readUnsignedShort();
    int signal = block.readByte();
    int noise = block.readByte();
    int echo = block.readUnsignedByte();
    int gmin = block.readUnsignedByte();
    int rFactor = block.readUnsignedByte();
    int externalRFactor = block.readUnsignedByte();
    int mosListening = block.readUnsignedByte();
    int mosConversational = block.readUnsignedByte();
    int configuration = block.readUnsignedByte();
    block.skipBytes(1);
    return new VoipMetrics(
        source,
        new BurstGapMetrics(lossRate, discardRate, burstDensity, gapDensity, burst, gap, gmin),
        roundTrip,
        endSystem,
        signal,
        noise,
        echo,
        rFactor,
        externalRFactor,
        mosListening,
        mosConversational,
        configuration,
        block.readUnsignedShort(),
        block.readUnsignedShort(),
        block.readUnsignedShort());
  }

  private static void exactly(ByteBuf block, int length) throws MalformedRtcpException {
    if (block.readableBytes() != length) {
      throw new MalformedRtcpException("a report block of another length than its type has");
    }
  }
}
