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

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.onosproject.openflow.controller.Dpid;

/**
 * Rules that were sent to a switch and not confirmed yet. Not safe for use by many threads: {@link
 * BatchTracker} guards it.
 */
final class PendingBatch {

  private final Dpid dpid;
  private final Map<Long, RuleChange> changes;
  private final long barrier;
  private final Consumer<Set<RuleChange>> completion;
  private final Set<RuleChange> failed = new HashSet<>();
  private final long sentNanos = System.nanoTime();

  /**
   * A batch.
   *
   * @param changes what was sent, by transaction id
   * @param barrier transaction id of the barrier behind it; may be that of an change
   * @param completion is told which changes failed, once
   */
  PendingBatch(
      Dpid dpid,
      Map<Long, RuleChange> changes,
      long barrier,
      Consumer<Set<RuleChange>> completion) {
    this.dpid = dpid;
    this.changes = Map.copyOf(changes);
    this.barrier = barrier;
    this.completion = completion;
  }

  Dpid dpid() {
    return dpid;
  }

  Map<Long, RuleChange> changes() {
    return changes;
  }

  long barrier() {
    return barrier;
  }

  /** Time since it was sent, in nanoseconds. */
  long ageNanos() {
    return System.nanoTime() - sentNanos;
  }

  /** Notes that an change failed. */
  void fail(RuleChange change) {
    failed.add(change);
  }

  /** Notes that nothing of it is known to have arrived. */
  void failAll() {
    failed.addAll(changes.values());
  }

  void complete() {
    completion.accept(Set.copyOf(failed));
  }
}
