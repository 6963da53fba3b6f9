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
import java.util.List;
import org.deskedge.rtp.rtcp.MalformedRtcpException;
import org.deskedge.rtp.rtcp.ReceiverReport;
import org.deskedge.rtp.rtcp.RtcpDecoder;
import org.deskedge.rtp.rtcp.RtcpEncoder;
import org.deskedge.rtp.rtcp.RtcpPacket;
import org.deskedge.rtp.rtcp.SenderReport;
import org.deskedge.rtp.rtcp.SourceDescription;

/** Compound RTCP packets: refused by name, or understood, and understood again when written. */
public final class RtcpTarget {

  private RtcpTarget() {}

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    List<RtcpPacket> packets;
    try {
      packets = RtcpDecoder.decode(Unpooled.wrappedBuffer(input));
    } catch (MalformedRtcpException e) {
      RtpTarget.require(e.getMessage() != null, "a refusal without a reason");
      return;
    }
    if (packets.isEmpty()
        || !(packets.get(0) instanceof SenderReport || packets.get(0) instanceof ReceiverReport)
        || packets.stream().noneMatch(SourceDescription.class::isInstance)) {
      return; // Reduced-size or foreign: the edge itself never writes such (RFC 3550 6.1).
    }
    ByteBuf written = Unpooled.buffer();
    RtcpEncoder.write(written, packets);
    try {
      RtpTarget.require(
          RtcpDecoder.decode(written).size() == packets.size(), "written otherwise than read");
    } catch (MalformedRtcpException e) {
      throw new IllegalStateException("its own words not understood: " + packets, e);
    }
  }
}
