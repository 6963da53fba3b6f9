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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payload type of telephone events (RFC 4733 section 2.5.1.1).
 *
 * @param payloadType 0 to 127
 * @param clockRate timestamp units per second, 8000 to 192,000
 */
public record EventFormat(int payloadType, int clockRate) {

  private static final Pattern RTPMAP =
      Pattern.compile("a=rtpmap:(\\d{1,3}) +([^ /]+)/(\\d{1,6})(?:/\\d+)? *");
  private static final String NAME = "telephone-event";
  private static final int STATIC_CLOCK_RATE = 8000;

  /**
   * Finds the telephone events of a description's audio: those at the clock rate of its first voice
   * codec, as all packets of a stream share one clock, else the first ones.
   */
  public static Optional<EventFormat> in(Sdp sdp) {
    return sdp.audio().flatMap(i -> in(sdp.media().get(i)));
  }

  static Optional<EventFormat> in(List<String> section) {
    int voiceRate = 0;
    List<EventFormat> found = new ArrayList<>();
    for (String format : MediaLine.of(section.get(0)).formats()) {
      Optional<Matcher> map = rtpMap(section, format);
      if (map.isPresent() && map.get().group(2).equalsIgnoreCase(NAME)) {
        of(map.get()).ifPresent(found::add);
      } else if (voiceRate == 0) {
        voiceRate = map.map(m -> Integer.parseInt(m.group(3))).orElse(STATIC_CLOCK_RATE);
      }
    }
    int wanted = voiceRate;
    return found.stream()
        .filter(events -> events.clockRate == wanted)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static Optional<Matcher> rtpMap(List<String> section, String format) {
    return section.stream()
        .map(RTPMAP::matcher)
        .filter(m -> m.matches() && m.group(1).equals(format))
        .findFirst();
  }

  private static Optional<EventFormat> of(Matcher map) {
    int type = Integer.parseInt(map.group(1));
    int rate = Integer.parseInt(map.group(3));
    return type <= 127 && rate >= 8000 && rate <= 192_000
        ? Optional.of(new EventFormat(type, rate))
        : Optional.empty();
  }
}
