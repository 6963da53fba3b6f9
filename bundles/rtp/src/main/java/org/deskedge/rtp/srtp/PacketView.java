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
package org.deskedge.rtp.srtp;

import org.jitsi.utils.ByteArrayBuffer;

/** A packet in an array of its owner, as the library wants it; used again for every packet. */
final class PacketView implements ByteArrayBuffer {

  private static final int SHORTEST_RTP = 12;
  private static final int SHORTEST_RTCP = 8;
  private static final int RTP_SSRC = 8;
  private static final int RTCP_SSRC = 4;
  private static final int VERSION_SHIFT = 6;
  private static final int VERSION = 2;

  private byte[] buffer = {};
  private int offset;
  private int length;

  void wrap(byte[] packet, int from, int bytes) {
    buffer = packet;
    offset = from;
    length = bytes;
  }

  /** Returns whether there is a header with the version of RTP, and so a source. */
  boolean isRtp() {
    return length >= SHORTEST_RTP && hasVersion();
  }

  /** Returns whether there is a header with the version of RTCP, and so a source. */
  boolean isRtcp() {
    return length >= SHORTEST_RTCP && hasVersion();
  }

  boolean hasRoom(int more) {
    return buffer.length - offset - length >= more;
  }

  int rtpSource() {
    return intAt(offset + RTP_SSRC);
  }

  int rtcpSource() {
    return intAt(offset + RTCP_SSRC);
  }

  private boolean hasVersion() {
    return (buffer[offset] & 0xff) >> VERSION_SHIFT == VERSION;
  }

  private int intAt(int at) {
    return (buffer[at] & 0xff) << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | (buffer[at + 3] & 0xff);
  }

  @Override
  public byte[] getBuffer() {
    return buffer;
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public int getLength() {
    return length;
  }

  @Override
  public void setLength(int bytes) {
    length = bytes;
  }

  @Override
  public void setOffset(int from) {
    offset = from;
  }

  @Override
  public boolean isInvalid() {
    return false;
  }

  @Override
  public void readRegionToBuff(int from, int bytes, byte[] out) {
    System.arraycopy(buffer, offset + from, out, 0, bytes);
  }

  /** Nothing to do: whoever has a packet protected leaves room behind it. */
  @Override
  public void grow(int more) {}

  @Override
  public void append(byte[] data, int bytes) {
    System.arraycopy(data, 0, buffer, offset + length, bytes);
    length += bytes;
  }

  @Override
  public void shrink(int bytes) {
    length -= bytes;
  }
}
