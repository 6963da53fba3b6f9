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
package org.deskedge.onos.internal.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;
import org.onosproject.net.flow.FlowRuleOperations;
import org.onosproject.net.flow.FlowRuleServiceAdapter;
import org.onosproject.net.flow.FlowRuleStoreException;

/**
 * Flow rules in memory, as ONOS's own service treats them: asynchronous; a batch with a refused
 * rule takes its other rules all the same, and what was refused stays listed as pending.
 */
final class MemoryFlows extends FlowRuleServiceAdapter implements AutoCloseable {

  private final Map<DeviceId, Integer> withoutMaster = new HashMap<>();

  private final Map<FlowRule, FlowEntry> entries = new LinkedHashMap<>();
  private final List<Set<FlowRuleOperation>> steps = new CopyOnWriteArrayList<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile Predicate<FlowRule> refusing = rule -> false;

  void refuse(Predicate<FlowRule> rules) {
    refusing = rules;
  }

  List<Set<FlowRuleOperation>> steps() {
    return steps;
  }

  /** How often a device's rules have been read by the app: each costs as much as there are. */
  AtomicInteger reads() {
    return reads;
  }

  synchronized Set<FlowRule> rules(DeviceId device) {
    Set<FlowRule> rules = new HashSet<>();
    entries.values().stream()
        .filter(e -> e.deviceId().equals(device) && e.state() == FlowEntry.FlowEntryState.ADDED)
        .forEach(rules::add);
    return rules;
  }

  /** What a controller that starts anew knows: nothing. */
  synchronized void forget() {
    entries.clear();
  }

  /** Cannot tell the rules of a device the next times, as ONOS between two masters. */
  synchronized void loseMaster(DeviceId device, int times) {
    withoutMaster.put(device, times);
  }

  @Override
  public synchronized Iterable<FlowEntry> getFlowEntries(DeviceId device) {
    if (withoutMaster.merge(device, -1, Integer::sum) >= 0) {
      throw new FlowRuleStoreException("There is no master for available device " + device);
    }
    reads.incrementAndGet();
    return entries.values().stream().filter(e -> e.deviceId().equals(device)).toList();
  }

  @Override
  public void apply(FlowRuleOperations operations) {
    thread.execute(
        () -> {
          Set<FlowRule> refused = new HashSet<>();
          operations.stages().forEach(stage -> take(stage, refused));
          if (refused.isEmpty()) {
            operations.callback().onSuccess(operations);
          } else {
            FlowRuleOperations.Builder failed = FlowRuleOperations.builder();
            refused.forEach(failed::add);
            operations.callback().onError(failed.build());
          }
        });
  }

  private synchronized void take(Set<FlowRuleOperation> stage, Set<FlowRule> refused) {
    steps.add(stage);
    for (FlowRuleOperation operation : stage) {
      FlowRule rule = operation.rule();
      entries.remove(rule);
      if (operation.type() == FlowRuleOperation.Type.ADD) {
        boolean no = refusing.test(rule);
        entries.put(
            rule,
            new DefaultFlowEntry(
                rule, no ? FlowEntry.FlowEntryState.PENDING_ADD : FlowEntry.FlowEntryState.ADDED));
        if (no) {
          refused.add(rule);
        }
      }
    }
  }

  @Override
  public synchronized void removeFlowRulesById(ApplicationId app) {
    new ArrayList<>(entries.keySet()).forEach(entries::remove);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
