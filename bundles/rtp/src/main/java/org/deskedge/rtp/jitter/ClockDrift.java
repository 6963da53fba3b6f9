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
package org.deskedge.rtp.jitter;

/**
 * How much faster the sender's clock runs than the local one: the slope of a line laid by least
 * squares through the least transit times of {@link #SPAN_SECONDS} each.
 */
final class ClockDrift {

  static final int SPAN_SECONDS = 5;
  static final int SPANS = 24;

  /** How many spans it takes: half a minute. */
  static final int LEAST_SPANS = 6;

  private static final long SPAN_MICROS = SPAN_SECONDS * 1_000_000L;
  private static final double MILLION = 1e6;

  private final long[] at = new long[SPANS];
  private final long[] transit = new long[SPANS];
  private int spans;
  private int next;
  private boolean begun;
  private long begunAt;
  private long leastAt;
  private long least;
  private double partsPerMillion = Double.NaN;

  void add(long localMicros, long transitMicros) {
    if (!begun) {
      begin(localMicros, transitMicros);
    } else if (localMicros - begunAt >= SPAN_MICROS) {
      at[next] = leastAt;
      transit[next] = least;
      next = (next + 1) % SPANS;
      spans = Math.min(spans + 1, SPANS);
      if (spans >= LEAST_SPANS) {
        partsPerMillion = -slope() * MILLION;
      }
      begin(localMicros, transitMicros);
    } else if (transitMicros < least) {
      leastAt = localMicros;
      least = transitMicros;
    }
  }

  /** Returns parts per million, positive when the sender's clock is fast; NaN while not known. */
  double partsPerMillion() {
    return partsPerMillion;
  }

  void forget() {
    begun = false;
    spans = 0;
    next = 0;
    partsPerMillion = Double.NaN;
  }

  private void begin(long localMicros, long transitMicros) {
    begun = true;
    begunAt = localMicros;
    leastAt = localMicros;
    least = transitMicros;
  }

  private double slope() {
    double meanAt = 0;
    double meanTransit = 0;
    for (int i = 0; i < spans; i++) {
      meanAt += (double) (at[i] - at[0]) / spans;
      meanTransit += (double) (transit[i] - transit[0]) / spans;
    }
    double both = 0;
    double square = 0;
    for (int i = 0; i < spans; i++) {
      double distance = at[i] - at[0] - meanAt;
      both += distance * (transit[i] - transit[0] - meanTransit);
      square += distance * distance;
    }
    return both / square;
  }
}
