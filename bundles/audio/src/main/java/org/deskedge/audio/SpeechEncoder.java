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
 * Turns the linear 16-bit speech of one stream into RTP payloads. Keeps state between packets: for
 * one thread, unless the implementation says otherwise. Not to allocate after construction.
 */
public interface SpeechEncoder {

  /** Returns the milliseconds of one frame; may differ from the codec's shortest (iLBC's modes). */
  int frameMillis();

  /**
   * Encodes the speech of one packet.
   *
   * @param samples holds it from {@code offset}
   * @param length how many samples: a whole number of frames, 120 ms at most
   * @param payload written to from {@code at}
   * @return how many bytes were written
   * @throws IndexOutOfBoundsException if either array is too short; it may have been written to
   */
  int encode(short[] samples, int offset, int length, byte[] payload, int at);
}
