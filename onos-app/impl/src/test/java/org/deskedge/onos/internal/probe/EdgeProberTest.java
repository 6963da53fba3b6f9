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
package org.deskedge.onos.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.onos.internal.rules.Fixtures.edge;
import static org.deskedge.onos.internal.rules.Fixtures.id;
import static org.deskedge.onos.internal.rules.Fixtures.policy;
import static org.deskedge.onos.internal.rules.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.EdgeManager;
import org.deskedge.onos.internal.store.PolicyManager;
import org.deskedge.onos.internal.store.StatusStore;
import org.deskedge.onos.internal.store.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onosproject.cfg.ComponentConfigAdapter;
import org.onosproject.cluster.ClusterServiceAdapter;
import org.onosproject.cluster.ControllerNode;
import org.onosproject.cluster.DefaultControllerNode;
import org.onosproject.cluster.Leadership;
import org.onosproject.cluster.LeadershipServiceAdapter;
import org.onosproject.cluster.NodeId;

class EdgeProberTest {

  private static final OptionalLong ANY = OptionalLong.empty();
  private static final NodeId LOCAL = NodeId.nodeId("local");

  private final TestCluster cluster = new TestCluster();
  private final ConfigStore config = cluster.configStore();
  private final StatusStore status = cluster.statusStore();
  private final EdgeManager edges =
      new EdgeManager(config, status, cluster.events(), cluster.devices());
  private final PolicyManager policies =
      new PolicyManager(config, status, cluster.events(), cluster.devices());
  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private TestEdge server;
  private EdgeProber prober;
  private volatile NodeId leader = LOCAL;

  @BeforeEach
  void start() throws Exception {
    server = new TestEdge(0);
  }

  @AfterEach
  void stop() {
    if (prober != null) {
      prober.deactivate();
    }
    server.close();
  }

  @Test
  void anEdgeThatAnswersComesUpWithItsFiguresAndItsCertificateIsRecorded() {
    probe(edgeAt(server).build());
    becomes(EdgeState.UP);

    assertThat(status().certificateSha256()).hasValue(server.fingerprint());
    assertThat(status().health().orElseThrow().sessions()).hasValue(EdgeLoad.of(3, 500));
    assertThat(status().health().orElseThrow().calls()).isEmpty();
    assertThat(status().reason()).isEqualTo("answers");
  }

  @Test
  void anEdgeIsToldWhomToAdmitAndWhetherToDrain() {
    probe(edgeAt(server).build());
    edges.put(edge(2).build(), ANY);
    policies.put(policy("a").build(), ANY);
    policies.put(policy("b").priority(1).target(RedirectTarget.edges(List.of(id(2)))).build(), ANY);
    becomes(EdgeState.UP);

    eventually(() -> server.revision == config.snapshot().sequence());
    assertThat(server.policy)
        .contains("\"policy\":\"a\",\"clients\":[\"10.10.0.0/24\"],\"desktops\":[\"10.20.0.0/16\"]")
        .doesNotContain("\"b\"");
    edges.drain(id(1), true);
    eventually(() -> server.draining && status().state() == EdgeState.DRAINING);
    edges.drain(id(1), false);
    eventually(() -> !server.draining && status().state() == EdgeState.UP);
  }

  @Test
  void aPolicyOfAnEarlierControllerIsReplaced() {
    server.revision = 999;
    probe(edgeAt(server).build());

    eventually(() -> server.revision == config.snapshot().sequence());
    assertThat(server.requests()).contains("DELETE/policy");
  }

