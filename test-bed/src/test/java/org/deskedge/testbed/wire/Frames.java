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
import java.util.Arrays;
import java.util.List;

/** Frames and captures for tests. */
final class Frames {
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Stamped(long nanos, byte[] frame) {}

  private Frames() {}

  static byte[] udp(String source, int sourcePort, String target, int targetPort, byte[] payload) {
    ByteBuffer out = ByteBuffer.allocate(14 + 20 + 8 + payload.length);
    out.position(12);
    out.putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) (28 + payload.length)).putInt(0);
    out.put((byte) 64).put((byte) 17).putShort((short) 0);
    address(out, source);
    address(out, target);
    out.putShort((short) sourcePort).putShort((short) targetPort);
    out.putShort((short) (8 + payload.length)).putShort((short) 0);
    return out.put(payload).array();
  }

  static byte[] rtp(int payloadType, int sequence, long timestamp, int ssrc, byte[] voice) {
    ByteBuffer out = ByteBuffer.allocate(12 + voice.length);
    out.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence);
    return out.putInt((int) timestamp).putInt(ssrc).put(voice).array();
  }

  static byte[] pcap(List<Stamped> frames) {
    int size = frames.stream().mapToInt(stamped -> 16 + stamped.frame().length).sum();
    ByteBuffer out = ByteBuffer.allocate(24 + size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
    out.putInt(262144).putInt(1);
    for (Stamped stamped : frames) {
      out.putInt((int) (stamped.nanos() / 1_000_000_000L));
      out.putInt((int) (stamped.nanos() % 1_000_000_000L));
      out.putInt(stamped.frame().length).putInt(stamped.frame().length).put(stamped.frame());
    }
    return out.array();
  }

  static PcapFile read(Path directory, List<Stamped> frames) throws IOException {
    return PcapFile.read(Files.write(directory.resolve("test.pcap"), pcap(frames)));
  }

  private static void address(ByteBuffer out, String address) {
    Arrays.stream(address.split("\\.")).forEach(part -> out.put((byte) Integer.parseInt(part)));
  }
}
