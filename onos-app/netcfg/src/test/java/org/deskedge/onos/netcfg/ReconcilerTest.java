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
package org.deskedge.onos.netcfg;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.MemoryEdges;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.RedirectTarget;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosproject.net.ConnectPoint;

class ReconcilerTest {

  private final MemoryEdges edges = new MemoryEdges();
  private final Set<String> owned = new HashSet<>();
  private final Reconciler reconciler = new Reconciler(edges, edges.policies(), owned);

  @Test
  void putsWhatIsNamedAndOnlyOnce() {
    apply(List.of(edge("e1", 1)), List.of(policy("p1", 1, "e1")));
    long version = edges.getEdge(EdgeId.of("e1")).orElseThrow().version();

    apply(List.of(edge("e1", 1)), List.of(policy("p1", 1, "e1")));

    assertThat(edges.getEdge(EdgeId.of("e1")).orElseThrow().version()).isEqualTo(version);
    assertThat(edges.policies().getPolicy(PolicyId.of("p1"))).isPresent();
  }

  @Test
  void removesWhatIsNoLongerNamedAndNothingElse() {
    edges.put(edge("rest", 9), OptionalLong.empty());
    edges.policies().put(policy("by-rest", 9, "rest"), OptionalLong.empty());
    apply(List.of(edge("e1", 1), edge("e2", 2)), List.of(policy("p1", 1, "e1")));

    apply(List.of(edge("e2", 2)), List.of());

    assertThat(edges.getEdges())
        .extracting(edge -> edge.value().id().id())
        .containsExactlyInAnyOrder("rest", "e2");
    assertThat(edges.policies().getPolicies())
        .extracting(policy -> policy.value().id().id())
        .containsExactly("by-rest");
    assertThat(owned).containsExactly("edge/e2");
  }

  @Test
  void undoesWhatOthersDoToWhatItNames() {
    apply(List.of(edge("e1", 1)), List.of());
    edges.put(edge("e1", 7), OptionalLong.empty());

    apply(List.of(edge("e1", 1)), List.of());

    assertThat(edges.getEdge(EdgeId.of("e1")).orElseThrow().value()).isEqualTo(edge("e1", 1));
  }

  @Test
  void takesOverWhatRestMadeOfTheSameName() {
    edges.put(edge("e1", 7), OptionalLong.empty());

    apply(List.of(edge("e1", 1)), List.of());
    apply(List.of(), List.of());

    assertThat(edges.getEdges()).isEmpty();
  }

  @Test
  void doesNotRemoveWhatItNeverCouldPut() {
    edges.put(edge("e1", 1), OptionalLong.empty());
    edges.policies().put(policy("p1", 1, "e1"), OptionalLong.empty());

    assertThat(reconciler.apply(List.of(), List.of(policy("p1", 2, "nobody"))))
        .containsOnlyKeys("policy/p1");
    apply(List.of(), List.of());

    assertThat(edges.policies().getPolicy(PolicyId.of("p1"))).isPresent();
  }

  @Test
  void triesAgainWhatWasRefusedAndDoesTheRestMeanwhile() {
    List<RedirectPolicy> wanted = List.of(policy("p1", 1, "later"), policy("p2", 2, "e1"));

    assertThat(reconciler.apply(List.of(edge("e1", 1)), wanted)).containsOnlyKeys("policy/p1");
    assertThat(edges.policies().getPolicy(PolicyId.of("p2"))).isPresent();
    edges.put(edge("later", 5), OptionalLong.empty());
    apply(List.of(edge("e1", 1)), wanted);

    assertThat(edges.policies().getPolicy(PolicyId.of("p1"))).isPresent();
  }

  @Test
  void swapsPrioritiesInOneStep() {
    List<Edge> edge = List.of(edge("e1", 1));
    apply(edge, List.of(policy("p1", 0, "e1"), policy("p2", 1, "e1"), policy("p3", 2, "e1")));

    apply(edge, List.of(policy("p1", 1, "e1"), policy("p2", 2, "e1"), policy("p3", 0, "e1")));

    assertThat(edges.policies().getPolicies())
        .extracting(each -> each.value().id().id() + " " + each.value().priority())
        .containsExactlyInAnyOrder("p1 1", "p2 2", "p3 0");
  }

  @Test
  void refusesTwoThatContradictEachOtherAndLeavesSomebodyElsesInPlace() {
    List<Edge> edge = List.of(edge("e1", 1));
    apply(edge, List.of());
    edges.policies().put(policy("by-rest", 1, "e1"), OptionalLong.empty());

    assertThat(reconciler.apply(edge, List.of(policy("p1", 1, "e1"))))
        .containsOnlyKeys("policy/p1");
    assertThat(reconciler.apply(edge, List.of(policy("p1", 5, "e1"), policy("p2", 5, "e1"))))
        .containsOnlyKeys("policy/p2");
    assertThat(edges.policies().getPolicy(PolicyId.of("by-rest")).orElseThrow().value())
        .isEqualTo(policy("by-rest", 1, "e1"));
  }

  @Test
  void removesAnEdgeOnceSomebodyElsesPolicyNeedsItNoMore() {
    apply(List.of(edge("e1", 1)), List.of());
    edges.policies().put(policy("by-rest", 1, "e1"), OptionalLong.empty());

    assertThat(reconciler.apply(List.of(), List.of())).containsOnlyKeys("edge/e1");
    edges.policies().remove(PolicyId.of("by-rest"), OptionalLong.empty());
    apply(List.of(), List.of());

    assertThat(edges.getEdges()).isEmpty();
    assertThat(owned).isEmpty();
  }

  private void apply(List<Edge> wantedEdges, List<RedirectPolicy> wantedPolicies) {
    assertThat(reconciler.apply(wantedEdges, wantedPolicies)).isEmpty();
  }

  private static Edge edge(String id, int port) {
    return Edge.builder()
        .id(EdgeId.of(id))
        .attachment(ConnectPoint.deviceConnectPoint("of:0000000000000001/" + port))
        .mac(MacAddress.valueOf("02:00:00:00:00:03"))
        .addresses(List.of(IpAddress.valueOf("10.10.0.3")))
        .rest(URI.create("https://10.30.0.3:8443"))
        .token("secret")
        .build();
  }

  private static RedirectPolicy policy(String id, int priority, String edge) {
    return RedirectPolicy.builder()
        .id(PolicyId.of(id))
        .priority(priority)
        .protocol(RedirectProtocol.RDP)
        .clients(List.of(IpPrefix.valueOf("10.10.0.0/24")))
        .desktops(List.of(IpPrefix.valueOf("10.20.0.0/16")))
        .target(RedirectTarget.edges(List.of(EdgeId.of(edge))))
        .onEdgeDown(EdgeDownAction.PERMIT)
        .build();
  }
}
