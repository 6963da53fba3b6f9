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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Deployment;
import org.deskedge.testbed.LogsOnFailure;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.call.Direction;
import org.deskedge.testbed.call.Telephones;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.ManagementNetwork;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.G711;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done to policies, switch and controller cuts neither session nor call. */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(OrderAnnotation.class)
class RedirectPolicyIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String PIN = "priority=35000,";
  private static final String UDP_DROP = "udp,nw_src=10.10.0.0/24,nw_dst=10.20.0.0/16,tp_dst=3389";

  private static TestBed bed;
  private static Controller controller;
  private static Deployment deployment;
  private static String edgeDocument;

  @BeforeAll
  static void bringUp() {
    bed = TestBed.open();
    Artifacts artifacts = Artifacts.find();
    Progress progress = new Progress(System.out);
    controller = Controller.bringUp(bed, artifacts, progress);
    deployment =
        Deployment.bringUp(
            bed, artifacts, edge -> edge.start(Map.of()), RedirectPolicyIT::redirect, progress);
    deployment.startAgent(Telephones.SOFTPHONE_URI);
  }

  private static void redirect(Edge edge) {
    edgeDocument = controller.addEdge(edge);
    System.out.println("policy to flow: " + controller.redirect("permit").toMillis() + " ms");
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  @Order(1)
  void theSessionCameOverTheControllersFlows() {
    assertThat(deployment.firstSession().path("client").asText()).startsWith("10.10.0.2:");
    assertThat(controller.flows())
        .filteredOn(Controller::redirects)
        .isNotEmpty()
        .noneMatch(flow -> flow.contains("n_packets=0,"));
    assertThat(controller.app().edgeStatus(Controller.EDGE).path("sessions").path("active").asInt())
        .isOne();
  }

  @Test
  @Order(2)
  void policiesChangeUnderACall() {
    inACall(
        () -> {
          Set<String> before = matches();
          controller
              .app()
              .putPolicy("elsewhere", policy("elsewhere", 100, "10.40.0.0/16", "10.20.0.0/16"));
          controller.app().awaitInstalled("elsewhere");
          assertThat(matches()).containsAll(before).hasSizeGreaterThan(before.size());
          controller.app().removePolicy("elsewhere");
          Waiting.until("the flows as before", LIMIT, () -> matches().equals(before));

          controller
              .app()
              .putPolicy(
                  Controller.POLICY,
                  policy(Controller.POLICY, 200, "10.10.0.0/28", "10.20.0.0/24"));
          controller.app().awaitInstalled(Controller.POLICY);
          controller.awaitFlows(flows -> !flows.contains("10.10.0.0/24"));
        });
  }

  @Test
  @Order(3)
  void aPolicyIsRemovedUnderACallAndItsSessionIsKept() {
    inACall(
        () -> {
          controller.app().removePolicy(Controller.POLICY);
          controller.awaitFlows(flows -> flows.contains(PIN) && !flows.contains("10.10.0.0/28"));
        });

    controller.redirect("permit");
    controller.awaitFlows(flows -> !flows.contains(PIN));
    InputEcho.of(bed.screen(), deployment.session().home(), "policy-back");
  }

  @Test
  @Order(4)
  void whatIsWrongIsRefusedWithItsNameAndChangesNothing() {
    Set<String> before = matches();
    Map<String, List<String>> refused =
        Map.of(
            "{\"id\": \"x\", ",
            List.of("400"),
            policy("x", 1000, "10.50.0.0/24", "10.20.0.0/16"),
            List.of("400", "priority", "999"),
            policy("x", 7, "10.50.0.0/33", "10.20.0.0/16"),
            List.of("400", "clients"),
            policy("x", 7, "10.50.0.0/24", "10.20.0.0/16").replace("edge-1", "edge-9"),
            List.of("edge-9"),
            policy("x", 100, "10.10.0.0/25", "10.20.0.0/24"),
            List.of("409", Controller.POLICY));
    refused.forEach(
        (document, said) ->
            assertThatThrownBy(() -> controller.app().putPolicy("x", document))
                .as(document)
                .isInstanceOf(TestBedException.class)
                .message()
                .contains(said));
    assertThatThrownBy(() -> controller.app().removeEdge(Controller.EDGE))
        .hasMessageContaining("409");
    String port = bed.topology().access().deviceId() + "/";
    String nowhere =
        edgeDocument.replace(Controller.EDGE, "edge-8").replace(port + "3", port + "77");
    assertThatThrownBy(() -> controller.app().putEdge("edge-8", nowhere))
        .hasMessageContaining("400")
        .hasMessageContaining("attachment");
    assertThat(matches()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void aFlowThatSomebodyDeletedComesBack() {
    assertThat(bed.topology().access().flows()).contains(UDP_DROP);
    bed.topology().access().deleteFlows(UDP_DROP);

    controller.awaitFlows(flows -> flows.contains(UDP_DROP));
  }

  @Test
  @Order(6)
  void whatASwitchCannotHoldIsUndoneAndSaid() {
    Set<String> before = matches();
    AccessSwitch access = bed.topology().access();
    // Room for one more, of the three that the policy needs.
    access.limitFlows(before.size() + 1);
    controller
        .app()
        .putPolicy("elsewhere", policy("elsewhere", 100, "10.40.0.0/16", "10.20.0.0/16"));
    controller.app().awaitPolicy("elsewhere", "FAILED");
    JsonNode device = controller.app().policyStatus("elsewhere").path("devices").path(0);
    System.out.println("a table that is full: " + device);

    assertThat(device.path("device").asText()).isEqualTo(access.deviceId());
    assertThat(device.path("reason").asText()).isNotBlank();
    Waiting.until("the flows as before", LIMIT, () -> matches().equals(before));
    assertThat(controller.app().policyStatus(Controller.POLICY).path("state").asText())
        .isEqualTo("INSTALLED");

    access.unlimitFlows();
    controller.app().awaitInstalled("elsewhere");
    controller.app().removePolicy("elsewhere");
    Waiting.until("the flows as before", LIMIT, () -> matches().equals(before));
  }

  @Test
  @Order(7)
  void theSwitchLosesItsControllerUnderACall() {
    inACall(
        () -> {
          management("down");
          Waiting.until(
              "end of the connection", Onos.LIMIT, () -> !controller.access().isConnected());
          management("up");
          controller.access().awaitConnected();
          controller.app().awaitInstalled(Controller.POLICY);
        });
  }

  @Test
  @Order(8)
  void theControllerCrashesAndComesBackUnderACall() {
    Set<String> before = matches();
    inACall(
        () -> {
          controller.onos().kill();
          controller.onos().start();
          controller.access().forward();
          controller.app().awaitAnswer();
          controller.app().awaitEdge(Controller.EDGE, "UP");
          controller.app().awaitInstalled(Controller.POLICY);
          // ONOS removes what nobody asked for only after its first look at the switch.
          Waiting.pause(8_000);
          assertThat(matches()).isEqualTo(before);
        });
  }

  @Test
  @Order(9)
  void withoutTheApplicationNothingOfItIsLeftAndWithItAllIsBack() {
    Set<String> before = matches();
    controller.onos().deactivate(DeskedgeApp.NAME);
    controller.awaitFlows(flows -> !flows.contains("tp_dst=3389") && !flows.contains(PIN));
    assertThat(matches()).hasSize(1);

    controller.onos().activate(DeskedgeApp.NAME);
    controller.app().awaitAnswer();
    controller.app().awaitInstalled(Controller.POLICY);
    Waiting.until("the flows as before", LIMIT, () -> matches().equals(before));
  }

  /** Makes a call, does something meanwhile, and expects session and call to be unharmed. */
  private static void inACall(Runnable change) {
    String session = deployment.firstSession().path("id").asText();
    try (Telephones telephones = Telephones.start(deployment, G711.PCMU)) {
      telephones.call(Direction.OUTGOING);
      change.run();

      long received = media().at("/received/packets").asLong();
      long sent = media().at("/sent/packets").asLong();
      Waiting.until(
          "more voice",
          LIMIT,
          () ->
              media().at("/received/packets").asLong() > received + 50
                  && media().at("/sent/packets").asLong() > sent + 50);
      assertThat(media().at("/received/lost").asInt(-1)).isZero();
      assertThat(deployment.firstSession().path("id").asText()).isEqualTo(session);
      assertThat(deployment.firstSession().path("state").asText()).isEqualTo("ACTIVE");
      InputEcho.of(bed.screen(), deployment.session().home(), "under-a-change");
      telephones.caller(Direction.OUTGOING).hangUp();
      deployment.edge().awaitNoCall(LIMIT);
    }
  }

  private static JsonNode media() {
    return deployment.edge().calls().path("calls").path(0).path("media");
  }

  private static void management(String state) {
    bed.topology()
        .access()
        .namespace()
        .run("ip", "link", "set", ManagementNetwork.INTERFACE, state);
  }

  private static String policy(String id, int priority, String clients, String desktops) {
    return Controller.policy("permit")
        .replace("\"" + Controller.POLICY + "\"", "\"" + id + "\"")
        .replace("\"priority\": 100", "\"priority\": " + priority)
        .replace("10.10.0.0/24", clients)
        .replace("10.20.0.0/16", desktops);
  }

  /** The flows without their counters. */
  private static Set<String> matches() {
    return controller.flows().stream()
        .map(flow -> flow.substring(flow.indexOf("priority=")))
        .collect(Collectors.toSet());
  }
}
