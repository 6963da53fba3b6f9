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
package org.deskedge.audio.internal.opus;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Objects;
import org.deskedge.audio.SpeechDecoder;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/**
 * libopus's decoder, with its own concealment and forward error correction. Puts whatever band and
 * number of channels comes into one channel at 16 kHz. Allocates nothing after construction, but
 * for {@link #reset()}.
 */
final class OpusDecoder implements SpeechDecoder {

  private static final int MAX_SAMPLES = OpusCodec.SAMPLE_RATE / 1000 * 120;
  private static final int SHORTEST_FRAME = OpusCodec.SAMPLE_RATE / 1000 * 5 / 2;

  private final byte[] decoded = new byte[MAX_SAMPLES * Short.BYTES];
  private final ShortBuffer asSamples =
      ByteBuffer.wrap(decoded).order(ByteOrder.nativeOrder()).asShortBuffer();
  private Cleaner.Cleanable owned;
  private long decoder;

  OpusDecoder() {
    create();
  }

  private void create() {
    decoder = Opus.decoder_create(OpusCodec.SAMPLE_RATE, 1);
    owned = NativeHandle.own(this, decoder, Opus::decoder_destroy);
  }

  @Override
  public int samples(byte[] payload, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, payload.length);
    if (length == 0) {
      return 0;
    }
    try {
      return Math.max(0, Opus.decoder_get_nb_samples(decoder, payload, offset, length));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    Objects.checkFromIndexSize(offset, length, payload.length);
    return length == 0 ? 0 : run(payload, offset, length, MAX_SAMPLES, 0, samples, at);
  }

  @Override
  public int conceal(short[] samples, int at, int length) {
    int done = 0;
    while (length - done >= SHORTEST_FRAME) {
      int count = run(null, 0, 0, whole(length - done), 0, samples, at + done);
      if (count == 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  @Override
  public int recover(byte[] payload, int offset, int length, short[] samples, int at, int missing) {
    Objects.checkFromIndexSize(offset, length, payload.length);
    int count = whole(missing);
    if (count == 0 || !OpusPacket.hasForwardErrorCorrection(payload, offset, length)) {
      return 0;
    }
    return run(payload, offset, length, count, 1, samples, at);
  }

  private int run(
      byte[] payload, int offset, int length, int room, int recovers, short[] samples, int at) {
    try {
      int count = Opus.decode(decoder, payload, offset, length, decoded, 0, room, recovers);
      if (count <= 0) {
        return 0;
      }
      asSamples.get(0, samples, at, count);
      return count;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void reset() {
    owned.clean();
    create();
  }

  /** Cuts a gap to what libopus conceals at once: a multiple of 2.5 ms, 120 ms at most. */
  private static int whole(int samples) {
    int most = Math.max(0, Math.min(samples, MAX_SAMPLES));
    return most - most % SHORTEST_FRAME;
  }
}
