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
package org.deskedge.audio.internal.ilbc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.deskedge.audio.SpeechDecoder;
import org.jitsi.impl.neomedia.codec.audio.ilbc.PublicDecoder;

/**
 * Decodes one stream and conceals what is missing of it (RFC 3951 section 4.5). The mode shows in a
 * payload's length: up to 120 ms none is a multiple of both frames'. libjitsi allocates arrays for
 * each frame.
 */
final class IlbcDecoder implements SpeechDecoder {

  private static final int MAX_MILLIS = 120;

  private final byte[] speech = new byte[IlbcMode.LONG.samples() * Short.BYTES];
  private final ShortBuffer asSamples =
      ByteBuffer.wrap(speech).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
  private final byte[] nothing = new byte[IlbcMode.LONG.bytes()];
  private PublicDecoder shortFrames;
  private PublicDecoder longFrames;
  private IlbcMode last = IlbcMode.SHORT;

  IlbcDecoder() {
    reset();
  }

  @Override
  public void reset() {
    shortFrames = new PublicDecoder(IlbcMode.SHORT.millis());
    longFrames = new PublicDecoder(IlbcMode.LONG.millis());
  }

  @Override
  public int samples(byte[] payload, int offset, int length) {
    IlbcMode mode = mode(length);
    int frames = length / mode.bytes();
    boolean whole = length % mode.bytes() == 0 && frames * mode.millis() <= MAX_MILLIS;
    return whole ? frames * mode.samples() : 0;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    int count = samples(payload, offset, length);
    if (count > 0) {
      last = mode(length);
    }
    for (int i = 0; i < count / last.samples(); i++) {
      if (!run(payload, offset + i * last.bytes(), false)) {
        return i * last.samples();
      }
      asSamples.get(0, samples, at + i * last.samples(), last.samples());
    }
    return count;
  }

  @Override
  public int conceal(short[] samples, int at, int length) {
    int frames = length / last.samples();
    for (int i = 0; i < frames; i++) {
      if (!run(nothing, 0, true)) {
        return i * last.samples();
      }
      asSamples.get(0, samples, at + i * last.samples(), last.samples());
    }
    return frames * last.samples();
  }

  /**
   * Decodes a frame into {@link #speech}. libjitsi has no bounds of its own: some wrong bits lead
   * out of its arrays. Its state is worth nothing after that.
   */
  private boolean run(byte[] payload, int offset, boolean lost) {
    PublicDecoder decoder = last == IlbcMode.SHORT ? shortFrames : longFrames;
    try {
      decoder.decode(payload, offset, lost, speech);
      return true;
    } catch (IndexOutOfBoundsException wrongBits) {
      reset();
      return false;
    }
  }

  private static IlbcMode mode(int length) {
    return length % IlbcMode.SHORT.bytes() == 0 ? IlbcMode.SHORT : IlbcMode.LONG;
  }
}
