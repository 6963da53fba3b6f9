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
package org.jitsi.impl.neomedia.codec.audio.g729;

/** Opens libjitsi's G.729 decoder, which only its own package may use, to this bundle. */
public final class PublicDecoder {

  /** Words of a frame: two of head and one a bit. */
  public static final int SERIAL_WORDS = Ld8k.SERIAL_SIZE;

  /** Words of the head. */
  public static final int HEAD_WORDS = 2;

  public static final short ONE = Ld8k.BIT_1;
  public static final short ZERO = Ld8k.BIT_0;

  /** Stands for a bit that was lost: one is enough for the frame to be concealed. */
  public static final short ERASED = 0;

  private final Decoder decoder = new Decoder();

  /**
   * Decodes a frame.
   *
   * @param serial a word a bit, behind two words of head
   * @param speech written to: 80 samples
   */
  public void process(short[] serial, short[] speech) {
    decoder.process(serial, speech);
  }
}
