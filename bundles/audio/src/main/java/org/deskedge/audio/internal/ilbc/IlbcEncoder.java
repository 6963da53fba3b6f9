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
import org.deskedge.audio.SpeechEncoder;
import org.jitsi.impl.neomedia.codec.audio.ilbc.PublicEncoder;

/** Encodes one stream; libjitsi allocates arrays for each frame. */
final class IlbcEncoder implements SpeechEncoder {

  private final IlbcMode mode;
  private final PublicEncoder encoder;
  private final byte[] speech;
  private final ShortBuffer asSamples;
  private final byte[] frame;

  IlbcEncoder(IlbcMode mode) {
    this.mode = mode;
    this.encoder = new PublicEncoder(mode.millis());
    this.speech = new byte[mode.samples() * Short.BYTES];
    this.asSamples = ByteBuffer.wrap(speech).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    this.frame = new byte[mode.bytes()];
  }

  @Override
  public int frameMillis() {
    return mode.millis();
  }

  @Override
  public int encode(short[] samples, int offset, int length, byte[] payload, int at) {
    int frames = length / mode.samples();
    for (int i = 0; i < frames; i++) {
      asSamples.put(0, samples, offset + i * mode.samples(), mode.samples());
      encoder.encode(speech, frame, 0);
      System.arraycopy(frame, 0, payload, at + i * mode.bytes(), mode.bytes());
    }
    return frames * mode.bytes();
  }
}
