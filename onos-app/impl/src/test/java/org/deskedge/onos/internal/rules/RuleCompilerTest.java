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
package org.deskedge.onos.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.onos.internal.rules.Fixtures.APP;
import static org.deskedge.onos.internal.rules.Fixtures.FAR;
import static org.deskedge.onos.internal.rules.Fixtures.NEAR;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.id;
import static org.deskedge.onos.internal.rules.Fixtures.policy;
import static org.deskedge.onos.internal.rules.Fixtures.prefixes;
import static org.deskedge.onos.internal.rules.Fixtures.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.VoiceMarking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;

class RuleCompilerTest {

  private static final String TO_EDGE_1 = "[ETH_DST:02:00:00:00:00:01, OUTPUT:3]";
  private static final String TO_EDGE_2 = "[ETH_DST:02:00:00:00:00:02, OUTPUT:4]";
  private static final String NORMAL = "[OUTPUT:NORMAL]";
  private static final String DROP = "[NOACTION]";
  private static final Packet CLIENT = Packet.tcp("10.10.0.9", 50000, "10.20.0.10", 3389);
  private static final Packet ANSWER = Packet.tcp("10.20.0.10", 3389, "10.10.0.9", 50000);

  private final Map<EdgeId, EdgeState> states = new HashMap<>();
  private final Map<EdgeId, Set<Session>> sessions = new HashMap<>();
  private List<Edge> edges = List.of(edge(1).build(), edge(2).build());

  @Test
  void theFirstEdgeThatIsUpTakesAll() {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.UP);
    assertThat(CLIENT.treatedBy(on(NEAR, policy("a").build()))).isEqualTo(TO_EDGE_1);

