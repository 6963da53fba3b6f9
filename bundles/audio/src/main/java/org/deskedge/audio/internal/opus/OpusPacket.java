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
package org.deskedge.audio.internal.opus;

/**
 * Looks into an Opus packet (RFC 6716 section 3) as far as to tell whether it holds forward error
 * correction.
 *
 * <pre>
 *   7 6 5 4 3   2   1 0        0: one frame            1: two of the same size
 * +-----------+---+-----+      2: two, a size first    3: a count, perhaps padding and sizes
 * |  config   | s |  c  |
 * +-----------+---+-----+
 * </pre>
 */
final class OpusPacket {

  private static final int FIRST_CELT_ONLY = 16;
  private static final int FIRST_HYBRID = 12;

  private OpusPacket() {}

  /**
   * Says whether the first frame has low bit-rate redundancy of the one before it: the flag stands
   * behind those for voice activity, one for each 20 ms (section 4.2.3), and all of them have even
   * odds, so that the range coder's first bits are the flags themselves.
   */
  static boolean hasForwardErrorCorrection(byte[] payload, int offset, int length) {
    if (length < 2) {
      return false;
    }
    int head = payload[offset] & 0xff;
    int config = head >> 3;
    int first = firstFrame(head & 3, payload, offset, length);
    if (config >= FIRST_CELT_ONLY || first < 0) {
      return false;
    }
    int voiceFlags = config >= FIRST_HYBRID ? 1 : Math.max(1, config & 3);
    int flags = payload[first] & 0xff;
    boolean stereo = (head & 4) != 0;
    return isSet(flags, voiceFlags) || (stereo && isSet(flags, 2 * voiceFlags + 1));
  }

  private static boolean isSet(int flags, int fromTheLeft) {
    return (flags << fromTheLeft & 0x80) != 0;
  }

  /** Returns where the first frame begins, -1 if it is empty or out of the packet. */
  private static int firstFrame(int code, byte[] payload, int offset, int length) {
    int end = offset + length;
    int at = offset + 1;
    boolean sized = code == 2;
    int frames = 2;
    if (code == 3) {
      int count = payload[at++] & 0xff;
      frames = count & 0x3f;
      sized = (count & 0x80) != 0;
      if ((count & 0x40) != 0) {
        while (at < end && payload[at++] == (byte) 0xff) {
          // 254 bytes of padding and more to come; it lies at the packet's end.
        }
      }
    }
    if (sized) {
      boolean empty = at < end && payload[at] == 0 && frames > 1;
      for (int i = 1; i < frames && at < end; i++) {
        at += (payload[at] & 0xff) < 252 ? 1 : 2;
      }
      return empty || at >= end ? -1 : at;
    }
    return at < end ? at : -1;
  }
}
