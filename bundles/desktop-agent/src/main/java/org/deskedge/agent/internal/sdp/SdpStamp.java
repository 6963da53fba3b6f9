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
package org.deskedge.agent.internal.sdp;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Makes the descriptions sent on one leg those of one session.
 *
 * <p>The descriptions of a leg come from several writers in the course of a call (the edge, the
 * other party, the parking), but RFC 3264 section 8 wants one session id, and a version that grows
 * by one with each change. So the first description goes out as it came, and later ones under the
 * first one's origin. Not safe for use by several threads.
 */
public final class SdpStamp {

  private Optional<Sdp.Origin> first = Optional.empty();
  private BigInteger version = BigInteger.ZERO;
  private String last = "";

  /** Returns the text under this leg's origin; text that is no description is returned as it is. */
  public String apply(String text) {
    Optional<Sdp> sdp = Sdp.parse(text);
    if (first.isEmpty()) {
      first = sdp.flatMap(Sdp::origin);
      version = first.map(Sdp.Origin::version).orElse(BigInteger.ZERO);
      last = text;
      return text;
    }
    if (!text.equals(last)) {
      last = text;
      version = version.add(BigInteger.ONE);
    }
    return sdp.map(s -> s.withOrigin(first.get().at(version)).text()).orElse(text);
  }
}
