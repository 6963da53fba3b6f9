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

import java.util.Arrays;
import org.deskedge.audio.SpeechDecoder;
import org.jitsi.impl.neomedia.codec.audio.g729.PublicDecoder;

/**
 * Decodes one stream, and conceals lost frames as the recommendation says (clause 4.4). A packet
 * may end with one silence descriptor of Annex B, 2 bytes long, which is passed over. libjitsi
 * allocates some arrays for each frame.
 */
final class G729Decoder implements SpeechDecoder {

  private static final int DESCRIPTOR_BYTES = 2;

  private final short[] serial = new short[PublicDecoder.SERIAL_WORDS];
  private final short[] speech = new short[G729.FRAME];
  private PublicDecoder decoder = new PublicDecoder();

  @Override
  public int samples(byte[] payload, int offset, int length) {
    int rest = length % G729.FRAME_BYTES;
    return rest == 0 || rest == DESCRIPTOR_BYTES ? length / G729.FRAME_BYTES * G729.FRAME : 0;
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] samples, int at) {
    int count = samples(payload, offset, length);
    for (int i = 0; i < count / G729.FRAME; i++) {
      unpack(payload, offset + i * G729.FRAME_BYTES);
      decode(samples, at + i * G729.FRAME);
    }
    return count;
  }

  @Override
  public int conceal(short[] samples, int at, int length) {
    int frames = length / G729.FRAME;
    Arrays.fill(serial, PublicDecoder.ERASED);
    for (int i = 0; i < frames; i++) {
      decode(samples, at + i * G729.FRAME);
    }
    return frames * G729.FRAME;
  }

  private void decode(short[] samples, int at) {
    decoder.process(serial, speech);
    System.arraycopy(speech, 0, samples, at, G729.FRAME);
  }

  private void unpack(byte[] payload, int offset) {
    for (int i = 0; i < G729.FRAME; i++) {
      boolean one = (payload[offset + i / Byte.SIZE] << i % Byte.SIZE & 0x80) != 0;
      serial[PublicDecoder.HEAD_WORDS + i] = one ? PublicDecoder.ONE : PublicDecoder.ZERO;
    }
  }

  @Override
  public void reset() {
    decoder = new PublicDecoder();
  }
}
