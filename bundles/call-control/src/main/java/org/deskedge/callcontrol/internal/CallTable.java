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
package org.deskedge.callcontrol.internal;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallInfo;

/** Every call of this edge, oldest first, and the totals. Safe for use by any thread. */
final class CallTable {

  private final int limit;
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicLong nextPlace = new AtomicLong();
  private final ConcurrentSkipListMap<Long, CallView> calls = new ConcurrentSkipListMap<>();
  private final LongAdder established = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder released = new LongAdder();
  private final LongAdder malformed = new LongAdder();

  /**
   * Makes an empty table.
   *
   * @param limit most calls at once
   */
  CallTable(int limit) {
    this.limit = limit;
  }

  /**
   * Admits one more call unless the limit is reached. Each admission is to be given back by {@link
   * #leave}.
   */
  boolean admit() {
    int now;
    do {
      now = active.get();
      if (now >= limit) {
        return false;
      }
    } while (!active.compareAndSet(now, now + 1));
    return true;
  }

  /** Enters an admitted call; returns its place, which {@link #leave} takes. */
  long enter(CallView call) {
    long place = nextPlace.getAndIncrement();
    calls.put(place, call);
    return place;
  }

  /** Takes a call out and its admission back. */
  void leave(long place) {
    if (calls.remove(place) != null) {
      active.decrementAndGet();
    }
  }

  void countEstablished() {
    established.increment();
  }

  void countRejected() {
    rejected.increment();
  }

  void countReleased() {
    released.increment();
  }

  void countMalformed() {
    malformed.increment();
  }

  int limit() {
    return limit;
  }

  List<CallInfo> calls() {
    return calls.values().stream().map(CallView::info).toList();
  }

  CallCounters counters() {
    return new CallCounters(
        active.get(), limit, established.sum(), rejected.sum(), released.sum(), malformed.sum());
  }
}
