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

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.onos.internal.rules.Fixtures.APP;
import static org.deskedge.onos.internal.rules.Fixtures.FAR;
import static org.deskedge.onos.internal.rules.Fixtures.NEAR;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.id;
import static org.deskedge.onos.internal.rules.Fixtures.policy;
import static org.deskedge.onos.internal.rules.Fixtures.prefixes;
import static org.deskedge.onos.internal.rules.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RuleState;
import org.deskedge.onos.internal.probe.SessionSource;
import org.deskedge.onos.internal.rules.CompiledRules;
import org.deskedge.onos.internal.rules.FlowLayers;
import org.deskedge.onos.internal.rules.RuleCompiler;
import org.deskedge.onos.internal.rules.Session;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.EdgeManager;
import org.deskedge.onos.internal.store.PolicyManager;
import org.deskedge.onos.internal.store.StatusStore;
import org.deskedge.onos.internal.store.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IPv4;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;

class RuleWorkerTest {

  private static final OptionalLong ANY = OptionalLong.empty();
  private static final PolicyId A = PolicyId.of("a");
  private static final PolicyId B = PolicyId.of("b");

  private final TestCluster cluster = new TestCluster();
  private final ConfigStore config = cluster.configStore();
  private final StatusStore status = cluster.statusStore();
  private final EdgeManager edges =
      new EdgeManager(config, status, cluster.events(), cluster.devices());
  private final PolicyManager policies =
      new PolicyManager(config, status, cluster.events(), cluster.devices());
  private final MemoryFlows flows = new MemoryFlows();
  private final Map<EdgeId, Set<Session>> carried = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<DeviceId> ours = ConcurrentHashMap.newKeySet();
  private final Map<DeviceId, String> unable = new ConcurrentHashMap<>();
  private RuleWorker worker = newWorker();

  @BeforeEach
  void start() {
    ours.addAll(List.of(NEAR, FAR));
    edges.put(edge(1).build(), ANY);
    edges.put(edge(2).build(), ANY);
    state(1, EdgeState.UP);
    state(2, EdgeState.UP);
  }

  @AfterEach
  void stop() {
    worker.close();
    flows.close();
  }

  @Test
  void devicesOfThisNodeGetWhatTheCompilerSays() {
    ours.remove(FAR);
    policies.put(policy("a").build(), ANY);
    update();

    eventually(() -> flows.rules(NEAR).equals(wanted(NEAR).rules()));
    eventually(() -> state(NEAR, A) == RuleState.INSTALLED);
    assertThat(flows.rules(FAR)).isEmpty();
  }

  @Test
  void aDeviceThatOnosCannotTellOfHoldsUpNoOtherAndIsTriedAgain() {
    policies.put(policy("a").build(), ANY);
    flows.loseMaster(NEAR, 3);
    update();

    eventually(() -> flows.rules(FAR).equals(wanted(FAR).rules()));
    eventually(() -> flows.rules(NEAR).equals(wanted(NEAR).rules()));
    eventually(() -> state(NEAR, A) == RuleState.INSTALLED);
  }

  @Test
  void aDeviceThatCannotHoldRulesIsToldSoAndGetsNone() {
    unable.put(NEAR, "it is too old");
    policies.put(policy("a").build(), ANY);
    update();

    eventually(() -> state(NEAR, A) == RuleState.FAILED && state(FAR, A) == RuleState.INSTALLED);
    assertThat(status.rules(A).get(NEAR).reason()).contains("it is too old");
    assertThat(flows.rules(NEAR)).isEmpty();

    unable.clear();
    installed();
  }

  @Test
  void pinsComeBeforeRedirectsMoveAndRemovalsAreLast() {
    policies.put(policy("a").build(), ANY);
    installed();
    flows.steps().clear();
    carried.put(id(1), Set.of(session("10.10.0.9", 50000)));
    state(1, EdgeState.DRAINING);
    update();
    installed();

    assertThat(asked).hasPositiveValue();
    List<FlowRuleOperation> near =
        flows.steps().stream()
            .flatMap(Set::stream)
            .filter(operation -> operation.rule().deviceId().equals(NEAR))
            .toList();
    assertThat(near).extracting(FlowRuleOperation::type).containsOnly(FlowRuleOperation.Type.ADD);
    assertThat(near.get(0).rule().priority()).isEqualTo(FlowLayers.SESSION_PIN);
    assertThat(near.get(near.size() - 1).rule().priority()).isLessThan(FlowLayers.SESSION_PIN);

    flows.steps().clear();
    policies.remove(A, ANY);
    update();
    eventually(() -> flows.rules(NEAR).equals(wanted(NEAR).rules()));
    assertThat(flows.rules(NEAR))
        .anyMatch(rule -> rule.priority() == FlowLayers.SESSION_PIN)
        .noneMatch(rule -> rule.priority() < FlowLayers.SESSION_PIN);
  }

