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
package org.deskedge.mediarelay.internal.playout;

import org.deskedge.audio.ComfortNoiseGenerator;
import org.deskedge.audio.Resampler;
import org.deskedge.rtp.jitter.JitterPacket;

/**
 * From comfort noise payloads (RFC 3389) to samples at the rate of the voice channel. The noise is
 * made at the clock rate of its payload type, for which its spectrum was written. Allocates nothing
 * after construction. For one thread.
 */
final class NoisePath {

  private static final int MAX_MILLIS = 20;

  private final int clockRate;
  private final int outRate;
  private final ComfortNoiseGenerator generator;
  private final Resampler resampler;
  private final short[] made;

  NoisePath(int clockRate, int channelRate) {
    this.clockRate = clockRate;
    outRate = channelRate;
    generator = new ComfortNoiseGenerator(clockRate);
    resampler = new Resampler(clockRate, channelRate);
    made = new short[clockRate * MAX_MILLIS / 1000];
  }

  void update(JitterPacket packet) {
    generator.update(packet.payload(), 0, packet.length());
  }

  /** Adds about as many samples as asked for, and one at least, to a queue that has the room. */
  int generate(int samples, SampleQueue queue) {
    int wanted = Math.max(1, Math.min(made.length, samples * clockRate / outRate));
    generator.generate(made, 0, wanted);
    queue.reserve(wanted * outRate / clockRate + 1);
    int added = resampler.resample(made, 0, wanted, queue.array(), queue.tail());
    queue.added(added);
    return added;
  }
}
