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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.process.Waiting;

/**
 * An access switch in the hands of a controller: it forwards what the controller's flow rules say
 * and nothing else. The test bed gives the controller one rule itself, which makes it a learning
 * switch.
 */
public final class ControlledSwitch {

  /** The application that the test bed's own rules belong to. */
  public static final String APPLICATION = "org.deskedge.test-bed";

  private static final String NORMAL =
      """
      {"priority": 0, "isPermanent": true, "deviceId": "%s", "selector": {"criteria": []},
       "treatment": {"instructions": [{"type": "OUTPUT", "port": "NORMAL"}]}}
      """;

  private final Onos onos;
  private final AccessSwitch access;

  private ControlledSwitch(Onos onos, AccessSwitch access) {
    this.onos = onos;
    this.access = access;
  }

  /**
   * Hands a switch over, and waits until it forwards again. Nothing passes in between.
   *
   * @param address where the controller is on the management network
   */
  public static ControlledSwitch takeOver(Onos onos, AccessSwitch access, String address) {
    access.setController(address, Onos.OPENFLOW_PORT);
    ControlledSwitch controlled = new ControlledSwitch(onos, access);
    controlled.forward();
    return controlled;
  }

  /**
   * Waits for the switch, gives the controller the rule that makes it a learning switch, and waits
   * until the switch has it: to be called again after a restart of the controller, which forgets
   * flow rules.
   */
  public void forward() {
    awaitConnected();
    add(NORMAL.formatted(access.deviceId()));
    Waiting.until(
        "forwarding flow", Onos.LIMIT, () -> access.flows().contains("priority=0 actions=NORMAL"));
  }

  /** Waits until the controller regards the switch as connected. */
  public void awaitConnected() {
    Waiting.until("switch at the controller", Onos.LIMIT, this::isConnected);
  }

  /** Whether the controller regards the switch as connected. */
  public boolean isConnected() {
    for (JsonNode device : onos.get("/v1/devices").path("devices")) {
      if (device.path("id").asText().equals(access.deviceId())) {
        return device.path("available").asBoolean();
      }
    }
    return false;
  }

  /**
   * Gives the controller a flow rule for this switch.
   *
   * @param json the rule, as ONOS's REST interface takes it
   * @return its id
   */
  public String add(String json) {
    JsonNode flows = onos.post("/v1/flows?appId=" + APPLICATION, "{\"flows\": [" + json + "]}");
    return flows.path("flows").path(0).path("flowId").asText();
  }

  /** Takes a flow rule away from the controller, and so from this switch. */
  public void remove(String flow) {
    onos.delete("/v1/flows/" + access.deviceId() + "/" + flow);
  }

  /** Waits until the controller says that a rule is in a state, such as ADDED or FAILED. */
  public void awaitState(String flow, String state) {
    Waiting.until(
        "flow rule " + flow + " in state " + state,
        Onos.LIMIT,
        () -> flow(flow).filter(rule -> rule.path("state").asText().equals(state)).isPresent());
  }

  /** What the controller says about a rule, empty if it has none with this id. */
  public Optional<JsonNode> flow(String id) {
    return flows().stream().filter(rule -> rule.path("id").asText().equals(id)).findFirst();
  }

  /** All rules that the controller has for this switch. */
  public List<JsonNode> flows() {
    JsonNode flows = onos.get("/v1/flows").path("flows");
    return StreamSupport.stream(flows.spliterator(), false)
        .filter(rule -> rule.path("deviceId").asText().equals(access.deviceId()))
        .toList();
  }
}
