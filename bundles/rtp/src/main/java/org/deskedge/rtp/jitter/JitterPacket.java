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
package org.deskedge.rtp.jitter;

/**
 * A packet that waits in a {@link JitterBuffer}: a view of its slot, valid until the packet is
 * taken out or the buffer changes otherwise. For the buffer's thread.
 */
public final class JitterPacket {

  final byte[] payload = new byte[JitterBuffer.MAX_PAYLOAD];
  long sequence = Long.MIN_VALUE;
  boolean waiting;
  int timestamp;
  int payloadType;
  boolean marker;
  int length;

  JitterPacket() {}

  /** Returns the RTP timestamp; all 32 bits count. */
  public int timestamp() {
    return timestamp;
  }

  /** Returns the payload type, 0 to 127. */
  public int payloadType() {
    return payloadType;
  }

  /** Returns the marker bit. */
  public boolean marker() {
    return marker;
  }

  /** Returns the array that holds the payload from index 0; not to be written to. */
  public byte[] payload() {
    return payload;
  }

  /** Returns the length of the payload in bytes; may be 0. */
  public int length() {
    return length;
  }
}
