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
package org.deskedge.testbed.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * RTP from one address and port to another with one SSRC.
 *
 * @param source sender
 * @param target receiver
 * @param ssrc unsigned 32 bits
 * @param packets in the order captured
 */
public record RtpFlow(
    UdpPacket.Endpoint source, UdpPacket.Endpoint target, long ssrc, List<RtpPacket> packets) {

  public RtpFlow {
    packets = List.copyOf(packets);
  }

  private record Key(UdpPacket.Endpoint source, UdpPacket.Endpoint target, long ssrc) {}

  /** All flows of a capture, each with at least one packet, in the order they began. */
  public static List<RtpFlow> of(PcapFile capture) {
    Map<Key, List<RtpPacket>> flows = new LinkedHashMap<>();
    for (UdpPacket udp : capture.udp()) {
      RtpPacket rtp = RtpPacket.of(udp);
      if (rtp != null) {
        flows
            .computeIfAbsent(
                new Key(udp.source(), udp.target(), rtp.ssrc()), key -> new ArrayList<>())
            .add(rtp);
      }
    }
    return flows.entrySet().stream()
        .map(
            flow ->
                new RtpFlow(
                    flow.getKey().source(),
                    flow.getKey().target(),
                    flow.getKey().ssrc(),
                    flow.getValue()))
        .toList();
  }

  /** Packets with the same sequence number as one before: sent twice, or captured twice. */
  public int duplicates() {
    return packets.size() - (int) packets.stream().mapToInt(RtpPacket::sequence).distinct().count();
  }

  /**
   * Packets that are missing between the first and the last, by sequence number; exact for flows of
   * fewer than 65536 packets, 21 minutes at 20 ms.
   */
  public int lost() {
    int first = packets.get(0).sequence();
    IntStream offsets =
        packets.stream().mapToInt(packet -> (short) (packet.sequence() - first)).distinct();
    int[] sorted = offsets.sorted().toArray();
    return sorted[sorted.length - 1] - sorted[0] + 1 - sorted.length;
  }
}
