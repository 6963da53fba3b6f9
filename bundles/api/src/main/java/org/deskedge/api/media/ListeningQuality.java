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
package org.deskedge.api.media;

import java.util.OptionalDouble;

/**
 * What one end of a call hears.
 *
 * @param delayMillis estimated delay from the other end's mouth to this end's ear, in milliseconds:
 *     half the network's round trip, the jitter buffer and the playout device; empty while a part
 *     of it is not known
 * @param rFactor R of ITU-T G.107, 0 to 100; of a wideband codec R of G.107.1 divided by 1.29, so
 *     that both share one scale. While the delay is not known it counts the parts that are, and is
 *     better than what is heard. Empty while the loss or the codec's impairment is not known
 * @param mos the conversational MOS that R stands for, 1 to 4.5 (ITU-T G.107 Annex B); empty as
 *     above
 */
public record ListeningQuality(
    OptionalDouble delayMillis, OptionalDouble rFactor, OptionalDouble mos) {

  /** Nothing is known. */
  public static final ListeningQuality UNKNOWN =
      new ListeningQuality(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
