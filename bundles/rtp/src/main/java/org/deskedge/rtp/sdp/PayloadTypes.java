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

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The payload types this side gave to codecs: one stays with its codec for the whole session (RFC
 * 3264 section 8.3.2). Bounded by the codecs of this side, at most {@link MediaPolicy#MAX_CODECS}.
 * For one thread.
 */
final class PayloadTypes {

  /** The dynamic ones (RFC 3551 section 6); none is taken for RTCP on a shared port (RFC 5761). */
  private static final int FIRST_DYNAMIC = 96;

  private static final int LAST_DYNAMIC = 127;

  /** Where the world expects telephone events, so that those who never look find them there. */
  private static final int EVENTS = 101;

  private final Map<Integer, RtpMap> taken = new HashMap<>();

  /** Returns a codec under this side's payload type, given now if it has none yet. */
  RtpMap own(RtpMap codec) {
    return find(codec, codec.staticPayloadType());
  }

  /**
   * Returns a codec under this side's payload type; if it has none yet, the offered one if free.
   */
  RtpMap answering(RtpMap offered) {
    return find(offered, OptionalInt.of(offered.payloadType()));
  }

  private RtpMap find(RtpMap codec, OptionalInt wanted) {
    for (RtpMap known : taken.values()) {
      if (known.sameCodec(codec)) {
        return known;
      }
    }
    int payloadType =
        wanted.isPresent() && !taken.containsKey(wanted.getAsInt())
            ? wanted.getAsInt()
            : dynamic(codec);
    RtpMap given =
        new RtpMap(payloadType, codec.encodingName(), codec.clockRate(), codec.channels());
    taken.put(payloadType, given);
    return given;
  }

  private int dynamic(RtpMap codec) {
    if (codec.encodingName().equals(MediaFormat.EVENTS) && !taken.containsKey(EVENTS)) {
      return EVENTS;
    }
    for (int candidate = FIRST_DYNAMIC; candidate <= LAST_DYNAMIC; candidate++) {
      if (candidate != EVENTS && !taken.containsKey(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("more codecs than dynamic payload types");
  }
}