  @Test
  void sessionsAreRecordedAndReadAnewWhenAsked() throws Exception {
    leader = NodeId.nodeId("another");
    probe(edgeAt(server).build());
    server.sessions =
        """
        {"sessions":[{"id":"s-1","client":"10.10.0.2:50008","desktop":"10.20.0.10:3389"},
         {"id":"s-2","client":"[2001:db8::2]:50008","desktop":"[2001:db8:1::10]:3389"}]}""";

    assertThat(prober.refresh(id(1)).get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(status.view(config.snapshot()).sessions(id(1)))
        .contains(session("10.10.0.2", 50008))
        .anyMatch(session -> session.client().equals(IpAddress.valueOf("2001:db8::2")));
    assertThat(status().state()).isEqualTo(EdgeState.UNKNOWN);
    assertThat(prober.refresh(id(9)).get(20, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void anotherNodesEdgeIsLeftToIt() {
    leader = NodeId.nodeId("another");
    probe(edgeAt(server).build());
    eventually(() -> topics.contains("deskedge-edge-edge-1"));
    edges.remove(id(1), ANY);
    eventually(() -> topics.isEmpty());

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aWrongTokenIsDownAndNeverTold() {
    probe(edgeAt(server).token("wrong-secret").build());
    becomes(EdgeState.DOWN);

    assertThat(status().reason()).contains("401").doesNotContain("wrong-secret");
    assertThat(status().health()).isEmpty();
  }

  @Test
  void aChangedCertificateIsDownAndBothAreNamed() throws Exception {
    probe(edgeAt(server).build());
    becomes(EdgeState.UP);
    String before = server.fingerprint();
    int port = server.port();
    server.close();
    server = new TestEdge(port);
    eventually(() -> status().reason().contains(server.fingerprint()));

    assertThat(status().state()).isEqualTo(EdgeState.DOWN);
    assertThat(status().reason()).contains(before);
    assertThat(status().certificateSha256()).hasValue(before);
    assertThat(server.requests()).isEmpty();

    edges.put(edgeAt(server).certificateSha256(server.fingerprint()).build(), ANY);
    becomes(EdgeState.UP);
    assertThat(status().certificateSha256()).hasValue(server.fingerprint());
  }

  @Test
  void aStrangerThatHasGoneIsNoLongerTheReason() throws Exception {
    probe(edgeAt(server).certificateSha256("ab".repeat(32)).build());
    eventually(() -> status().reason().contains(server.fingerprint()));

    server.close();

    eventually(() -> !status().reason().contains("certificate"));
    assertThat(status().state()).isEqualTo(EdgeState.DOWN);
  }

  @Test
  void anEdgeGoesDownAndComesBack() throws Exception {
    String sha = server.fingerprint();
    probe(edgeAt(server).certificateSha256(sha).build());
    becomes(EdgeState.UP);
    server.healthStatus = 503;
    server.health = "{\"state\":\"UP\",\"missing\":[\"rdp-proxy\"]}";
    becomes(EdgeState.DOWN);
    assertThat(status().reason()).contains("rdp-proxy");

    server.health = null;
    server.healthStatus = 200;
    becomes(EdgeState.UP);
  }

  @Test
  void silenceIsDown() {
    server.silent = true;
    probe(edgeAt(server).build());
    becomes(EdgeState.DOWN);

    assertThat(status().reason()).contains("in time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | not JSON",
        "{} | state of UP or DRAINING",
        "[] | state of UP or DRAINING",
      })
  void garbageIsDown(String body, String reason) {
    server.health = body;
    probe(edgeAt(server).build());
    becomes(EdgeState.DOWN);

    assertThat(status().reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | list",
        "{\"sessions\":[{\"client\":\"x\"}]} | ADDRESS:PORT",
        "{\"sessions\":[{\"client\":\"10.0.0.1:99999\",\"desktop\":\"10.0.0.2:1\"}]} | ADDRESS:PORT",
      })
  void garbageForSessionsIsDown(String body, String reason) {
    server.sessions = body;
    probe(edgeAt(server).build());
    becomes(EdgeState.DOWN);

    assertThat(status().reason()).contains(reason);
  }

  @Test
  void anAnswerThatIsTooLongIsCutOff() {
    server.sessions = " ".repeat(EdgeClient.MAX_ANSWER + 1);
    probe(edgeAt(server).build());
    becomes(EdgeState.DOWN);

    assertThat(status().reason()).contains("more than");
  }

  private org.deskedge.onos.EdgeBuilder edgeAt(TestEdge server) {
    return edge(1).rest(server.uri()).token(TestEdge.TOKEN);
  }

  private void probe(Edge edge) {
    edges.put(edge, ANY);
    prober =
        new EdgeProber(
            config,
            status,
            new LeadershipServiceAdapter() {
              @Override
              public NodeId getLeader(String path) {
                return leader;
              }

              @Override
              public Leadership runForLeadership(String path) {
                topics.add(path);
                return null;
              }

              @Override
              public void withdraw(String path) {
                topics.remove(path);
              }
            },
            new ClusterServiceAdapter() {
              @Override
              public ControllerNode getLocalNode() {
                return new DefaultControllerNode(LOCAL, IpAddress.valueOf("127.0.0.1"));
              }
            },
            new ComponentConfigAdapter(),
            Map.of(ProbeProperties.INTERVAL, 100, ProbeProperties.TIMEOUT, 2000));
  }

  private EdgeStatus status() {
    return status.status(id(1));
  }

  private void becomes(EdgeState state) {
    eventually(() -> status().state() == state);
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the end of the wait").isBefore(end);
      Thread.onSpinWait();
    }
  }
}
