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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A capture as tcpdump writes it: libpcap's classic format, Ethernet.
 *
 * <pre>
 * file    magic(4) version(4) zone(4) accuracy(4) snap length(4) link type(4), then records:
 * record  seconds(4) micro- or nanoseconds(4) captured length(4) length on the wire(4), frame
 * </pre>
 *
 * @param frames all frames, of any protocol
 * @param udp the UDP packets over IPv4 among them, in order
 */
public record PcapFile(int frames, List<UdpPacket> udp) {
  private static final int MAGIC_MICROS = 0xa1b2c3d4;
  private static final int MAGIC_NANOS = 0xa1b23c4d;
  private static final int LINK_ETHERNET = 1;
  private static final int FILE_HEADER = 24;
  private static final int RECORD_HEADER = 16;

  public PcapFile {
    udp = List.copyOf(udp);
  }

  /**
   * Reads a capture. A last record that is cut off, as in a capture still being written, is left
   * out.
   *
   * @throws IOException if the file is no such capture, or a frame was not captured whole: counts
   *     from it would be too low
   */
  public static PcapFile read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    if (in.remaining() < FILE_HEADER) {
      throw new IOException(file + " is no capture: " + in.remaining() + " bytes");
    }
    int magic = in.getInt(0);
    if (magic != MAGIC_MICROS && magic != MAGIC_NANOS) {
      in.order(ByteOrder.LITTLE_ENDIAN);
      magic = in.getInt(0);
    }
    if ((magic != MAGIC_MICROS && magic != MAGIC_NANOS) || in.getInt(20) != LINK_ETHERNET) {
      throw new IOException(file + " is no libpcap capture of an Ethernet interface");
    }
    long unit = magic == MAGIC_NANOS ? 1 : 1000;
    in.position(FILE_HEADER);
    int frames = 0;
    List<UdpPacket> udp = new ArrayList<>();
    while (in.remaining() >= RECORD_HEADER) {
      long nanos = (in.getInt() & 0xffffffffL) * 1_000_000_000L + in.getInt() * unit;
      int captured = in.getInt();
      int length = in.getInt();
      if (captured < 0 || captured != length) {
        throw new IOException(file + ": frame " + frames + " was not captured whole");
      }
      if (captured > in.remaining()) {
        break;
      }
      byte[] frame = new byte[captured];
      in.get(frame);
      frames++;
      UdpPacket packet = UdpPacket.ofFrame(nanos, frame);
      if (packet != null) {
        udp.add(packet);
      }
    }
    return new PcapFile(frames, udp);
  }
}
