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
package org.deskedge.audio.internal.g729;

import org.deskedge.audio.SpeechEncoder;
import org.jitsi.impl.neomedia.codec.audio.g729.PublicCoder;
import org.jitsi.impl.neomedia.codec.audio.g729.PublicDecoder;

/** Encodes one stream; libjitsi allocates some arrays for each frame. */
final class G729Encoder implements SpeechEncoder {

  private final PublicCoder coder = new PublicCoder();
  private final short[] speech = new short[G729.FRAME];
  private final short[] serial = new short[PublicDecoder.SERIAL_WORDS];

  @Override
  public int frameMillis() {
    return G729.FRAME_MILLIS;
  }

  @Override
  public int encode(short[] samples, int offset, int length, byte[] payload, int at) {
    int frames = length / G729.FRAME;
    for (int i = 0; i < frames; i++) {
      System.arraycopy(samples, offset + i * G729.FRAME, speech, 0, G729.FRAME);
      coder.process(speech, serial);
      pack(payload, at + i * G729.FRAME_BYTES);
    }
    return frames * G729.FRAME_BYTES;
  }

  private void pack(byte[] payload, int at) {
    for (int i = 0; i < G729.FRAME_BYTES; i++) {
      int bits = 0;
      for (int j = 0; j < Byte.SIZE; j++) {
        short word = serial[PublicDecoder.HEAD_WORDS + i * Byte.SIZE + j];
        bits = bits << 1 | (word == PublicDecoder.ONE ? 1 : 0);
      }
      payload[at + i] = (byte) bits;
    }
  }
}
