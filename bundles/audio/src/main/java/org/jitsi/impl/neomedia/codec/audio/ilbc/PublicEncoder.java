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

/** Opens libjitsi's iLBC encoder, which only its own package may use, to this bundle. */
public final class PublicEncoder {

  private final ilbc_encoder encoder;

  /** Makes an encoder of frames of 20 or 30 milliseconds. */
  public PublicEncoder(int frameMillis) {
    encoder = new ilbc_encoder(frameMillis);
  }

  /**
   * Encodes a frame.
   *
   * @param speech its samples, low byte first
   */
  public void encode(byte[] speech, byte[] payload, int at) {
    encoder.encode(payload, at, speech, 0);
  }
}
