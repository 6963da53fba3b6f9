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
 * An RTP packet (RFC 3550 section 5.1) in a captured UDP packet.
 *
 * <pre>
 * V=2 P X CC(1) M PT(1) sequence(2) timestamp(4) SSRC(4) CSRC(4 * CC) [extension] payload [padding]
 * </pre>
 *
 * @param packet the packet it was in
 * @param payloadType 0 to 127
 * @param sequence 0 to 65535
 * @param timestamp in samples, unsigned 32 bits
 * @param ssrc unsigned 32 bits
 * @param voice the payload without padding
 */
@SuppressWarnings("ArrayRecordComponent") // Made once per packet of a capture, never compared.
public record RtpPacket(
    UdpPacket packet, int payloadType, int sequence, long timestamp, long ssrc, byte[] voice) {
  private static final int HEADER = 12;

  /**
   * Takes a packet for RTP if it could be: version 2, a header that fits, and not RTCP (RFC 5761:
   * second byte 192 to 223). Rather too many than too few: what is counted with this must come to 0
   * where there is to be no voice.
   *
   * @return null if it cannot be RTP
   */
  static RtpPacket of(UdpPacket packet) {
    byte[] bytes = packet.payload();
    if (bytes.length < HEADER || (bytes[0] & 0xc0) != 0x80) {
      return null;
    }
    int second = bytes[1] & 0xff;
    if (second >= 192 && second <= 223) {
      return null;
    }
    int at = HEADER + (bytes[0] & 0x0f) * 4;
    if ((bytes[0] & 0x10) != 0) {
      if (bytes.length < at + 4) {
        return null;
      }
      at += 4 + word(bytes, at + 2) * 4;
    }
    int end = bytes.length - ((bytes[0] & 0x20) != 0 ? bytes[bytes.length - 1] & 0xff : 0);
    if (at > end) {
      return null;
    }
    return new RtpPacket(
        packet,
        second & 0x7f,
        word(bytes, 2),
        (long) word(bytes, 4) << 16 | word(bytes, 6),
        (long) word(bytes, 8) << 16 | word(bytes, 10),
        Arrays.copyOfRange(bytes, at, end));
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
