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
package org.deskedge.audio;

/**
 * Turns the RTP payloads of one stream into linear 16-bit speech. Keeps state between packets: for
 * one thread, unless the implementation says otherwise. Not to allocate after construction.
 *
 * <p>No payload makes it throw: what cannot be decoded yields no samples, and the stream goes on.
 */
public interface SpeechDecoder {

  /**
   * Returns how many samples a payload holds, without decoding it.
   *
   * @return 0 if the payload is none of this codec
   */
  int samples(byte[] payload, int offset, int length);

  /**
   * Decodes a payload.
   *
   * @param payload holds it from {@code offset}, {@code length} bytes
   * @param samples written to from {@code at}; to have room for 120 ms
   * @return how many samples were written; 0 if the payload cannot be decoded
   * @throws IndexOutOfBoundsException if {@code samples} is too short for what the payload holds
   */
  int decode(byte[] payload, int offset, int length, short[] samples, int at);

  /**
   * Makes up for lost speech by the codec's own means.
   *
   * @param length how many samples are missing
   * @return how many were written, {@code length} at most; 0 if the codec has no such means
   */
  default int conceal(short[] samples, int at, int length) {
    return 0;
  }

  /**
   * Decodes what a payload tells of the lost packet just before it (forward error correction). To
   * be called before that payload itself is decoded.
   *
   * @param missing how many samples the lost packet held
   * @return how many were written, {@code missing} at most; 0 if the payload tells nothing
   */
  default int recover(
      byte[] payload, int offset, int length, short[] samples, int at, int missing) {
    return 0;
  }

  /** Forgets the stream so far. */
  default void reset() {}
}
