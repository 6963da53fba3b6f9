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
package org.deskedge.rtp;

/**
 * Interarrival jitter (RFC 3550 section 6.4.1 and appendix A.8), over changes of the clock rate: in
 * milliseconds it goes on from where it was. Allocates nothing after construction.
 */
final class JitterEstimator {

  private static final long NANOS = 1_000_000_000;

  private boolean transitKnown;
  private boolean known;
  private int transit;
  private int rate;
  private double units;

  /** Takes the next packet for the first of a new sequence; the estimate goes on. */
  void restart() {
    transitKnown = false;
  }

  void received(int timestamp, int clockRate, long arrivalNanos) {
    if (clockRate != rate) {
      units = rate == 0 ? 0 : units * clockRate / rate;
      rate = clockRate;
      transitKnown = false;
    }
    int now = arrival(arrivalNanos) - timestamp;
    if (transitKnown) {
      int difference = now - transit;
      units += (Math.abs((double) difference) - units) / 16;
      known = true;
    }
    transit = now;
    transitKnown = true;
  }

  boolean known() {
    return known;
  }

  double units() {
    return units;
  }

  double millis() {
    return rate == 0 ? 0 : units * 1000 / rate;
  }

  /** Returns the time in units of the RTP clock, modulo 2^32; whole seconds apart, to fit. */
  private int arrival(long nanos) {
    long seconds = Math.floorDiv(nanos, NANOS);
    return (int) (seconds * rate + Math.floorMod(nanos, NANOS) * rate / NANOS);
  }
}
