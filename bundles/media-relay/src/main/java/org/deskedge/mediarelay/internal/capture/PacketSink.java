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
package org.deskedge.mediarelay.internal.capture;

/** Where the payloads of one stream go. */
public interface PacketSink {

  /**
   * Sends a packet at once; the next one's timestamp is {@code units} later.
   *
   * @param marker the RTP marker bit
   * @param payloadType 0 to 127
   * @param units how much of the clock the packet takes up
   * @param payload holds it from index 0; read before the method returns
   * @param length bytes of it
   */
  void send(boolean marker, int payloadType, int units, byte[] payload, int length);

  /** Leaves out a packet, in which there is nothing to be heard: the clock goes on without it. */
  void skip(int units);
}
