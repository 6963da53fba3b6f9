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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deskedge.onos.internal.rules.FlowLayers;
import org.onlab.packet.MacAddress;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;

/**
 * The steps from the rules a device has to those it should have. What keeps sessions comes first
 * and goes last: pins and edge pass are added, then policies' rules are added or replaced, then
 * theirs are removed, then pins are.
 */
final class Stages {

  /** Most operations in one step: a switch confirms each step by one barrier. */
  static final int MAX_OPERATIONS = 2000;

  private Stages() {}

  /**
   * Finds the steps.
   *
   * @param present rules on the device, by themselves
   * @param target rules wanted
   * @param again whether to submit also what is there as it should be
   */
  static List<List<FlowRuleOperation>> between(
      Map<FlowRule, FlowRule> present, Set<FlowRule> target, boolean again) {
    List<FlowRule> adds =
        target.stream()
            .filter(rule -> again || !same(rule, present.get(rule)))
            .collect(Collectors.toList());
    List<FlowRule> removes =
        present.values().stream()
            .filter(rule -> !target.contains(rule))
            .collect(Collectors.toList());
    List<List<FlowRuleOperation>> stages = new ArrayList<>();
    Predicate<FlowRule> keeping = rule -> rule.priority() >= FlowLayers.SESSION_PIN;
    add(stages, adds, keeping, FlowRuleOperation.Type.ADD);
    add(stages, adds, keeping.negate(), FlowRuleOperation.Type.ADD);
    add(stages, removes, keeping.negate(), FlowRuleOperation.Type.REMOVE);
    add(stages, removes, keeping, FlowRuleOperation.Type.REMOVE);
    return stages;
  }

  /** Tells whether steps change policies' rules: sessions may have to be pinned before. */
  static boolean touchPolicies(List<List<FlowRuleOperation>> stages) {
    return stages.stream()
        .flatMap(List::stream)
        .anyMatch(operation -> operation.rule().priority() < FlowLayers.SESSION_PIN);
  }

  /**
   * The steps to take before edges are asked for the last time: pins and edge pass, then a drop in
   * the place of each redirect that is about to leave an edge which is alive. A session that opens
   * meanwhile is known by then, as none can open any more; what it sends is sent again by TCP.
   *
   * @param alive hardware addresses of edges
   * @return empty if no redirect leaves such an edge
   */
  static List<List<FlowRuleOperation>> holding(
      Map<FlowRule, FlowRule> present,
      List<List<FlowRuleOperation>> stages,
      Set<MacAddress> alive) {
    List<FlowRule> held = new ArrayList<>();
    List<FlowRule> kept = new ArrayList<>();
    for (List<FlowRuleOperation> stage : stages) {
      for (FlowRuleOperation operation : stage) {
        FlowRule rule = operation.rule();
        FlowRule there = present.get(rule);
        boolean add = operation.type() == FlowRuleOperation.Type.ADD;
        if (rule.priority() >= FlowLayers.SESSION_PIN) {
          if (add) {
            kept.add(rule);
          }
        } else if (leadsTo(there, alive) && !(add && same(rule, there))) {
          held.add(dropping(there));
        }
      }
    }
    List<List<FlowRuleOperation>> holding = new ArrayList<>();
    if (!held.isEmpty()) {
      add(holding, kept, rule -> true, FlowRuleOperation.Type.ADD);
      add(holding, held, rule -> true, FlowRuleOperation.Type.ADD);
    }
    return holding;
  }

  private static boolean leadsTo(FlowRule rule, Set<MacAddress> edges) {
    return rule != null
        && rule.treatment().allInstructions().stream()
            .filter(ModEtherInstruction.class::isInstance)
            .anyMatch(set -> edges.contains(((ModEtherInstruction) set).mac()));
  }

  private static FlowRule dropping(FlowRule rule) {
    return DefaultFlowRule.builder()
        .withCookie(rule.id().value())
        .forDevice(rule.deviceId())
        .forTable(rule.table())
        .withPriority(rule.priority())
        .withSelector(rule.selector())
        .withTreatment(DefaultTrafficTreatment.builder().drop().build())
        .makePermanent()
        .build();
  }

  private static boolean same(FlowRule rule, FlowRule there) {
    return there != null && rule.treatment().equals(there.treatment());
  }

  private static void add(
      List<List<FlowRuleOperation>> stages,
      List<FlowRule> rules,
      Predicate<FlowRule> which,
      FlowRuleOperation.Type type) {
    List<FlowRuleOperation> stage = new ArrayList<>();
    for (FlowRule rule : rules) {
      if (which.test(rule)) {
        stage.add(new FlowRuleOperation(rule, type));
        if (stage.size() == MAX_OPERATIONS) {
          stages.add(stage);
          stage = new ArrayList<>();
        }
      }
    }
    if (!stage.isEmpty()) {
      stages.add(stage);
    }
  }
}
