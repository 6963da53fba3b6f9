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

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names the codec behind a payload type (RFC 8866 section 6.6).
 *
 * @param payloadType 0 to 127
 * @param encodingName as in RFC 3551, such as {@code PCMU}; upper and lower case are the same
 * @param clockRate RTP timestamp units per second, 1 to 1,000,000
 * @param channels audio channels, 1 to 255
 */
public record RtpMap(int payloadType, String encodingName, int clockRate, int channels) {

  /** G.711 mu-law under its static payload type (RFC 3551 section 6). */
  public static final RtpMap PCMU = new RtpMap(0, "PCMU", 8000, 1);

  /** G.711 A-law under its static payload type (RFC 3551 section 6). */
  public static final RtpMap PCMA = new RtpMap(8, "PCMA", 8000, 1);

  /** Comfort noise under its static payload type (RFC 3389 section 4). */
  static final RtpMap CN = new RtpMap(13, "CN", 8000, 1);

  /** Those of RFC 3551 section 6 that an edge may have. */
  private static final List<RtpMap> STATIC =
      List.of(
          PCMU,
          new RtpMap(3, "GSM", 8000, 1),
          PCMA,
          new RtpMap(9, "G722", 8000, 1),
          CN,
          new RtpMap(18, "G729", 8000, 1));

  private static final int MAX_CLOCK_RATE = 1_000_000;

  public RtpMap {
    if (payloadType < 0
        || payloadType > 127
        || clockRate < 1
        || clockRate > MAX_CLOCK_RATE
        || channels < 1
        || channels > 255
        || !SdpText.isToken(encodingName)) {
      throw new IllegalArgumentException(
          "no RTP map: %d %s/%d/%d".formatted(payloadType, encodingName, clockRate, channels));
    }
  }

  /** Returns whether both name the same codec, whatever the payload types. */
  public boolean sameCodec(RtpMap other) {
    return encodingName.equalsIgnoreCase(other.encodingName)
        && clockRate == other.clockRate
        && channels == other.channels;
  }

  /** Returns what a payload type means without an rtpmap; empty but for speech codecs and CN. */
  static Optional<RtpMap> statically(int payloadType) {
    return STATIC.stream().filter(map -> map.payloadType == payloadType).findFirst();
  }

  /** Returns the payload type that RFC 3551 gives this codec; empty if none. */
  OptionalInt staticPayloadType() {
    return STATIC.stream().filter(this::sameCodec).mapToInt(RtpMap::payloadType).findFirst();
  }
}
