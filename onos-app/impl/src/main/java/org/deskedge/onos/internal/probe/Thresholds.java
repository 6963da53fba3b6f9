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
package org.deskedge.onos.internal.probe;

import java.time.Instant;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;

/** Turns results in a row into a state. Used by one thread at a time. */
final class Thresholds {

  private int good;
  private int bad;

  /** Counts a result. */
  void count(ProbeResult result) {
    good = result.isGood() ? good + 1 : 0;
    bad = result.isGood() ? 0 : bad + 1;
  }

  /** The status that follows; call {@link #count} first, once a result. */
  EdgeStatus apply(EdgeStatus status, ProbeResult result, int down, int up, Instant now) {
    if (!result.isGood()) {
      // A stranger is nobody to wait for.
      return result.certificateChanged() || bad >= down
          ? become(status, EdgeState.DOWN, result.reason(), now).withHealth(null)
          : status;
    }
    EdgeStatus healthy = status.withHealth(result.health());
    boolean serving = status.state() == EdgeState.UP || status.state() == EdgeState.DRAINING;
    if (!serving && good < up) {
      return healthy;
    }
    boolean draining = status.drainWanted() || result.draining();
    return draining
        ? become(healthy, EdgeState.DRAINING, "drain wanted; " + result.reason(), now)
        : become(healthy, EdgeState.UP, result.reason(), now);
  }

  private static EdgeStatus become(EdgeStatus status, EdgeState state, String why, Instant now) {
    return status.withState(state, why, now).withReason(why);
  }
}
