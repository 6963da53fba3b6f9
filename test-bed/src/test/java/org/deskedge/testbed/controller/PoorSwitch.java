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
import static org.deskedge.testbed.controller.Controller.POLICY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Switches that cannot do what a policy needs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PoorSwitch {

  private static final String PROPERTIES =
      "/v1/configuration/org.deskedge.onos.internal.sync.RuleSynchroniser";

  private final Branch branch = Branch.up();
  private final Controller controller = branch.controller();
  private final AccessSwitch poor = branch.second().access();

  @Test
  @Order(1)
  void aSwitchOfOldOpenFlowFailsThePolicyAndHoldsNothingOfIt() {
    poor.dropController();
    poor.speak("OpenFlow10");
    poor.setController(Topology.CONTROLLER_ADDRESS, Onos.OPENFLOW_PORT);
    controller.app().putPolicy(POLICY, Controller.policy("permit"));
    controller.app().awaitPolicy(POLICY, "FAILED");
    // ONOS says that it is there a moment before it says what it speaks.
    Waiting.until(
        "reason that names its OpenFlow",
        Branch.LIMIT,
        () -> device(poor).path("reason").asText().contains("OpenFlow 1.0"));

    assertThat(device(poor).path("state").asText()).isEqualTo("FAILED");
    assertThat(device(poor).path("installed").asInt()).isZero();
    assertThat(device(branch.access()).path("state").asText()).isEqualTo("INSTALLED");
    poor.speak("OpenFlow13");
    poor.dropController();
    poor.setController(Topology.CONTROLLER_ADDRESS, Onos.OPENFLOW_PORT);
    controller.app().awaitInstalled(POLICY);
  }

  @Test
  @Order(2)
  void aTableThatTheSwitchDoesNotHaveFailsThePolicyAndKeepsWhatWasThere() {
    String before = rules(branch.access());
    controller.onos().post(PROPERTIES, "{\"tableId\": \"254\"}");
    controller.app().awaitPolicy(POLICY, "FAILED");
    Waiting.until(
        "refusal of the first switch",
        Branch.LIMIT,
        () -> device(branch.access()).path("state").asText().equals("FAILED"));
    System.out.println("no such table: " + device(branch.access()));

    assertThat(device(branch.access()).path("reason").asText()).contains("refused");
    assertThat(rules(branch.access())).isEqualTo(before);
    controller.onos().post(PROPERTIES, "{\"tableId\": \"0\"}");
    controller.app().awaitInstalled(POLICY);
    assertThat(rules(branch.access())).isEqualTo(before);
    controller.app().removePolicy(POLICY);
  }

  private JsonNode device(AccessSwitch access) {
    JsonNode devices = controller.app().policyStatus(POLICY).path("devices");
    return StreamSupport.stream(devices.spliterator(), false)
        .filter(device -> device.path("device").asText().equals(access.deviceId()))
        .findFirst()
        .orElseThrow();
  }

  private static String rules(AccessSwitch access) {
    Waiting.pause(100);
    return access
        .flows()
        .lines()
        .filter(flow -> flow.contains("3389"))
        .map(flow -> flow.substring(flow.indexOf("priority=")))
        .sorted()
        .toList()
        .toString();
  }
}
