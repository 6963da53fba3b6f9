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

import org.deskedge.audio.Resampler;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechDecoder;
import org.deskedge.rtp.jitter.JitterPacket;

/**
 * From the payloads of one codec to samples at the rate of the voice channel. Allocates nothing
 * after construction. For one thread.
 */
final class SpeechPath {

  /** The longest packet taken. */
  static final int MAX_MILLIS = 120;

  private final SpeechCodec codec;
  private final SpeechDecoder decoder;
  private final Resampler resampler;
  private final int frameSamples;
  private final int outRate;
  private final short[] decoded;

  SpeechPath(SpeechCodec codec, int channelRate) {
    this.codec = codec;
    decoder = codec.newDecoder();
    resampler = new Resampler(codec.sampleRate(), channelRate);
    frameSamples = codec.sampleRate() * codec.frameMillis() / 1000;
    outRate = channelRate;
    decoded = new short[codec.sampleRate() * MAX_MILLIS / 1000];
  }

  SpeechCodec codec() {
    return codec;
  }

  int clockRate() {
    return codec.clockRate();
  }

  /** Returns how much time a packet holds in units of the RTP clock; 0 if it cannot be used. */
  int units(JitterPacket packet) {
    int samples = decoder.samples(packet.payload(), 0, packet.length());
    return samples > decoded.length
        ? 0
        : (int) ((long) samples * codec.clockRate() / codec.sampleRate());
  }

  /** Decodes a packet to the end of the queue; returns how many samples were added. */
  int decode(JitterPacket packet, SampleQueue queue) {
    return add(decoder.decode(packet.payload(), 0, packet.length(), decoded, 0), queue);
  }

  /**
   * Makes good the packet lost just before this one; returns how many samples were added, 0 if the
   * codec does not do so.
   *
   * @param missing what was lost, in units of the RTP clock
   */
  int recover(JitterPacket packet, long missing, SampleQueue queue) {
    int samples = (int) Math.min(decoded.length, missing * codec.sampleRate() / codec.clockRate());
    return add(decoder.recover(packet.payload(), 0, packet.length(), decoded, 0, samples), queue);
  }

  /** Makes up one frame by the codec's own means; returns how many samples were added, if any. */
  int conceal(SampleQueue queue) {
    return add(decoder.conceal(decoded, 0, frameSamples), queue);
  }

  /** Starts anew, as another stream. */
  void reset() {
    decoder.reset();
    resampler.reset();
  }

  private int add(int samples, SampleQueue queue) {
    if (samples == 0 || !queue.reserve(samples * outRate / codec.sampleRate() + 1)) {
      return 0;
    }
    int added = resampler.resample(decoded, 0, samples, queue.array(), queue.tail());
    queue.added(added);
    return added;
  }
}
