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
package org.deskedge.testbed.bench.transcoding;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deskedge.audio.Resampler;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.audio.SpeechEncoder;

/**
 * The edge's codecs at work in one thread: decode, resample where the rates differ, encode, the way
 * each leg of a call does, without the network.
 */
final class EdgeTranscoding {

  private static final int MOST_SAMPLES = 5760;
  private static final int MOST_BYTES = 1500;

  private final List<byte[]> payloads;
  private final SpeechDecoder decoder;
  private final SpeechEncoder encoder;
  private final Resampler resampler;
  private final short[] decoded = new short[MOST_SAMPLES];
  private final short[] resampled = new short[MOST_SAMPLES];
  private final byte[] encoded = new byte[MOST_BYTES];
  private int at;

  private EdgeTranscoding(List<byte[]> payloads, SpeechCodec from, SpeechCodec to) {
    this.payloads = payloads;
    decoder = from.newDecoder();
    encoder = to.newEncoder(Optional.empty());
    resampler =
        from.sampleRate() == to.sampleRate()
            ? null
            : new Resampler(from.sampleRate(), to.sampleRate());
  }

  /**
   * Transcodes both ways, in turn, for some time.
   *
   * @param one payloads of the pair's first codec
   * @param other payloads of its second
   * @return frames of 20 ms transcoded for each second of processor time
   */
  static double framesPerCpuSecond(
      CodecPair pair, List<byte[]> one, List<byte[]> other, Duration time) {
    EdgeTranscoding there = new EdgeTranscoding(one, pair.one(), pair.other());
    EdgeTranscoding back = new EdgeTranscoding(other, pair.other(), pair.one());
    // The first third is for the compiler of the virtual machine, and is not counted.
    run(there, back, time.dividedBy(3));
    long before = cpuNanos();
    long frames = run(there, back, time.multipliedBy(2).dividedBy(3));
    return frames * 1e9 / (cpuNanos() - before);
  }

  private static long run(EdgeTranscoding there, EdgeTranscoding back, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long frames = 0;
    while (System.nanoTime() - end < 0) {
      for (int i = 0; i < 50; i++) {
        there.next();
        back.next();
        frames += 2;
      }
    }
    return frames;
  }

  private void next() {
    byte[] payload = payloads.get(at);
    at = at + 1 == payloads.size() ? 0 : at + 1;
    int samples = decoder.decode(payload, 0, payload.length, decoded, 0);
    short[] speech = decoded;
    if (resampler != null) {
      samples = resampler.resample(decoded, 0, samples, resampled, 0);
      speech = resampled;
    }
    if (samples == 0 || encoder.encode(speech, 0, samples, encoded, 0) == 0) {
      throw new IllegalStateException("a frame was not transcoded");
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
