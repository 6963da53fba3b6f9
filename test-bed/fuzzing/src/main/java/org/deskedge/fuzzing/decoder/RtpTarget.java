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
package org.deskedge.fuzzing.decoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.RtpFault;
import org.deskedge.rtp.RtpHeader;

/**
 * RTP packets, one after another: each is preceded by its length, one byte. What {@link
 * RtpHeader#check} lets pass can be read and counted, and its payload lies within the packet.
 */
public final class RtpTarget {

  private RtpTarget() {}

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    ReceiverStatistics statistics = new ReceiverStatistics();
    ByteBuf packets = Unpooled.wrappedBuffer(input);
    while (packets.isReadable()) {
      int length = packets.readUnsignedByte();
      ByteBuf packet = packets.readSlice(Math.min(length, packets.readableBytes()));
      if (RtpHeader.check(packet) == RtpFault.NONE) {
        take(packet, statistics);
      }
    }
    require(statistics.lost() >= 0, "a negative loss");
    require(statistics.jitter() >= 0, "a negative jitter");
  }

  private static void take(ByteBuf packet, ReceiverStatistics statistics) {
    int offset = RtpHeader.payloadOffset(packet);
    int length = RtpHeader.payloadLength(packet);
    require(offset >= RtpHeader.FIXED_LENGTH, "a payload in the header");
    require(length >= 0 && offset + length <= packet.readableBytes(), "a payload past the end");
    require(RtpHeader.payloadType(packet) < 128, "a payload type of more than 7 bits");
    statistics.received(
        RtpHeader.ssrc(packet),
        RtpHeader.sequenceNumber(packet),
        RtpHeader.timestamp(packet),
        8000,
        (long) RtpHeader.timestamp(packet) * RtpHeader.sequenceNumber(packet));
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
