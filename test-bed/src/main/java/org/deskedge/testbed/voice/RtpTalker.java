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
package org.deskedge.testbed.voice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a WAV file once as G.711 mu-law over RTP, 20 ms a packet. A program of its own, to be run
 * in a party's namespace; what arrives at its port is left to a capture.
 */
public final class RtpTalker {
  private static final int FRAME = G711.RATE / 50;
  private static final long FRAME_NANOS = 20_000_000;
  private static final int HEADER = 12;

  private RtpTalker() {}

  /** Arguments: own address, the other party's, each address:port, and the file. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress own = UdpRelay.endpoint(arguments[0]);
    short[] speech = Wav.read(Path.of(arguments[2]));
    try (DatagramChannel channel = DatagramChannel.open().bind(own)) {
      // Not connected: that the other party is not there yet is then no error.
      InetSocketAddress other = UdpRelay.endpoint(arguments[1]);
      long start = System.nanoTime();
      for (int frame = 0; (frame + 1) * FRAME <= speech.length; frame++) {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + FRAME);
        packet.put((byte) 0x80).put((byte) G711.PCMU.payloadType()).putShort((short) frame);
        packet.putInt(frame * FRAME).putInt(own.hashCode());
        for (int i = 0; i < FRAME; i++) {
          packet.put(G711.PCMU.encode(speech[frame * FRAME + i]));
        }
        // Sent when its last sample would have been spoken.
        long due = start + (frame + 1) * FRAME_NANOS;
        while (due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        channel.send(packet.flip(), other);
      }
    }
  }
}
