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
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;

/**
 * What this side wants of a stream of voice.
 *
 * @param codecs most wanted first, at most {@link #MAX_CODECS}; their order is that of offers, and
 *     decides in answers
 * @param ptime milliseconds of voice in a packet, {@link #MIN_PTIME} to {@link #MAX_PTIME}; the
 *     other side's wish goes before it
 * @param srtp whether the stream is protected
 * @param suites most wanted first; at least one unless protection is forbidden
 */
public record MediaPolicy(
    List<LocalCodec> codecs, int ptime, SrtpMode srtp, List<SrtpSuite> suites) {

  /** Shortest packet sent, in milliseconds. */
  public static final int MIN_PTIME = 10;

  /** Longest packet sent, in milliseconds. */
  public static final int MAX_PTIME = 60;

  /** Most codecs: each takes a payload type, and each clock rate of theirs another. */
  public static final int MAX_CODECS = 14;

  public MediaPolicy {
    codecs = List.copyOf(codecs);
    suites = List.copyOf(suites);
    if (codecs.isEmpty()
        || codecs.size() > MAX_CODECS
        || ptime < MIN_PTIME
        || ptime > MAX_PTIME
        || (suites.isEmpty() && srtp != SrtpMode.FORBIDDEN)) {
      throw new IllegalArgumentException("no media policy");
    }
  }
}
