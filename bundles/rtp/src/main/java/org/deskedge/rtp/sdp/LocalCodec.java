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

import java.util.Optional;

/**
 * A speech codec this side has, before it has a payload type.
 *
 * @param encodingName as in RFC 3551 or the codec's own RFC, such as {@code PCMU}
 * @param clockRate RTP timestamp units per second
 * @param channels as an rtpmap has them: 2 for Opus (RFC 7587 section 7), else 1
 * @param parameters written in an fmtp attribute; empty for none
 * @param frameMillis milliseconds of one frame; a packet holds a whole number of them
 */
public record LocalCodec(
    String encodingName,
    int clockRate,
    int channels,
    Optional<String> parameters,
    int frameMillis) {

  private static final String ILBC = "iLBC";
  private static final String SHORT_FRAMES = "mode=20";
  private static final int LONG_FRAME_MILLIS = 30;

  public LocalCodec {
    if (frameMillis < 1) {
      throw new IllegalArgumentException("no frame: " + frameMillis + " ms");
    }
  }

  /** Returns this codec under a payload type. */
  RtpMap map(int payloadType) {
    return new RtpMap(payloadType, encodingName, clockRate, channels);
  }

  boolean is(RtpMap map) {
    return map.sameCodec(map(map.payloadType()));
  }

  /** Returns the parameters to answer with where the other side wrote its own. */
  Optional<String> answering(Optional<String> theirs) {
    return hasLongFrames(theirs) ? Optional.of("mode=" + LONG_FRAME_MILLIS) : parameters;
  }

  /** Returns the milliseconds of one frame where the other side wrote its parameters. */
  int frameMillis(Optional<String> theirs) {
    return hasLongFrames(theirs) ? LONG_FRAME_MILLIS : frameMillis;
  }

  /** iLBC has frames of 20 ms only where both sides say so (RFC 3952 section 5). */
  private boolean hasLongFrames(Optional<String> theirs) {
    return encodingName.equalsIgnoreCase(ILBC) && !(isShort(parameters) && isShort(theirs));
  }

  private static boolean isShort(Optional<String> parameters) {
    return parameters.map(text -> text.replace(" ", "").contains(SHORT_FRAMES)).orElse(false);
  }
}
