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
 * Turns linear 16-bit speech into the bytes of an RTP payload and back. Neither way allocates.
 *
 * <p>A codec that keeps state between packets is good for one stream in one direction and for one
 * thread; {@link G711} keeps none.
 */
public interface SpeechCodec {

  /** Returns the encoding name of RFC 3551, such as {@code PCMU}. */
  String encodingName();

  /** Returns samples per second of the linear speech. */
  int sampleRate();

  /**
   * Encodes speech.
   *
   * @param samples holds it from {@code offset}, {@code length} samples
   * @param payload written to from {@code at}
   * @return how many bytes were written
   * @throws IndexOutOfBoundsException if either array is too short; it may have been written to
   */
  int encode(short[] samples, int offset, int length, byte[] payload, int at);

  /**
   * Decodes a payload. Every byte sequence decodes to something.
   *
   * @param payload holds it from {@code offset}, {@code length} bytes
   * @param samples written to from {@code at}
   * @return how many samples were written
   * @throws IndexOutOfBoundsException if either array is too short; it may have been written to
   */
  int decode(byte[] payload, int offset, int length, short[] samples, int at);
}
