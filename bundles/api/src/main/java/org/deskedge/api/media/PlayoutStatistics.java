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
 * The jitter buffer between the far end and the client.
 *
 * @param depthMillis how long what comes now waits before it is played, in milliseconds; empty
 *     while nothing is played
 * @param targetMillis how long it is meant to wait, in milliseconds; empty as above
 * @param concealedMillis voice filled in because nothing had come in time, in milliseconds
 * @param fecRecovered packets rebuilt from redundancy in later ones
 * @param comfortNoiseMillis noise played in the far end's silences (RFC 3389), in milliseconds
 * @param driftPpm how much faster the far end's clock runs than the edge's, in parts per million;
 *     negative if it is slower; empty until it was measured
 */
public record PlayoutStatistics(
    OptionalDouble depthMillis,
    OptionalDouble targetMillis,
    long concealedMillis,
    long fecRecovered,
    long comfortNoiseMillis,
    OptionalDouble driftPpm) {

  /** Nothing was played yet. */
  public static final PlayoutStatistics NONE =
      new PlayoutStatistics(
          OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, 0, OptionalDouble.empty());
}
