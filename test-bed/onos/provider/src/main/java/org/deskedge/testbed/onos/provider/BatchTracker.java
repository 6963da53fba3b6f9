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
package org.deskedge.testbed.onos.provider;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onosproject.openflow.controller.Dpid;

/**
 * The batches under way. Each ends once: with the reply to its barrier, with its switch, or after
 * {@link #PATIENCE}. Its completion is told outside of any lock. Safe for use by many threads.
 */
final class BatchTracker {

  /** How long a switch may take to reply to a barrier. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How many rules may be under way, to all switches together. */
  static final int LIMIT = 200_000;

  private final Map<Long, PendingBatch> byXid = new HashMap<>();
  private final Set<PendingBatch> batches = new LinkedHashSet<>();

  /**
   * Takes a batch up, before it is sent.
   *
   * @return false if too much is under way already; then it must not be sent
   */
  synchronized boolean add(PendingBatch batch) {
    if (byXid.size() + batch.changes().size() >= LIMIT) {
      return false;
    }
    batch.changes().keySet().forEach(xid -> byXid.put(xid, batch));
    byXid.put(batch.barrier(), batch);
    batches.add(batch);
    return true;
  }

  /**
   * Notes that the switch refused a message.
   *
   * @return what the message was about, if it was one of a batch
   */
  synchronized Optional<RuleChange> refused(Dpid dpid, long xid) {
    PendingBatch batch = byXid.get(xid);
    if (batch == null || !batch.dpid().equals(dpid)) {
      return Optional.empty();
    }
    Optional<RuleChange> change = Optional.ofNullable(batch.changes().get(xid));
    change.ifPresent(batch::fail);
    return change;
  }

  /** The switch has dealt with everything up to this barrier. */
  void barrier(Dpid dpid, long xid) {
    complete(take(batch -> batch.barrier() == xid && batch.dpid().equals(dpid), byXid(xid)), false);
  }

  /** The switch has gone: what it had not confirmed has failed. */
  void disconnected(Dpid dpid) {
    complete(take(batch -> batch.dpid().equals(dpid), batches()), true);
  }

  /** Ends what has waited for longer than {@link #PATIENCE}: it has failed. */
  void expire() {
    complete(take(batch -> batch.ageNanos() > PATIENCE.toNanos(), batches()), true);
  }

  /** Ends everything: it has failed. */
  void close() {
    complete(take(batch -> true, batches()), true);
  }

  private synchronized Collection<PendingBatch> byXid(long xid) {
    PendingBatch batch = byXid.get(xid);
    return batch == null ? List.of() : List.of(batch);
  }

  private synchronized Collection<PendingBatch> batches() {
    return List.copyOf(batches);
  }

  private synchronized List<PendingBatch> take(
      Predicate<PendingBatch> which, Collection<PendingBatch> among) {
    List<PendingBatch> taken =
        among.stream().filter(which).filter(batches::remove).collect(Collectors.toList());
    for (PendingBatch batch : taken) {
      byXid.keySet().removeAll(batch.changes().keySet());
      byXid.remove(batch.barrier());
    }
    return taken;
  }

  private static void complete(List<PendingBatch> taken, boolean failed) {
    for (PendingBatch batch : taken) {
      if (failed) {
        batch.failAll();
      }
      batch.complete();
    }
  }
}
