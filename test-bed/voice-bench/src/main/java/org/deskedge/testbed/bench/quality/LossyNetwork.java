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
package org.deskedge.testbed.bench.quality;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.testbed.bench.transcoding.CodecPair;

/** Speech as RTP packets of 20 ms, in the order and at the times a network delivers them. */
final class LossyNetwork {

  /** Payload type of the voice. */
  static final int PAYLOAD_TYPE = 96;

  /** What every packet takes at least, ms. */
  static final int ONE_WAY_MS = 20;

  private static final long NANOS_PER_MS = 1_000_000;
  private static final int FRAME_MS = 20;
  private static final int SSRC = 0x0badcafe;

  private LossyNetwork() {}

  /**
   * A packet on its way.
   *
   * @param nanos when it arrives, from the first spoken sample on
   */
  record Arrival(long nanos, ByteBuf packet) {}

  /**
   * Sends speech.
   *
   * @param speech at the codec's sample rate
   * @param seed of what is lost and delayed
   */
  static List<Arrival> send(SpeechCodec codec, short[] speech, QualityCase network, long seed) {
    List<byte[]> payloads = CodecPair.payloads(codec, speech);
    Random random = new Random(seed);
    boolean[] lost = network.pattern().lost(payloads.size(), network.lossPercent(), random);
    int units = codec.clockRate() / 50;
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < payloads.size(); i++) {
      double jitter = 2 * network.jitterMs() * random.nextDouble();
      if (!lost[i]) {
        long nanos =
            ((i + 1L) * FRAME_MS + ONE_WAY_MS) * NANOS_PER_MS + (long) (jitter * NANOS_PER_MS);
        arrivals.add(new Arrival(nanos, packet(i, units, payloads.get(i))));
      }
    }
    arrivals.sort(Comparator.comparingLong(Arrival::nanos));
    return arrivals;
  }

  private static ByteBuf packet(int number, int units, byte[] payload) {
    return Unpooled.buffer(12 + payload.length)
        .writeByte(0x80)
        .writeByte(number == 0 ? 0x80 | PAYLOAD_TYPE : PAYLOAD_TYPE)
        .writeShort(number)
        .writeInt(number * units)
        .writeInt(SSRC)
        .writeBytes(payload);
  }
}
