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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.internal.probe.SessionSource;
import org.deskedge.onos.internal.rules.CompiledRules;
import org.deskedge.onos.internal.rules.RuleCompiler;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.Snapshot;
import org.deskedge.onos.internal.store.StatusStore;
import org.onlab.util.Tools;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Updates devices: one thread decides, devices work side by side, each one update at a time. Wishes
 * that come meanwhile are one wish: what waits is bounded by the number of devices.
 */
final class RuleWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RuleWorker.class);

  /** Time from one comparison of all devices to the next, in s: finds what no event told of. */
  private static final int RECONCILIATION_S = 30;

  /** Time to wait before what could not be told or done is asked or tried again, in ms. */
  private static final int ASK_AGAIN_MS = 500;

  private final ConfigStore config;
  private final StatusStore status;
  private final EdgeQuestions edges;
  private final DeviceFlows flows;
  private final ApplicationId app;
  private final IntSupplier table;
  private final Predicate<DeviceId> ours;
  private final Function<DeviceId, Optional<String>> inability;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Tools.groupedThreads("deskedge/rules", "worker", LOG));
  private final AtomicBoolean due = new AtomicBoolean();
  private final Map<DeviceId, DeviceState> states = new HashMap<>();

  /**
   * Begins without devices.
   *
   * @param ours whether a device is there and this node's to care for
   * @param inability why a device cannot hold such rules, for humans; empty if it may
   */
  RuleWorker(
      ConfigStore config,
      StatusStore status,
      SessionSource sessions,
      DeviceFlows flows,
      ApplicationId app,
      IntSupplier table,
      Predicate<DeviceId> ours,
      Function<DeviceId, Optional<String>> inability) {
    this.config = config;
    this.status = status;
    this.edges = new EdgeQuestions(config, status, sessions);
    this.flows = flows;
    this.app = app;
    this.table = table;
    this.ours = ours;
    this.inability = inability;
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Wishes a device to be updated. */
  void update(DeviceId device, boolean again) {
    synchronized (states) {
      DeviceState state = states.computeIfAbsent(device, DeviceState::new);
      state.setDirty(true);
      if (again) {
        state.setAgain(true);
      }
    }
    if (due.compareAndSet(false, true)) {
      run(this::round, 0);
    }
  }

  /** A device has gone; it is done anew when it comes back. */
  void lost(DeviceId device) {
    synchronized (states) {
      states.computeIfPresent(
          device,
          (id, state) -> {
            state.setDirty(false);
            return state.isBusy() ? state : null;
          });
    }
  }

  ScheduledFuture<?> repeat(Runnable task) {
    return thread.scheduleWithFixedDelay(
        () -> guarded(task), RECONCILIATION_S, RECONCILIATION_S, TimeUnit.SECONDS);
  }

  /** Ends; an update under way gets no further step. */
  void close() {
    thread.shutdownNow();
    flows.close();
  }

  private void run(Runnable task, long delayMs) {
    try {
      thread.schedule(() -> guarded(task), delayMs, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Something was to be done while the synchroniser ended");
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("Updating flow rules failed; it is tried again within {} s", RECONCILIATION_S, e);
    }
  }

  private List<DeviceState> takeWork() {
    due.set(false);
    List<DeviceState> work = new ArrayList<>();
    synchronized (states) {
      for (Map.Entry<DeviceId, DeviceState> each : states.entrySet()) {
        DeviceState state = each.getValue();
        if (state.isDirty() && !state.isBusy() && ours.test(each.getKey())) {
          state.setDirty(false);
          state.setBusy(true);
          work.add(state);
        }
      }
    }
    return work;
  }

  private void round() {
    List<DeviceState> work = takeWork();
    if (work.isEmpty()) {
      return;
    }
    try {
      decide(work);
    } catch (RuntimeException e) {
      work.forEach(state -> later(state, e));
    }
  }

  /** Starts nothing before all is decided: what it throws concerns devices not yet begun. */
  private void decide(List<DeviceState> work) {
    Plan plan = plan();
    List<DeviceState> able = new ArrayList<>();
    boolean due = edges.isDue();
    boolean moving = false;
    for (DeviceState state : work) {
      state.tryConfiguration(plan.sequence());
      try {
        Optional<String> unable = inability.apply(state.device());
        if (unable.isPresent()) {
          report(state, plan, state.unable(plan.compile(state.device()), unable.get()));
          idle(state);
          continue;
        }
        // One device is enough: its edges are everybody's, and what it costs grows with the
        // devices.
        moving = moving || moves(state, plan, due);
        able.add(state);
      } catch (RuntimeException e) {
        later(state, e);
      }
    }
    if (moving) {
      edges.ask().whenComplete((ok, e) -> run(() -> proceed(able, Boolean.TRUE.equals(ok)), 0));
    } else {
      able.forEach(state -> step(state, () -> start(state, plan, false)));
    }
  }

  /** Takes a device's next step; one that fails holds up no other device. */
  private void step(DeviceState state, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      later(state, e);
    }
  }

  /** ONOS cannot tell or do something of a device just now, as between two masters. */
  private void later(DeviceState state, RuntimeException why) {
    LOG.warn("Device {}: {}; it is tried again in {} ms", state.device(), why, ASK_AGAIN_MS);
    later(state);
  }

  private void later(DeviceState state) {
    idle(state);
    run(() -> update(state.device(), false), ASK_AGAIN_MS);
  }

  /** A device without any rules has no sessions; but whom it leads to an edge must be admitted. */
  private boolean moves(DeviceState state, Plan plan, boolean due) {
    Map<FlowRule, FlowRule> present = flows.present(state.device());
    return (due || !present.isEmpty())
        && Stages.touchPolicies(stages(state, plan.compile(state.device()), present));
  }

  private void proceed(List<DeviceState> work, boolean told) {
    if (!told) {
      // Soon the edge answers or is DOWN; to move its clients before that would cut their sessions.
      work.forEach(this::later);
      return;
    }
    Plan plan;
    try {
      plan = plan();
    } catch (RuntimeException e) {
      work.forEach(state -> later(state, e));
      return;
    }
    work.forEach(state -> step(state, () -> start(state, plan, false)));
  }

  private Plan plan() {
    Snapshot snapshot = config.snapshot();
    return new Plan(snapshot, new RuleCompiler(app, table.getAsInt(), status.view(snapshot)));
  }

  private void report(DeviceState state, Plan plan, Map<PolicyId, DeviceRules> report) {
    status.putRules(state.device(), plan.versioned(report));
  }

  private static List<List<FlowRuleOperation>> stages(
      DeviceState state, CompiledRules wanted, Map<FlowRule, FlowRule> present) {
    return Stages.between(present, state.target(wanted), state.isAgain());
  }

  private void start(DeviceState state, Plan plan, boolean held) {
    CompiledRules wanted = plan.compile(state.device());
    Map<FlowRule, FlowRule> present = flows.present(state.device());
    List<List<FlowRuleOperation>> stages = stages(state, wanted, present);
    if (stages.isEmpty()) {
      state.setAgain(false);
      finish(state, plan, wanted);
      return;
    }
    if (!state.hasRefusals()) {
      // What is refused is told once it is undone.
      report(state, plan, state.report(wanted, present));
    }
    List<List<FlowRuleOperation>> holding =
        held ? List.of() : Stages.holding(present, stages, edges.alive());
    if (holding.isEmpty()) {
      state.setAgain(false);
      apply(state, stages, failed -> applied(state, plan, wanted, failed));
    } else {
      apply(
          state,
          holding,
          failed -> {
            if (failed != null && failed.isEmpty()) {
              // Whether they tell or not: what is held must not be held for long.
              edges
                  .ask()
                  .whenComplete((told, e) -> run(() -> step(state, () -> release(state)), 0));
            } else {
              applied(state, plan, wanted, failed);
            }
          });
    }
  }

  private void release(DeviceState state) {
    if (ours.test(state.device())) {
      start(state, plan(), true);
    } else {
      later(state);
    }
  }

  /** Takes steps, then has the worker go on with what failed, null if that is not known. */
  private void apply(
      DeviceState state, List<List<FlowRuleOperation>> steps, Consumer<Set<FlowRule>> then) {
    flows
        .apply(steps)
        .whenComplete((failed, error) -> run(() -> step(state, () -> then.accept(failed)), 0));
  }

  private void applied(DeviceState state, Plan plan, CompiledRules wanted, Set<FlowRule> failed) {
    if (failed == null || !ours.test(state.device())) {
      later(state);
      return;
    }
    if (failed.isEmpty()) {
      finish(state, plan, wanted);
      return;
    }
    LOG.warn("Device {} refused {} flow rules; undoing", state.device(), failed.size());
    boolean undoing = state.hasRefusals();
    state.failed(wanted, failed);
    if (undoing) {
      // It does not even take back what it had: wait, then begin anew.
      finish(state, plan, wanted);
    } else {
      start(state, plan, true);
    }
  }

  private void finish(DeviceState state, Plan plan, CompiledRules wanted) {
    state.succeeded(wanted);
    report(state, plan, state.report(wanted, flows.present(state.device())));
    if (state.hasRefusals()) {
      int backoff = state.nextBackoff();
      run(
          () -> {
            state.retry();
            update(state.device(), false);
          },
          TimeUnit.SECONDS.toMillis(backoff));
    }
    idle(state);
  }

  private void idle(DeviceState state) {
    boolean more;
    synchronized (states) {
      state.setBusy(false);
      more = state.isDirty();
    }
    if (more && due.compareAndSet(false, true)) {
      run(this::round, 0);
    }
  }
}
