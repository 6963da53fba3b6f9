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
package org.jitsi.impl.neomedia.codec.audio.ilbc;

/** Opens libjitsi's iLBC decoder, which only its own package may use, to this bundle. */
public final class PublicDecoder {

  private static final int WITH_ENHANCER = 1;

  private final ilbc_decoder decoder;

  /** Makes a decoder of frames of 20 or 30 milliseconds. */
  public PublicDecoder(int frameMillis) {
    decoder = new ilbc_decoder(frameMillis, WITH_ENHANCER);
  }

  /**
   * Decodes a frame, or conceals one.
   *
   * @param payload looked at only if the frame is not lost, but to have the length of one
   * @param speech written to: the samples, low byte first
   */
  public void decode(byte[] payload, int offset, boolean lost, byte[] speech) {
    decoder.decode(speech, 0, payload, offset, (short) (lost ? 0 : 1));
  }
}
