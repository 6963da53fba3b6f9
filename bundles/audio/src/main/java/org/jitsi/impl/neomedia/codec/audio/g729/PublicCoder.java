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

/** Opens libjitsi's G.729 encoder, which only its own package may use, to this bundle. */
public final class PublicCoder {

  private final Coder coder = new Coder();

  /**
   * Encodes a frame.
   *
   * @param speech 80 samples
   * @param serial written to: a word a bit, behind two words of head
   */
  public void process(short[] speech, short[] serial) {
    coder.process(speech, serial);
  }
}
