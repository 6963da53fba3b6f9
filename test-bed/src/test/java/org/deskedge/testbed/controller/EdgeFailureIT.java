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
package org.deskedge.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.testbed.controller.Controller.EDGE;
import static org.deskedge.testbed.controller.Controller.EDGE_2;
import static org.deskedge.testbed.controller.Controller.POLICY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.DialledDesktop;
import org.deskedge.testbed.LogsOnFailure;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.desktop.DesktopSession;
import org.deskedge.testbed.desktop.Xrdp;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Edges that die, come back, are drained, or are not who they were, and the connections that were
 * there before and those that come after. Each test begins where the one before it has ended.
 */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EdgeFailureIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Connects until it succeeds, then says when that was, in ns since 1970. */
  private static final String REDIAL =
      "until (exec 3<>/dev/tcp/$0/$1) 2>&-; do sleep 0.05; done; date +%s%N";

  private static final String TO_EDGE = "set_field:" + Machine.EDGE.mac() + "->eth_dst";
  private static final String TO_EDGE_2 = "set_field:" + Machine.EDGE_2.mac() + "->eth_dst";

  /** Key and certificate of an edge; made at its start if it is not there. */
  private static final String KEYSTORE = "etc/deskedge.p12";

  private static final String PIN = "priority=35000,";

  private static final Progress PROGRESS = new Progress(System.out);

  private static TestBed bed;
  private static Xrdp xrdp;
  private static Edge edge;
  private static Edge edge2;
  private static Controller controller;
  private static DeskedgeApp app;
  private static DialledDesktop desktop;
  private static String edge2AsPut;

  @BeforeAll
  static void bringUp() {
    Artifacts artifacts = Artifacts.find();
    bed = TestBed.open();
    xrdp = bed.startDesktop(Topology.DESKTOP_ADDRESS, Redirection.PORT);
    edge = bed.installEdge(artifacts.edge());
    edge2 = bed.addEdge(artifacts.edge());
    desktop = DialledDesktop.of(bed, Map.of(EDGE, edge, EDGE_2, edge2));
    CompletableFuture<Void> edges =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> edge.start(Map.of())),
            CompletableFuture.runAsync(() -> edge2.start(Map.of())));
    controller = Controller.bringUp(bed, artifacts, PROGRESS);
    edges.join();
    PROGRESS.say("edges: making them known");
    app = controller.app();
    controller.addEdge(EDGE, edge);
    edge2AsPut = controller.addEdge(EDGE_2, edge2);
    app.putPolicy(POLICY, Controller.policy("permit", EDGE, EDGE_2));
    awaitPolicyFlow(TO_EDGE);
    app.awaitInstalled(POLICY);
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  @Order(1)
  void theBackupTakesOverFromAnEdgeThatDies() {
    assertThat(way()).isEqualTo(EDGE);

    killAndAwait(edge, EDGE, TO_EDGE_2);

    assertThat(way()).isEqualTo(EDGE_2);
    assertThat(app.edgeStatus(EDGE).path("state").asText()).isEqualTo("DOWN");
  }

  @Test
  @Order(2)
  void withoutAnyEdgeConnectionsArePermittedToTheDesktopItself() {
    killAndAwait(edge2, EDGE_2, "actions=NORMAL");

    assertThat(way()).isEqualTo(DialledDesktop.DIRECT);
    JsonNode status = app.policyStatus(POLICY);
    assertThat(status.path("buckets").isEmpty()).isTrue();
    assertThat(status.path("bucketsWithoutEdge").asInt()).isOne();
    login();
  }

  @Test
  @Order(3)
  void anEdgeWithAnotherCertificateStaysDownUntilThatIsVouchedFor()
      throws GeneralSecurityException, IOException {
    String before = fingerprint(edge2);
    Files.delete(edge2.home().resolve(KEYSTORE));
    edge2.start(Map.of());
    String after = fingerprint(edge2);
    assertThat(after).isNotEqualTo(before);

    Waiting.until(
        "both fingerprints in the status of the edge",
        LIMIT,
        () -> reason(EDGE_2).contains(before) && reason(EDGE_2).contains(after));
    assertThat(app.edgeStatus(EDGE_2).path("state").asText()).isEqualTo("DOWN");
    assertThat(way()).isEqualTo(DialledDesktop.DIRECT);

    app.putEdge(
        EDGE_2,
        edge2AsPut.replace("\"token\"", "\"certificateSha256\": \"" + after + "\", \"token\""));
    app.awaitEdge(EDGE_2, "UP");
  }

  @Test
  @Order(4)
  void aSessionMadePastTheEdgeGoesOnThroughItOnceItIsBack() {
    awaitPolicyFlow(TO_EDGE_2);
    assertThat(way()).isEqualTo(EDGE_2);
    long packets = packets(policyFlow());

    InputEcho.of(bed.screen(), session().home(), "made-past-the-edge");

    assertThat(packets(policyFlow())).as("packets to the edge").isGreaterThan(packets);
    assertThat(bed.client().isConnected()).isTrue();
    assertThat(sessions(EDGE_2)).isZero();
  }

  @Test
  @Order(5)
  void aSessionStaysWithTheBackupWhenTheFirstEdgeIsBack() {
    login();
    Waiting.until("session at the backup", LIMIT, () -> sessions(EDGE_2) == 1);
    String client = edge2.sessions().at("/sessions/0/client").asText();
    String port = client.substring(client.indexOf(':') + 1);

    edge.start(Map.of());
    app.awaitEdge(EDGE, "UP");
    awaitPolicyFlow(TO_EDGE);

    assertThat(way()).isEqualTo(EDGE);
    assertThat(pins())
        .singleElement()
        .asString()
        .contains(
            "tcp,nw_src=10.10.0.2,nw_dst=10.20.0.10,tp_src=" + port + ",tp_dst=3389", TO_EDGE_2);
    InputEcho.of(bed.screen(), session().home(), "stays-with-the-backup");
    assertThat(sessions(EDGE_2)).isOne();

    bed.client().close();
    controller.awaitFlows(flows -> !flows.contains(PIN));
  }

  @Test
  @Order(6)
  void aDrainedEdgeKeepsItsSessionAndGetsNoOther() {
    login();
    Waiting.until("session at the edge", LIMIT, () -> sessions(EDGE) == 1);

    app.drain(EDGE, true);
    app.awaitEdge(EDGE, "DRAINING");
    awaitPolicyFlow(TO_EDGE_2);

    assertThat(way()).isEqualTo(EDGE_2);
    assertThat(pins()).singleElement().asString().contains(TO_EDGE);
    InputEcho.of(bed.screen(), session().home(), "in-drain");
    assertThat(sessions(EDGE)).isOne();
    // That is to say it has taken the wish, too.
    assertThat(reason(EDGE)).isEqualTo("drain wanted; answers");

    app.drain(EDGE, false);
    app.awaitEdge(EDGE, "UP");
    awaitPolicyFlow(TO_EDGE);
    assertThat(way()).isEqualTo(EDGE);
    controller.awaitFlows(flows -> !flows.contains(PIN));
    InputEcho.of(bed.screen(), session().home(), "after-drain");
    bed.client().close();
  }

  @Test
  @Order(7)
  void withoutItsEdgeAPolicyThatDeniesLetsNothingThrough() {
    app.putPolicy(POLICY, Controller.policy("deny", EDGE));
    app.awaitInstalled(POLICY);
    assertThat(way()).isEqualTo(EDGE);
    edge.kill();
    awaitPolicyFlow("actions=drop");
    long before = desktop.connections();

    assertThat(
            bed.topology()
                .client()
                .run(
                    "bash",
                    "-c",
                    "timeout 3 bash -c 'exec 3<>/dev/tcp/10.20.0.10/3389' 2>&-; echo $?"))
        .as("status of timeout that says it ran out")
        .isEqualTo("124\n");
    assertThat(packets(policyFlow())).as("packets dropped").isPositive();
    assertThat(desktop.connections()).isEqualTo(before);

    app.putPolicy(POLICY, Controller.policy("permit", EDGE));
    awaitPolicyFlow("actions=NORMAL");
    assertThat(way()).isEqualTo(DialledDesktop.DIRECT);
  }

  /** Kills an edge, waits for other flows and for a connection, and says how long each took. */
  private static void killAndAwait(Edge victim, String id, String action) {
    Instant killed = Instant.now();
    victim.kill();
    ManagedProcess redial =
        bed.topology()
            .client()
            .start(
                "redial-without-" + id,
                "bash",
                "-c",
                REDIAL,
                Topology.DESKTOP_ADDRESS,
                Integer.toString(Redirection.PORT));
    awaitPolicyFlow(action);
    long changed = Duration.between(killed, Instant.now()).toMillis();
    redial.await(LIMIT);
    Instant connected = Instant.EPOCH.plusNanos(Long.parseLong(redial.output().strip()));
    PROGRESS.say(
        "%s killed: flow changed after %d ms, connected after %d ms"
            .formatted(id, changed, Duration.between(killed, connected).toMillis()));
  }

  private static void login() {
    bed.client().connect(bed.user(), List.of(), Map.of());
    bed.client().awaitDesktop(LIMIT);
  }

  private static DesktopSession session() {
    return xrdp.awaitSession(LIMIT);
  }

  private static String way() {
    return desktop.wayOf(bed.topology().client());
  }

  private static String fingerprint(Edge of) throws GeneralSecurityException, IOException {
    KeyStore store =
        KeyStore.getInstance(of.home().resolve(KEYSTORE).toFile(), "deskedge".toCharArray());
    Certificate certificate = store.getCertificate(store.aliases().nextElement());
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }

  private static String reason(String id) {
    return app.edgeStatus(id).path("reason").asText();
  }

  private static int sessions(String id) {
    return app.edgeStatus(id).at("/sessions/active").asInt();
  }

  private static void awaitPolicyFlow(String action) {
    Waiting.until("flow with " + action, LIMIT, () -> policyFlow().contains(action));
  }

  /** The flow that decides about new connections; empty if there is none. */
  private static String policyFlow() {
    return controller.flows().stream()
        .filter(flow -> flow.contains("priority=21000,tcp"))
        .findFirst()
        .orElse("");
  }

  private static List<String> pins() {
    return controller.flows().stream().filter(flow -> flow.contains(PIN)).toList();
  }

  private static long packets(String flow) {
    String counted = flow.substring(flow.indexOf("n_packets=") + "n_packets=".length());
    return Long.parseLong(counted.substring(0, counted.indexOf(',')));
  }
}
