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

import java.util.Arrays;

/**
 * One UDP packet over IPv4, as captured.
 *
 * @param epochNanos when the interface saw it, nanoseconds since 1970
 * @param source sender's address and port
 * @param target receiver's address and port
 * @param payload what UDP carried
 */
@SuppressWarnings("ArrayRecordComponent") // Made once per packet of a capture, never compared.
public record UdpPacket(long epochNanos, Endpoint source, Endpoint target, byte[] payload) {
  private static final int ETHERNET = 14;
  private static final int ETHERTYPE_VLAN = 0x8100;
  private static final int ETHERTYPE_IPV4 = 0x0800;
  private static final int IP_MINIMUM = 20;
  private static final int PROTOCOL_UDP = 17;
  private static final int UDP = 8;

  /** An IPv4 address in dotted form, and a port. */
  public record Endpoint(String address, int port) {
    @Override
    public String toString() {
      return address + ":" + port;
    }
  }

  /**
   * Reads an Ethernet frame.
   *
   * @return the packet, or null if the frame is anything else, a fragment, or cut off
   */
  static UdpPacket ofFrame(long epochNanos, byte[] frame) {
    int ip = ETHERNET;
    if (frame.length >= ip + 4 && word(frame, 12) == ETHERTYPE_VLAN) {
      ip += 4;
    }
    if (frame.length < ip + IP_MINIMUM
        || word(frame, ip - 2) != ETHERTYPE_IPV4
        || frame[ip] >> 4 != 4
        || frame[ip + 9] != PROTOCOL_UDP
        || (word(frame, ip + 6) & 0x3fff) != 0) {
      return null;
    }
    int udp = ip + (frame[ip] & 0x0f) * 4;
    if (udp < ip + IP_MINIMUM || frame.length < udp + UDP) {
      return null;
    }
    int end = udp + word(frame, udp + 4);
    if (end < udp + UDP || end > frame.length) {
      return null;
    }
    return new UdpPacket(
        epochNanos,
        new Endpoint(address(frame, ip + 12), word(frame, udp)),
        new Endpoint(address(frame, ip + 16), word(frame, udp + 2)),
        Arrays.copyOfRange(frame, udp + UDP, end));
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private static String address(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        + "."
        + (bytes[at + 1] & 0xff)
        + "."
        + (bytes[at + 2] & 0xff)
        + "."
        + (bytes[at + 3] & 0xff);
  }
}
