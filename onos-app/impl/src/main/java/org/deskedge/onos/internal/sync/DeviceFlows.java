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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;
import org.onosproject.net.flow.FlowRuleOperations;
import org.onosproject.net.flow.FlowRuleOperationsContext;
import org.onosproject.net.flow.FlowRuleService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and changes this app's rules on devices. Safe for use by several threads. */
final class DeviceFlows {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceFlows.class);

  /** Longest wait for a device to confirm one step, in s; a switch that is gone never does. */
  private static final int STEP_TIMEOUT_S = 30;

  /** Longest wait for steps under way at the end, in s. */
  private static final int END_TIMEOUT_S = 5;

  private final FlowRuleService flows;
  private final ApplicationId app;
  private final Phaser underWay = new Phaser(1);
  private volatile boolean closed;

  DeviceFlows(FlowRuleService flows, ApplicationId app) {
    this.flows = flows;
    this.app = app;
  }

  /** The app's rules that ONOS holds for a device and has not given up, each by itself. */
  Map<FlowRule, FlowRule> present(DeviceId device) {
    Map<FlowRule, FlowRule> present = new LinkedHashMap<>();
    for (FlowEntry entry : flows.getFlowEntries(device)) {
      boolean held =
          entry.state() == FlowEntryState.ADDED || entry.state() == FlowEntryState.PENDING_ADD;
      if (entry.appId() == app.id() && held) {
        FlowRule rule = new DefaultFlowRule(entry);
        present.put(rule, rule);
      }
    }
    return present;
  }

  /**
   * Takes one step after the other, each once the device has confirmed the one before; ONOS by
   * itself would go on after a failure.
   *
   * @return the rules of the first step that failed, as far as they did; empty if none failed
   */
  CompletableFuture<Set<FlowRule>> apply(List<List<FlowRuleOperation>> stages) {
    CompletableFuture<Set<FlowRule>> done = CompletableFuture.completedFuture(Set.of());
    for (List<FlowRuleOperation> stage : stages) {
      done =
          done.thenCompose(
              failed -> failed.isEmpty() ? step(stage) : CompletableFuture.completedFuture(failed));
    }
    return done;
  }

  private CompletableFuture<Set<FlowRule>> step(List<FlowRuleOperation> stage) {
    FlowRuleOperations.Builder operations = FlowRuleOperations.builder();
    stage.forEach(operations::operation);
    Set<FlowRule> all = new HashSet<>();
    stage.forEach(operation -> all.add(operation.rule()));
    if (closed) {
      return CompletableFuture.completedFuture(all);
    }
    CompletableFuture<Set<FlowRule>> done = new CompletableFuture<>();
    underWay.register();
    flows.apply(
        operations.build(
            new FlowRuleOperationsContext() {
              @Override
              public void onSuccess(FlowRuleOperations ops) {
                done.complete(Set.of());
              }

              @Override
              public void onError(FlowRuleOperations ops) {
                Set<FlowRule> failed = new HashSet<>();
                new ArrayList<>(ops.stages())
                    .forEach(each -> each.forEach(operation -> failed.add(operation.rule())));
                done.complete(failed.isEmpty() ? all : failed);
              }
            }));
    return done.completeOnTimeout(all, STEP_TIMEOUT_S, TimeUnit.SECONDS)
        .whenComplete((failed, error) -> underWay.arriveAndDeregister());
  }

  /** Takes no further step, and waits a while for those under way: what follows may undo them. */
  void close() {
    closed = true;
    try {
      underWay.awaitAdvanceInterruptibly(underWay.arrive(), END_TIMEOUT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("A device has not confirmed its last flow rules; the end does not wait for it");
    }
  }
}
