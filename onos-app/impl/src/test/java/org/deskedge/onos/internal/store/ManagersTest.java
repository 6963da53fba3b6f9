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
package org.deskedge.onos.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskedge.onos.internal.rules.Fixtures.FAR;
import static org.deskedge.onos.internal.rules.Fixtures.NEAR;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.id;
import static org.deskedge.onos.internal.rules.Fixtures.policy;
import static org.deskedge.onos.internal.rules.Fixtures.prefixes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.deskedge.onos.DeskedgeException;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeInUseException;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyConflictException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.RuleState;
import org.deskedge.onos.UnknownTargetException;
import org.deskedge.onos.VersionMismatchException;
import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.store.service.Versioned;

class ManagersTest {

  private static final OptionalLong ANY = OptionalLong.empty();

  private final TestCluster cluster = new TestCluster();
  private final StatusStore status = cluster.statusStore();
  private final ConfigStore config = cluster.configStore();
  private final PolicyManager policies =
      new PolicyManager(config, status, cluster.events(), cluster.devices());
  private final EdgeManager edges =
      new EdgeManager(config, status, cluster.events(), cluster.devices());

  @Test
  void keepsPoliciesWithTheirVersions() {
    bothEdges();
    Versioned<RedirectPolicy> first = policies.put(policy("a").build(), ANY);
    Versioned<RedirectPolicy> second =
        policies.put(policy("a").priority(7).build(), OptionalLong.of(first.version()));

    assertThat(second.version()).isGreaterThan(first.version());
    assertThat(policies.getPolicy(PolicyId.of("a"))).hasValue(second);
    assertThat(policies.getPolicies()).containsExactly(second);
    assertThatThrownBy(() -> policies.put(policy("a").build(), OptionalLong.of(first.version())))
        .isInstanceOf(VersionMismatchException.class);
    assertThatThrownBy(
            () ->
                policies.put(
                    policy("a").build(), OptionalLong.of(RedirectPolicyAdminService.ABSENT)))
        .isInstanceOf(VersionMismatchException.class);
    assertThat(policies.remove(PolicyId.of("a"), OptionalLong.of(second.version())))
        .isEqualTo(second.value());
    assertThatThrownBy(() -> policies.remove(PolicyId.of("a"), ANY))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void tellsOfEachChangeOnce() {
    bothEdges();
    cluster.posted().clear();
    policies.put(policy("a").build(), ANY);
    policies.put(policy("a").priority(7).build(), ANY);
    policies.remove(PolicyId.of("a"), ANY);

    assertThat(cluster.posted())
        .filteredOn(event -> event.subject() instanceof RedirectPolicy)
        .extracting(event -> event.type().toString())
        .containsExactly("POLICY_ADDED", "POLICY_UPDATED", "POLICY_REMOVED");
  }

  @Test
  void refusesAConflictAndChangesNothing() {
    bothEdges();
    Versioned<RedirectPolicy> a = policies.put(policy("a").build(), ANY);

    assertThatThrownBy(
            () -> policies.put(policy("b").clients(prefixes("10.10.0.0/25")).build(), ANY))
        .isInstanceOfSatisfying(
            PolicyConflictException.class, e -> assertThat(e.other()).hasToString("a"));
    assertThat(policies.getPolicies()).containsExactly(a);
    assertThat(policies.put(policy("b").priority(99).build(), ANY).value().priority())
        .isEqualTo(99);
  }

  @Test
  void refusesATargetThatIsNotThere() {
    assertThatThrownBy(() -> policies.put(policy("a").build(), ANY))
        .isInstanceOf(UnknownTargetException.class)
        .hasMessageContaining("edge-1");
    assertThatThrownBy(
            () -> policies.put(policy("a").target(RedirectTarget.group("x")).build(), ANY))
        .isInstanceOf(UnknownTargetException.class)
        .hasMessageContaining("group x");
  }

  @Test
  void refusesAPortThatItsSwitchDoesNotHave() {
    cluster.addDevice(NEAR, 1, 3);
    edges.put(edge(1).attachment(new ConnectPoint(NEAR, PortNumber.portNumber(3))).build(), ANY);

    ConnectPoint missing = new ConnectPoint(NEAR, PortNumber.portNumber(77));
    assertThatThrownBy(() -> edges.put(edge(2).attachment(missing).build(), ANY))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("attachment: " + missing)
        .hasMessageContaining("are 1, 3");
    assertThatThrownBy(() -> policies.put(policy("a").clientPorts(List.of(missing)).build(), ANY))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("clientPorts: " + missing);
    assertThat(edges.getEdges()).hasSize(1);
    assertThat(policies.getPolicies()).isEmpty();
  }

  @Test
  void refusesAnEdgeUnderASecondName() {
    Edge one = edge(1).build();
    edges.put(one, ANY);
    edges.put(one, ANY);

    Map<String, Edge> second =
        Map.of(
            "mac", edge(2).mac(one.mac()).build(),
            "rest", edge(2).rest(one.rest()).build(),
            "addresses", edge(2).addresses(one.addresses()).build());
    second.forEach(
        (field, edge) ->
            assertThatThrownBy(() -> edges.put(edge, ANY))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith(field + ": ")
                .hasMessageContaining("edge-1"));
    edges.put(edge(2).build(), ANY);
  }

  @Test
  void anEdgeInUseStays() {
    bothEdges();
    policies.put(policy("a").build(), ANY);
    policies.put(policy("b").priority(1).target(RedirectTarget.group("branch")).build(), ANY);

    assertThatThrownBy(() -> edges.remove(id(1), ANY)).isInstanceOf(EdgeInUseException.class);
    policies.remove(PolicyId.of("a"), ANY);
    edges.remove(id(1), ANY);
    assertThatThrownBy(() -> edges.remove(id(2), ANY)).isInstanceOf(EdgeInUseException.class);
    Edge outside = edge(2).groups(List.of()).build();
    assertThatThrownBy(() -> edges.put(outside, ANY)).isInstanceOf(EdgeInUseException.class);
    assertThat(edges.getStatus(id(1))).isEmpty();
  }

  @Test
  void aFullyTransparentEdgeNeedsClientsByPrefix() {
    bothEdges();
    RedirectPolicy ports =
        policy("a")
            .clients(List.of())
            .clientPorts(List.of(ConnectPoint.deviceConnectPoint(NEAR + "/7")))
            .build();
    policies.put(ports, ANY);
    Edge transparent = edge(1).fullyTransparent(true).build();

    assertThatThrownBy(() -> edges.put(transparent, ANY)).isInstanceOf(InvalidFieldException.class);
    policies.remove(PolicyId.of("a"), ANY);
    edges.put(transparent, ANY);
    assertThatThrownBy(() -> policies.put(ports, ANY)).isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void ofTwoNodesOneWinsAConflict() throws Exception {
    bothEdges();
    PolicyManager other =
        new PolicyManager(
            cluster.configStore(), cluster.statusStore(), cluster.events(), cluster.devices());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int priority = 0; priority < 50; priority++) {
        RedirectPolicy left = policy("l-" + priority).priority(priority).build();
        RedirectPolicy right = policy("r-" + priority).priority(priority).build();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Boolean>> both = new ArrayList<>();
        both.add(threads.submit(putting(policies, left, start)));
        both.add(threads.submit(putting(other, right, start)));
        int wins = 0;
        for (Future<Boolean> one : both) {
          wins += one.get() ? 1 : 0;
        }
        assertThat(wins).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    eventually(() -> policies.getPolicies().size() == 50);
    eventually(() -> other.getPolicies().equals(policies.getPolicies()));
  }

  private static Callable<Boolean> putting(
      PolicyManager manager, RedirectPolicy policy, CyclicBarrier start) {
    return () -> {
      start.await();
      try {
        manager.put(policy, ANY);
        return true;
      } catch (PolicyConflictException e) {
        return false;
      }
    };
  }

  @Test
  void everyNodeSeesAndKeepsWhatOneDid() {
    ConfigStore second = cluster.configStore();
    bothEdges();
    policies.put(policy("a").build(), ANY);
    eventually(() -> second.snapshot().policies().containsKey(PolicyId.of("a")));

    ConfigStore restarted = cluster.configStore();
    assertThat(restarted.snapshot().policies()).isEqualTo(config.snapshot().policies());
    assertThat(restarted.snapshot().edges()).isEqualTo(config.snapshot().edges());
  }

  @Test
  void drainingIsRememberedAndStopsNewSessionsAtOnce() {
    bothEdges();
    status.update(id(1), s -> s.withState(EdgeState.UP, "answers", Instant.now()));

    assertThat(edges.drain(id(1), true).state()).isEqualTo(EdgeState.DRAINING);
    assertThat(edges.drain(id(1), true)).isEqualTo(edges.getStatus(id(1)).orElseThrow());
    assertThat(edges.drain(id(1), false).drainWanted()).isFalse();
    assertThat(cluster.statusStore().status(id(1)).state()).isEqualTo(EdgeState.DRAINING);
    assertThatThrownBy(() -> edges.drain(id(9), true)).isInstanceOf(DeskedgeException.class);
  }

  @Test
  void statusSaysWhoServesAndHowFarDevicesAre() {
    bothEdges();
    policies.put(policy("a").build(), ANY);
    assertThat(status(policies).bucketsWithoutEdge()).isEqualTo(1);
    assertThat(status(policies).state()).isEqualTo(RuleState.PENDING);

    status.update(id(1), s -> s.withState(EdgeState.UP, "answers", Instant.now()));
    DeviceRules installed =
        DeviceRules.of(NEAR, 3, 3)
            .ofPolicyVersion(policies.getPolicy(PolicyId.of("a")).orElseThrow().version());
    status.putRules(NEAR, Map.of(PolicyId.of("a"), installed));

    assertThat(status(policies).buckets()).containsExactly(Map.entry(id(1), 1));
    assertThat(status(policies).state()).isEqualTo(RuleState.INSTALLED);

    cluster.addDevice(FAR, 1);
    assertThat(status(policies).devices()).contains(installed, DeviceRules.untried(FAR));
    assertThat(status(policies).state()).isEqualTo(RuleState.PENDING);
  }

  @Test
  void whatWasInstalledOfAnEarlierVersionSaysNothingOfTheNextOne() {
    bothEdges();
    long version = policies.put(policy("a").build(), ANY).version();
    status.putRules(
        NEAR, Map.of(PolicyId.of("a"), DeviceRules.of(NEAR, 3, 3).ofPolicyVersion(version)));
    assertThat(status(policies).state()).isEqualTo(RuleState.INSTALLED);

    policies.put(policy("a").priority(7).build(), ANY);
    assertThat(status(policies).devices()).containsExactly(DeviceRules.untried(NEAR));
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the end of the wait").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static PolicyStatus status(PolicyManager policies) {
    return policies.getStatus(PolicyId.of("a")).orElseThrow();
  }

  private void bothEdges() {
    edges.put(edge(1).build(), ANY);
    edges.put(edge(2).build(), ANY);
  }
}