  @Test
  void nothingMovesWhileAnEdgeThatMayCarrySessionsDoesNotTellThem() {
    policies.put(policy("a").build(), ANY);
    installed();
    Set<FlowRule> before = flows.rules(NEAR);
    carried.put(id(2), Set.of());
    failing = id(1);
    state(1, EdgeState.DRAINING);
    asked.set(0);
    update();
    eventually(() -> asked.get() > 4);
    assertThat(flows.rules(NEAR)).isEqualTo(before);

    state(1, EdgeState.DOWN);
    installed();
    assertThat(redirects()).isNotEmpty().allMatch(rule -> rule.contains("02:00:00:00:00:02"));
  }

  @Test
  void aRefusedPolicyIsUndoneWhollyAndTheOthersAreNot() {
    policies.put(policy("a").build(), ANY);
    installed();
    Set<FlowRule> before = flows.rules(NEAR);
    flows.refuse(rule -> rule.toString().contains("10.66.0.0"));
    policies.put(policy("a").clients(prefixes("10.65.0.0/24", "10.66.0.0/24")).build(), ANY);
    policies.put(policy("b").clients(prefixes("10.70.0.0/24")).build(), ANY);
    update();

    eventually(() -> state(NEAR, A) == RuleState.FAILED && state(NEAR, B) == RuleState.INSTALLED);
    assertThat(status.rules(A).get(NEAR).reason().orElseThrow()).contains("10.66.0.0");
    assertThat(flows.rules(NEAR)).containsAll(before);
    assertThat(flows.rules(NEAR)).noneMatch(rule -> rule.toString().contains("10.65.0.0"));
    assertThat(flows.rules(NEAR)).anyMatch(rule -> rule.toString().contains("10.70.0.0"));

    flows.refuse(rule -> false);
    installed();
    assertThat(flows.rules(NEAR)).anyMatch(rule -> rule.toString().contains("10.65.0.0"));
  }

  @Test
  void aFirstPolicyThatIsRefusedLeavesNothing() {
    flows.refuse(rule -> rule.toString().contains("10.66.0.0"));
    policies.put(policy("a").clients(prefixes("10.65.0.0/24", "10.66.0.0/24")).build(), ANY);
    update();

    eventually(() -> state(NEAR, A) == RuleState.FAILED);
    assertThat(flows.rules(NEAR)).noneMatch(rule -> rule.priority() < FlowLayers.SESSION_PIN);
    assertThat(status.rules(A).get(NEAR).installed()).isZero();
  }

  @Test
  void aDeviceThatComesBackGetsEverythingAgain() {
    policies.put(policy("a").build(), ANY);
    installed();
    flows.steps().clear();
    worker.lost(NEAR);
    worker.update(NEAR, true);

    eventually(
        () -> flows.steps().stream().mapToInt(Set::size).sum() == wanted(NEAR).rules().size());
    installed();
  }

  @Test
  void aControllerThatStartsAnewSubmitsTheSameRulesWithoutAskingAnybody() {
    policies.put(policy("a").build(), ANY);
    carried.put(id(2), Set.of(session("10.10.0.9", 50000)));
    status.putSessions(id(2), carried.get(id(2)));
    installed();
    Set<FlowRule> before = flows.rules(NEAR);
    assertThat(before).anyMatch(rule -> rule.priority() == FlowLayers.SESSION_PIN);
    worker.close();
    flows.forget();
    asked.set(0);
    worker = newWorker();

    installed();
    assertThat(flows.rules(NEAR)).isEqualTo(before);
    assertThat(asked).hasValue(0);
  }

  @Test
  void manyWishesAreFewUpdates() {
    policies.put(policy("a").build(), ANY);
    for (int i = 0; i < 1000; i++) {
      worker.update(NEAR, true);
    }
    eventually(() -> flows.rules(NEAR).equals(wanted(NEAR).rules()));
    assertThat(flows.steps().size()).isLessThan(500);
  }

  @Test
  void aSessionThatOpensAfterTheFirstQuestionIsPinnedBeforeItsRedirectMoves() {
    policies.put(policy("a").build(), ANY);
    installed();
    flows.steps().clear();
    Set<Session> late = Set.of(session("10.10.0.9", 50001));
    beforeAnswer =
        () -> {
          if (flows.rules(NEAR).stream().anyMatch(RuleWorkerTest::isHeld)) {
            carried.put(id(1), late);
          }
        };
    state(1, EdgeState.DRAINING);
    installed();

    List<FlowRule> near =
        flows.steps().stream()
            .flatMap(Set::stream)
            .map(FlowRuleOperation::rule)
            .filter(rule -> rule.deviceId().equals(NEAR))
            .toList();
    assertThat(near.get(0)).matches(RuleWorkerTest::isHeld);
    assertThat(near.get(1).priority()).isEqualTo(FlowLayers.SESSION_PIN);
    assertThat(near.get(2)).matches(rule -> rule.priority() < FlowLayers.SESSION_PIN);
    assertThat(near.get(2)).matches(rule -> !isHeld(rule)).isEqualTo(near.get(0));
  }

