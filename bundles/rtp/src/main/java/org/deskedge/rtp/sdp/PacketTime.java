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
package org.deskedge.rtp.sdp;

/** Settles how much voice a packet holds (RFC 8866 section 6.4). */
final class PacketTime {

  private PacketTime() {}

  /**
   * Returns the milliseconds of voice in each packet sent: what the other side wants, else what
   * this side wants, within the bounds of {@link MediaPolicy} and of the other side, in whole
   * frames of the codec: at least one, whatever else was wanted.
   */
  static int agreed(int wanted, LocalFormats.Choice choice, MediaDescription theirs) {
    int frame = choice.codec().frameMillis(choice.theirs().parameters());
    int millis = Math.max(theirs.ptime().orElse(wanted), MediaPolicy.MIN_PTIME);
    int longest = Math.min(theirs.maxptime().orElse(MediaPolicy.MAX_PTIME), MediaPolicy.MAX_PTIME);
    return Math.max(Math.min(millis, longest) / frame, 1) * frame;
  }
}
