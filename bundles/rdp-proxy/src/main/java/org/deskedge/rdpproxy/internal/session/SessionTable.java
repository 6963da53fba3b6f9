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
package org.deskedge.rdpproxy.internal.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.deskedge.api.session.SessionCounters;
import org.deskedge.api.session.SessionId;
import org.deskedge.api.session.SessionInfo;

/** The open sessions of this edge, bounded. Safe for use by any thread. */
public final class SessionTable {

  private final int limit;
  private final Map<SessionId, RdpSession> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicLong lastId = new AtomicLong();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * Makes an empty table.
   *
   * @param limit most sessions at once
   */
  public SessionTable(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a session.
   *
   * @param maker makes it under its new id
   * @return empty if the table is full; the refusal is counted
   */
  Optional<RdpSession> add(Function<SessionId, RdpSession> maker) {
    if (active.incrementAndGet() > limit) {
      active.decrementAndGet();
      countRefused();
      return Optional.empty();
    }
    RdpSession session = maker.apply(new SessionId(lastId.incrementAndGet()));
    sessions.put(session.id(), session);
    return Optional.of(session);
  }

  void remove(RdpSession session) {
    if (sessions.remove(session.id(), session)) {
      active.decrementAndGet();
    }
  }

  void countRefused() {
    refused.increment();
  }

  void countFailed() {
    failed.increment();
  }

  /** Returns a snapshot of every session, oldest first. */
  public List<SessionInfo> snapshot() {
    return sessions.values().stream()
        .map(RdpSession::info)
        .sorted(Comparator.comparingLong(info -> info.id().number()))
        .toList();
  }

  /** Returns the totals. */
  public SessionCounters counters() {
    return new SessionCounters(active.get(), limit, lastId.get(), refused.sum(), failed.sum());
  }

  /** Ends every session. */
  public void closeAll(String reason) {
    sessions.values().forEach(session -> session.close(reason));
  }
}