    states.put(id(1), EdgeState.DOWN);
    assertThat(CLIENT.treatedBy(on(NEAR, policy("a").build()))).isEqualTo(TO_EDGE_2);
  }

  @Test
  void anotherSwitchSendsOnByLayer2() {
    states.put(id(1), EdgeState.UP);

    assertThat(CLIENT.treatedBy(on(FAR, policy("a").build())))
        .isEqualTo("[ETH_DST:02:00:00:00:00:01, OUTPUT:NORMAL]");
  }

  @ParameterizedTest
  @EnumSource(
      value = EdgeState.class,
      names = {"DOWN", "UNKNOWN", "DRAINING"})
  void withoutAnEdgeThePolicyDecides(EdgeState state) {
    states.put(id(1), state);
    RedirectPolicy below = policy("z").priority(1).clients(prefixes("10.0.0.0/8")).build();

    assertThat(CLIENT.treatedBy(on(NEAR, policy("a").build(), below))).isEqualTo(NORMAL);
    assertThat(
            CLIENT.treatedBy(on(NEAR, policy("a").onEdgeDown(EdgeDownAction.DENY).build(), below)))
        .isEqualTo(DROP);
  }

  @Test
  void theHigherPriorityWins() {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.UP);
    RedirectPolicy all = policy("all").clients(prefixes("0.0.0.0/0")).priority(5).build();
    RedirectPolicy few =
        policy("few")
            .clients(prefixes("10.10.0.9/32"))
            .priority(6)
            .target(RedirectTarget.edges(List.of(id(2))))
            .build();

    assertThat(CLIENT.treatedBy(on(NEAR, all, few))).isEqualTo(TO_EDGE_2);
    assertThat(Packet.tcp("192.0.2.1", 5, "10.20.0.10", 3389).treatedBy(on(NEAR, all, few)))
        .isEqualTo(TO_EDGE_1);
  }

  @ParameterizedTest
  @EnumSource(EdgeState.class)
  void udpIsDroppedBothWaysWhateverTheState(EdgeState state) {
    states.put(id(1), state);
    Set<FlowRule> rules = on(NEAR, policy("a").build());

    assertThat(Packet.udp("10.10.0.9", 9, "10.20.0.10", 3389).treatedBy(rules)).isEqualTo(DROP);
    assertThat(Packet.udp("10.20.0.10", 3389, "10.10.0.9", 9).treatedBy(rules)).isEqualTo(DROP);
    assertThat(Packet.udp("10.10.0.9", 9, "10.20.0.10", 53).treatedBy(rules)).isEmpty();
    assertThat(Packet.udp("10.11.0.9", 9, "10.20.0.10", 3389).treatedBy(rules)).isEmpty();
  }

  @Test
  void whatAnEdgeSendsIsNotRedirectedBackToIt() {
    edges = List.of(edge(1).fullyTransparent(true).build());
    states.put(id(1), EdgeState.UP);
    Set<FlowRule> near = on(NEAR, policy("a").build());
    Set<FlowRule> far = on(FAR, policy("a").build());

    for (Packet packet : List.of(CLIENT, ANSWER)) {
      assertThat(packet.at(3).treatedBy(near)).isEqualTo(NORMAL);
      assertThat(packet.sentBy(edges.get(0).mac()).treatedBy(far)).isEqualTo(NORMAL);
    }
  }

  @Test
  void answersComeBackToAFullyTransparentEdgeOnly() {
    states.put(id(1), EdgeState.UP);
    assertThat(ANSWER.treatedBy(on(NEAR, policy("a").build()))).isEmpty();

    edges = List.of(edge(1).fullyTransparent(true).build());
    assertThat(ANSWER.treatedBy(on(NEAR, policy("a").build()))).isEqualTo(TO_EDGE_1);
  }

  @Test
  void voiceIsMarkedAtTheEdgesOwnSwitch() {
    states.put(id(1), EdgeState.UP);
    Packet voice = Packet.udp("10.10.0.1", 40000, "192.0.2.7", 5004);
    RedirectPolicy low = policy("low").priority(1).voice(VoiceMarking.of(8)).build();
    RedirectPolicy high = policy("high").priority(2).voice(VoiceMarking.of(46, 1)).build();

    assertThat(voice.at(3).treatedBy(on(NEAR, low, high)))
        .isEqualTo("[IP_DSCP:46, QUEUE{queueId=1}, OUTPUT:NORMAL]");
    assertThat(voice.at(9).treatedBy(on(NEAR, low, high))).isEmpty();
    assertThat(voice.sentBy(edges.get(0).mac()).treatedBy(on(FAR, low, high))).isEmpty();
  }

  @Test
  void aPortMatchesOnItsOwnSwitchAndBeforePrefixes() {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.UP);
    RedirectPolicy ports =
        policy("ports")
            .clients(List.of())
            .clientPorts(List.of(ConnectPoint.deviceConnectPoint(NEAR + "/7")))
            .target(RedirectTarget.group("branch"))
            .build();
    Packet anybody = Packet.tcp("192.0.2.1", 5, "10.20.0.10", 3389).at(7);

    assertThat(anybody.treatedBy(on(NEAR, ports))).contains("ETH_DST:02:00:00:00:00:0");
    assertThat(anybody.treatedBy(on(FAR, ports))).isEmpty();
    assertThat(anybody.at(8).treatedBy(on(NEAR, ports))).isEmpty();
    RedirectPolicy both =
        policy("both")
            .clientPorts(List.of(ConnectPoint.deviceConnectPoint(NEAR + "/7")))
            .target(RedirectTarget.group("branch"))
            .build();
    assertThat(CLIENT.at(7).winners(on(NEAR, both))).hasSize(1);
  }

  @Test
  void ipv6IsRedirectedLikeIpv4() {
    states.put(id(1), EdgeState.UP);
    RedirectPolicy six =
        policy("six")
            .clients(prefixes("2001:db8::/64"))
            .desktops(prefixes("2001:db8:1::/64"))
            .build();
    Packet packet = Packet.tcp("2001:db8::9", 5, "2001:db8:1::10", 3389);

    assertThat(packet.treatedBy(on(NEAR, six))).isEqualTo(TO_EDGE_1);
    assertThat(packet.at(3).treatedBy(on(NEAR, six))).isEqualTo(NORMAL);
    assertThat(Packet.udp("2001:db8::9", 5, "2001:db8:1::10", 3389).treatedBy(on(NEAR, six)))
        .isEqualTo(DROP);
  }

  @Test
  void aGroupCoversEveryClientOnceAndOnlyOnce() {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.UP);
    Set<FlowRule> rules = on(NEAR, policy("a").target(RedirectTarget.group("branch")).build());
    Set<String> seen = new HashSet<>();
    for (int host = 0; host < 256; host++) {
      Packet packet = Packet.tcp("10.10.0." + host, 5, "10.20.0.10", 3389);
      assertThat(packet.winners(rules)).hasSize(1);
      seen.add(packet.treatedBy(rules));
    }
    assertThat(seen).containsExactlyInAnyOrder(TO_EDGE_1, TO_EDGE_2);
  }

  @ParameterizedTest
  @EnumSource(
      value = EdgeState.class,
      names = {"UP", "UNKNOWN", "DRAINING"})
  void aSessionStaysOnItsEdgeWhenThePolicyNoLongerLeadsThere(EdgeState state) {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), state);
    sessions.put(id(2), Set.of(session("10.10.0.9", 50000)));

    Set<FlowRule> rules = on(NEAR, policy("a").build());

    assertThat(CLIENT.treatedBy(rules)).isEqualTo(TO_EDGE_2);
    assertThat(Packet.tcp("10.10.0.9", 50001, "10.20.0.10", 3389).treatedBy(rules))
        .isEqualTo(TO_EDGE_1);
    assertThat(CLIENT.treatedBy(on(NEAR))).isEqualTo(TO_EDGE_2);
    assertThat(CLIENT.at(4).treatedBy(on(NEAR))).isEqualTo(NORMAL);
  }

  @Test
  void aSessionIsNotPinnedWhereThePolicyLeadsAnywayNorOnADeadEdge() {
    states.put(id(1), EdgeState.UP);
    sessions.put(id(1), Set.of(session("10.10.0.9", 50000)));
    states.put(id(2), EdgeState.DOWN);
    sessions.put(id(2), Set.of(session("10.10.0.8", 50000)));

    assertThat(on(NEAR, policy("a").build()))
        .noneMatch(rule -> rule.priority() == FlowLayers.SESSION_PIN);
  }

  @Test
  void aSessionIsPinnedWhereAPortMightDecideOtherwise() {
    states.put(id(1), EdgeState.UP);
    sessions.put(id(1), Set.of(session("10.10.0.9", 50000)));
    RedirectPolicy ports =
        policy("ports")
            .priority(101)
            .clients(List.of())
            .clientPorts(List.of(ConnectPoint.deviceConnectPoint(NEAR + "/7")))
            .target(RedirectTarget.edges(List.of(id(2))))
            .build();

    assertThat(CLIENT.at(7).treatedBy(on(NEAR, policy("a").build(), ports))).isEqualTo(TO_EDGE_1);
    assertThat(on(FAR, policy("a").build(), ports))
        .noneMatch(rule -> rule.priority() == FlowLayers.SESSION_PIN);
  }

  @Test
  void aPinnedSessionOfAFullyTransparentEdgeKeepsItsAnswers() {
    edges = List.of(edge(1).build(), edge(2).fullyTransparent(true).build());
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.DRAINING);
    sessions.put(id(2), Set.of(session("10.10.0.9", 50000)));

    assertThat(ANSWER.treatedBy(on(NEAR, policy("a").build()))).isEqualTo(TO_EDGE_2);
  }

  @Test
  void rulesKnowTheirPolicy() {
    states.put(id(1), EdgeState.UP);
    CompiledRules rules = compiler(policy("a").build()).compile(NEAR);

    assertThat(rules.rules())
        .allSatisfy(
            rule -> {
              if (rule.priority() == FlowLayers.EDGE_PASS) {
                assertThat(rules.owner(rule)).isEmpty();
              } else {
                assertThat(rules.owner(rule)).hasValue(PolicyId.of("a"));
              }
            });
  }

  @Test
  void theSameViewGivesTheSameRules() {
    states.put(id(1), EdgeState.UP);
    states.put(id(2), EdgeState.UP);
    RedirectPolicy a = policy("a").target(RedirectTarget.group("branch")).build();
    RedirectPolicy b = policy("b").priority(7).build();

    assertThat(List.copyOf(on(NEAR, a, b))).isEqualTo(List.copyOf(on(NEAR, b, a)));
  }

  private Set<FlowRule> on(DeviceId device, RedirectPolicy... policies) {
    Set<FlowRule> rules = compiler(policies).compile(device).rules();
    assertThat(rules)
        .allMatch(rule -> rule.isPermanent() && rule.deviceId().equals(device))
        .allMatch(rule -> rule.appId() == APP.id() && rule.table().equals(IndexTableId.of(3)));
    return rules;
  }

  private RuleCompiler compiler(RedirectPolicy... policies) {
    return new RuleCompiler(APP, 3, NetworkView.of(List.of(policies), edges, states, sessions));
  }
}
