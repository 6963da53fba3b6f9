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

import java.util.BitSet;
import java.util.OptionalInt;
import org.deskedge.api.media.PortRangeUsage;

/**
 * Gives out pairs of ports: an even one for RTP, the odd one above it for RTCP. A pair given back
 * comes round again last, so that what a far end still sends to it dies down first. Safe for use by
 * any thread.
 */
final class PortPool {

  private final int firstPort;
  private final int pairs;
  private final BitSet used;
  private int next;

  /**
   * Fills the pool.
   *
   * @param firstPort even
   * @param lastPort the last port that may be used
   */
  PortPool(int firstPort, int lastPort) {
    this.firstPort = firstPort;
    this.pairs = (lastPort - firstPort + 1) / 2;
    this.used = new BitSet(pairs);
  }

  /** Takes a pair and returns its RTP port; empty when all are in use. */
  synchronized OptionalInt take() {
    int pair = used.nextClearBit(next);
    if (pair >= pairs) {
      pair = used.nextClearBit(0);
    }
    if (pair >= pairs) {
      return OptionalInt.empty();
    }
    used.set(pair);
    next = pair + 1;
    return OptionalInt.of(firstPort + 2 * pair);
  }

  /** Gives a pair back; giving it back twice does no harm. */
  synchronized void give(int rtpPort) {
    used.clear((rtpPort - firstPort) / 2);
  }

  synchronized PortRangeUsage usage() {
    return new PortRangeUsage(used.cardinality(), pairs);
  }
}
