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
import static org.deskedge.testbed.controller.Controller.POLICY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deskedge.testbed.DialledDesktop;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.SecondSwitch;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One policy and one edge for the clients of two access switches; the second one comes later. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TwoSwitches {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final TestBed bed = Branch.up().bed();
  private final AccessSwitch first = bed.topology().access();
  private final SecondSwitch second = Branch.up().second();
  private final Controller controller = Branch.up().controller();
  private final DialledDesktop desktop = Branch.up().desktop();

  @Test
  @Order(1)
  void whatTheFirstSwitchHasHoldsForWhoeverIsBehindIt() {
    assertThat(states()).containsExactly(Map.entry(first.deviceId(), "INSTALLED"));

    // The second switch forwards by itself as yet; the first one redirects what comes of it.
    assertThat(second.access().flows()).doesNotContain("tp_dst");
    assertThat(desktop.wayOf(second.client())).isEqualTo(EDGE);
  }

  @Test
  @Order(2)
  void aSwitchThatComesLaterGetsTheRulesOfThePolicy() {
    ControlledSwitch.takeOver(controller.onos(), second.access(), Topology.CONTROLLER_ADDRESS);

    Waiting.until("rules on both switches", LIMIT, () -> states().size() == 2);
    controller.app().awaitInstalled(POLICY);
    assertThat(states())
        .containsExactly(
            Map.entry(first.deviceId(), "INSTALLED"),
            Map.entry(second.access().deviceId(), "INSTALLED"));
    assertThat(redirection(first)).endsWith("->eth_dst,output:" + Machine.EDGE.port());
    assertThat(redirection(second.access())).endsWith("->eth_dst,NORMAL");
  }

  @Test
  @Order(3)
  void clientsOfBothSwitchesReachTheEdge() {
    assertThat(desktop.wayOf(second.client())).isEqualTo(EDGE);
    assertThat(redirection(second.access())).doesNotContain("n_packets=0,");
    assertThat(desktop.wayOf(bed.topology().client())).isEqualTo(EDGE);
  }

  @Test
  @Order(4)
  void whatIsPutAndRemovedGoesToBothSwitches() {
    controller.app().removePolicy(POLICY);
    for (AccessSwitch each : List.of(first, second.access())) {
      Waiting.until("end of the rules", LIMIT, () -> !each.flows().contains("tp_dst"));
    }
    assertThat(desktop.wayOf(second.client())).isEqualTo(DialledDesktop.DIRECT);

    controller.redirect("deny");
    assertThat(redirection(second.access())).contains(Machine.EDGE.mac());
    assertThat(desktop.wayOf(second.client())).isEqualTo(EDGE);
  }

  private Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode device : controller.app().policyStatus(POLICY).path("devices")) {
      states.put(device.path("device").asText(), device.path("state").asText());
    }
    return states;
  }

  /** The flow that sends new connections to the edge. */
  private static String redirection(AccessSwitch access) {
    return access
        .flows()
        .lines()
        .filter(flow -> flow.contains("priority=21000,tcp"))
        .findFirst()
        .orElse("");
  }
}
