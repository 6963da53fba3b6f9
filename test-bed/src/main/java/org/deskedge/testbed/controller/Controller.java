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

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Waiting;

/**
 * The branch in the hands of a controller: ONOS with the Deskedge application, and the access
 * switch that it commands.
 *
 * @param bed the machines
 * @param onos the controller
 * @param access the access switch
 * @param app the application
 */
public record Controller(TestBed bed, Onos onos, ControlledSwitch access, DeskedgeApp app) {

  /** What the first edge is called. */
  public static final String EDGE = "edge-1";

  /** What the second edge is called. */
  public static final String EDGE_2 = "edge-2";

  /** What the branch's policy is called. */
  public static final String POLICY = "branch";

  /** Brings it up; the access switch forwards everything to where it is addressed. */
  public static Controller bringUp(TestBed bed, Artifacts artifacts, Progress progress) {
    progress.say("controller: installing and starting ONOS");
    Onos onos = bed.installOnos(artifacts.onos());
    onos.start();
    progress.say("controller: taking over the access switch");
    ControlledSwitch access =
        ControlledSwitch.takeOver(onos, bed.topology().access(), Topology.CONTROLLER_ADDRESS);
    progress.say("controller: installing the Deskedge application");
    return new Controller(bed, onos, access, DeskedgeApp.install(onos, artifacts.oar()));
  }

  /**
   * Makes the first edge known and waits until the controller finds it up.
   *
   * @return what the application takes for this edge
   */
  public String addEdge(Edge edge) {
    return addEdge(EDGE, edge);
  }

  /**
   * Makes an edge known and waits until the controller finds it up.
   *
   * @param id what it is called
   * @return what the application takes for this edge
   */
  public String addEdge(String id, Edge edge) {
    String json = edge(id, bed.topology().access().deviceId(), edge);
    app.putEdge(id, json);
    app.awaitEdge(id, "UP");
    return json;
  }

  /**
   * What makes an edge known.
   *
   * @param id what it is called
   * @param device the switch that it is at, as ONOS calls it
   */
  public static String edge(String id, String device, Edge edge) {
    return edge(id, device, edge.identity(), edge.token(), "");
  }

  /**
   * What makes an edge known.
   *
   * @param id what it is called
   * @param device the switch that it is at, as ONOS calls it
   * @param machine who it is there and on the management network
   * @param token what its management endpoint asks for
   * @param more further fields, each with a comma behind it
   */
  public static String edge(String id, String device, Machine machine, String token, String more) {
    return """
        {"id": "%s", "attachment": "%s/%d", "mac": "%s", "addresses": ["%s"], %s
         "rest": "https://%s:8443", "token": "%s"}
        """
        .formatted(
            id,
            device,
            machine.port(),
            machine.mac(),
            machine.address(),
            more,
            machine.managementAddress(),
            token);
  }

  /** The branch's policy: its clients' connections to the data centre go to the first edge. */
  public static String policy(String onEdgeDown) {
    return policy(onEdgeDown, EDGE);
  }

  /** The branch's policy: its clients' connections go to the first of these edges that is up. */
  public static String policy(String onEdgeDown, String... edges) {
    return """
        {"id": "%s", "priority": 100, "protocol": "rdp", "clients": ["10.10.0.0/24"],
         "desktops": ["10.20.0.0/16"], "edges": ["%s"], "onEdgeDown": "%s", "voice": {"dscp": 46}}
        """
        .formatted(POLICY, String.join("\", \"", edges), onEdgeDown);
  }

  /**
   * Pushes the branch's policy.
   *
   * @return time from the request to the flow in the switch; looked for every few milliseconds
   */
  public Duration redirect(String onEdgeDown) {
    long asked = System.nanoTime();
    app.putPolicy(POLICY, policy(onEdgeDown));
    awaitFlows(Controller::redirects);
    Duration passed = Duration.ofNanos(System.nanoTime() - asked);
    app.awaitInstalled(POLICY);
    return passed;
  }

  /** The flows of the switch, as Open vSwitch dumps them. */
  public List<String> flows() {
    return bed.topology()
        .access()
        .flows()
        .lines()
        .map(String::strip)
        .filter(line -> line.contains("actions="))
        .toList();
  }

  /** Waits until the switch's flows are so. */
  public void awaitFlows(Predicate<String> asWanted) {
    Waiting.until(
        "flows in the switch", Onos.LIMIT, () -> asWanted.test(bed.topology().access().flows()));
  }

  /** Whether flows, as the switch dumps them, send remote-desktop connections to the edge. */
  public static boolean redirects(String flows) {
    return flows
        .lines()
        .anyMatch(flow -> flow.contains("tp_dst=3389") && flow.contains(Machine.EDGE.mac()));
  }
}
