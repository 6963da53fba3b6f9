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
package org.deskedge.rtp;

import io.netty.buffer.ByteBuf;

/**
 * Writes the fixed RTP header (RFC 3550 section 5.1; layout at {@link RtpHeader}), without padding,
 * extension or contributing sources. Nothing is allocated; safe for use by any thread on its own
 * buffer.
 */
public final class RtpWriter {

  private RtpWriter() {}

  /**
   * Writes a header of {@link RtpHeader#FIXED_LENGTH} bytes; the payload is to follow it.
   *
   * @param out written to at its writer index
   * @param marker the marker bit: the first packet of a talk spurt (RFC 3551 section 4.1)
   * @param payloadType 0 to 127
   * @param sequenceNumber its low 16 bits are written
   */
  public static void writeHeader(
      ByteBuf out, boolean marker, int payloadType, int sequenceNumber, int timestamp, int ssrc) {
    if ((payloadType & ~0x7f) != 0) {
      throw new IllegalArgumentException("payload type " + payloadType + " is not in 0 to 127");
    }
    out.writeByte(RtpHeader.VERSION << 6);
    out.writeByte((marker ? 0x80 : 0) | payloadType);
    out.writeShort(sequenceNumber);
    out.writeInt(timestamp);
    out.writeInt(ssrc);
  }
}