  @Test
  void nothingIsHeldWhereTheEdgeHasDied() {
    policies.put(policy("a").build(), ANY);
    installed();
    flows.steps().clear();
    state(1, EdgeState.DOWN);
    installed();

    assertThat(flows.steps().stream().flatMap(Set::stream).map(FlowRuleOperation::rule))
        .noneMatch(RuleWorkerTest::isHeld);
  }

  @Test
  void noRedirectLeadsToAnEdgeThatDoesNotKnowWhomToAdmit() {
    status.update(id(1), s -> s.withHealth(EdgeHealth.of("1", null, null, null)));
    failing = id(1);
    policies.put(policy("a").build(), ANY);
    asked.set(0);
    update();
    eventually(() -> asked.get() > 4);
    assertThat(flows.rules(NEAR)).isEmpty();

    failing = null;
    installed();
  }

  /** A drop in the place of a redirect. */
  private static boolean isHeld(FlowRule rule) {
    IPProtocolCriterion protocol =
        (IPProtocolCriterion) rule.selector().getCriterion(Criterion.Type.IP_PROTO);
    return rule.priority() < FlowLayers.SESSION_PIN
        && protocol.protocol() == IPv4.PROTOCOL_TCP
        && rule.treatment().equals(DefaultTrafficTreatment.builder().drop().build());
  }

  private volatile EdgeId failing;
  private volatile Runnable beforeAnswer = () -> {};

  private RuleWorker newWorker() {
    SessionSource source =
        edge -> {
          asked.incrementAndGet();
          beforeAnswer.run();
          status.putSessions(edge, carried.getOrDefault(edge, Set.of()));
          return CompletableFuture.completedFuture(!edge.equals(failing));
        };
    return new RuleWorker(
        config,
        status,
        source,
        new DeviceFlows(flows, APP),
        APP,
        () -> 0,
        ours::contains,
        device -> Optional.ofNullable(unable.get(device)));
  }

  @Test
  void aChangeForManyDevicesIsTestedForSessionsAtOneOfThem() {
    List<DeviceId> many =
        IntStream.range(0, 40).mapToObj(i -> DeviceId.deviceId("of:" + (1000 + i))).toList();
    ours.addAll(many);
    policies.put(policy("a").build(), ANY);
    installedOn(many);
    flows.reads().set(0);
    asked.set(0);

    policies.put(policy("a").clients(prefixes("10.77.0.0/24")).build(), ANY);
    installedOn(many);
    // Two for each device that is updated, one more for each that is held meanwhile, whose release
    // asks both edges, and one for each round, which asks as well.
    assertThat(asked).hasPositiveValue();
    assertThat(flows.reads().get()).isLessThanOrEqualTo(2 * many.size() + asked.get());
  }

  private void installedOn(List<DeviceId> devices) {
    devices.forEach(device -> worker.update(device, false));
    for (DeviceId device : devices) {
      eventually(
          () ->
              flows.rules(device).equals(wanted(device).rules())
                  && state(device, A) == RuleState.INSTALLED);
    }
  }

  private void update() {
    worker.update(NEAR, false);
    worker.update(FAR, false);
  }

  private void installed() {
    update();
    eventually(
        () ->
            flows.rules(NEAR).equals(wanted(NEAR).rules())
                && sameTreatments(NEAR)
                && state(NEAR, A) == RuleState.INSTALLED);
  }

  private boolean sameTreatments(DeviceId device) {
    return wanted(device).rules().stream()
        .allMatch(rule -> flows.rules(device).stream().anyMatch(there -> there.exactMatch(rule)));
  }

  private List<String> redirects() {
    return flows.rules(NEAR).stream()
        .map(rule -> rule.treatment().allInstructions().toString())
        .filter(treatment -> treatment.contains("ETH_DST"))
        .toList();
  }

  private CompiledRules wanted(DeviceId device) {
    return new RuleCompiler(APP, 0, status.view(config.snapshot())).compile(device);
  }

  private RuleState state(DeviceId device, PolicyId policy) {
    DeviceRules rules = status.rules(policy).get(device);
    return rules == null ? null : rules.state();
  }

  private void state(int number, EdgeState state) {
    status.update(id(number), s -> s.withState(state, "as the test says", Instant.now()));
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the end of the wait").isBefore(end);
      Thread.onSpinWait();
    }
  }
}
