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

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.internal.rules.CompiledRules;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

/**
 * What is known about one device: the rules of each policy that it last took whole, and those
 * policies whose change it refuses, which keep the rules they had. Used by one thread.
 */
final class DeviceState {

  private static final int MAX_BACKOFF_S = 60;

  private final DeviceId device;
  private final Map<PolicyId, Collection<FlowRule>> taken = new HashMap<>();
  private final Map<PolicyId, String> refused = new LinkedHashMap<>();
  private Collection<FlowRule> sharedTaken = List.of();
  private String sharedRefused;
  private int failures;
  private long triedSequence;
  private boolean busy;
  private boolean dirty;
  private boolean again;

  DeviceState(DeviceId device) {
    this.device = device;
  }

  DeviceId device() {
    return device;
  }

  boolean isBusy() {
    return busy;
  }

  void setBusy(boolean now) {
    busy = now;
  }

  boolean isDirty() {
    return dirty;
  }

  void setDirty(boolean now) {
    dirty = now;
  }

  /** Whether all rules are to be submitted anew, as the device may have lost them. */
  boolean isAgain() {
    return again;
  }

  void setAgain(boolean now) {
    again = now;
  }

  /** Everything to be on the device: what is wanted, but of a refused policy what it had. */
  Set<FlowRule> target(CompiledRules wanted) {
    if (sharedRefused != null) {
      // Without pins and edge pass no policy may change.
      Set<FlowRule> before = new HashSet<>(sharedTaken);
      taken.values().forEach(before::addAll);
      return before;
    }
    if (refused.isEmpty()) {
      // To look a rule up means to compare it field by field; there may be tens of thousands.
      return wanted.rules();
    }
    Set<FlowRule> target = new LinkedHashSet<>();
    for (FlowRule rule : wanted.rules()) {
      if (!wanted.owner(rule).filter(refused::containsKey).isPresent()) {
        target.add(rule);
      }
    }
    refused.keySet().forEach(id -> target.addAll(taken.getOrDefault(id, List.of())));
    return target;
  }

  /** The device holds the target of these rules. */
  void succeeded(CompiledRules wanted) {
    if (sharedRefused != null) {
      return;
    }
    Map<PolicyId, Collection<FlowRule>> now = wanted.byPolicy();
    taken.keySet().removeIf(id -> !now.containsKey(id) && !refused.containsKey(id));
    now.forEach(
        (id, rules) -> {
          if (!refused.containsKey(id)) {
            taken.put(id, rules);
          }
        });
    sharedTaken = wanted.shared();
    if (refused.isEmpty()) {
      failures = 0;
    }
  }

  /** The device did not take some rules; their policies are refused until the next try. */
  void failed(CompiledRules wanted, Set<FlowRule> rules) {
    for (FlowRule rule : rules) {
      Optional<PolicyId> owner = wanted.owner(rule);
      String reason = "the device refused " + rules.size() + " rules, one of them " + text(rule);
      if (owner.isPresent()) {
        refused.putIfAbsent(owner.get(), reason);
      } else {
        sharedRefused = reason;
      }
    }
  }

  boolean hasRefusals() {
    return sharedRefused != null || !refused.isEmpty();
  }

  /** Gives what was refused another try at once if the configuration is another by now. */
  void tryConfiguration(long sequence) {
    if (sequence != triedSequence) {
      triedSequence = sequence;
      failures = 0;
      retry();
    }
  }

  /** Gives what was refused another try. */
  void retry() {
    refused.clear();
    sharedRefused = null;
  }

  /** Time to the next try after a failure, in s: doubles up to {@value #MAX_BACKOFF_S}. */
  int nextBackoff() {
    failures = Math.min(failures + 1, 30);
    return (int) Math.min(MAX_BACKOFF_S, 1L << Math.min(failures - 1, 10));
  }

  /** What there is to tell of each policy if the device cannot hold any. */
  Map<PolicyId, DeviceRules> unable(CompiledRules wanted, String reason) {
    Map<PolicyId, DeviceRules> report = new LinkedHashMap<>();
    wanted
        .byPolicy()
        .forEach(
            (id, rules) -> report.put(id, DeviceRules.failed(device, rules.size(), 0, reason)));
    return report;
  }

  /** What there is to tell of each policy. */
  Map<PolicyId, DeviceRules> report(CompiledRules wanted, Map<FlowRule, FlowRule> present) {
    Map<PolicyId, DeviceRules> report = new LinkedHashMap<>();
    wanted
        .byPolicy()
        .forEach(
            (id, rules) -> {
              int held = (int) rules.stream().filter(rule -> isHeld(rule, present)).count();
              String reason = sharedRefused == null ? refused.get(id) : sharedRefused;
              report.put(
                  id,
                  reason == null
                      ? DeviceRules.of(device, rules.size(), held)
                      : DeviceRules.failed(device, rules.size(), held, reason));
            });
    return report;
  }

  private static boolean isHeld(FlowRule rule, Map<FlowRule, FlowRule> present) {
    FlowRule there = present.get(rule);
    return there != null && there.treatment().equals(rule.treatment());
  }

  private static String text(FlowRule rule) {
    return "priority "
        + rule.priority()
        + " "
        + rule.selector().criteria()
        + " -> "
        + rule.treatment().allInstructions();
  }
}
