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
package org.deskedge.mediarelay.internal;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;
import org.deskedge.rtp.ReceiverStatistics;

/**
 * The figures of one leg: written by its event loop as packets come and go, read by any thread. One
 * snapshot may be a packet apart between two figures.
 */
final class LegCounters {

  private static final double UNITS_PER_MILLI = 8;

  private final LongAdder sent = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile long received;
  private volatile long lost;
  private volatile double jitterMillis = Double.NaN;

  void countSent() {
    sent.increment();
  }

  void countRefused() {
    refused.increment();
  }

  void publish(ReceiverStatistics statistics) {
    received = statistics.packets();
    lost = statistics.lost();
    if (statistics.jitterKnown()) {
      jitterMillis = statistics.jitter() / UNITS_PER_MILLI;
    }
  }

  long sent() {
    return sent.sum();
  }

  long refused() {
    return refused.sum();
  }

  long received() {
    return received;
  }

  long lost() {
    return lost;
  }

  OptionalDouble jitterMillis() {
    double known = jitterMillis;
    return Double.isNaN(known) ? OptionalDouble.empty() : OptionalDouble.of(known);
  }
}
