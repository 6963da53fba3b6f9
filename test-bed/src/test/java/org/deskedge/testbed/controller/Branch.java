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

import static org.deskedge.testbed.controller.Controller.EDGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.DialledDesktop;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.ManagementNetwork;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.SecondSwitch;
import org.deskedge.testbed.network.Topology;

/**
 * A controller, two access switches, an edge and a desktop, brought up once for all that is shown
 * with them.
 */
record Branch(
    TestBed bed, SecondSwitch second, Edge edge, Controller controller, DialledDesktop desktop) {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private static Branch up;

  /** The one that is up. */
  static Branch up() {
    return up;
  }

  static void bringUp() {
    Artifacts artifacts = Artifacts.find();
    TestBed bed = TestBed.open();
    try {
      SecondSwitch second = SecondSwitch.add(bed.topology(), bed.state());
      bed.startDesktop(Topology.DESKTOP_ADDRESS, Redirection.PORT);
      Edge edge = bed.installEdge(artifacts.edge());
      edge.start(Map.of());
      DialledDesktop desktop = DialledDesktop.of(bed, Map.of(EDGE, edge));
      Controller controller = Controller.bringUp(bed, artifacts, new Progress(System.out));
      controller.addEdge(edge);
      controller.redirect("deny");
      up = new Branch(bed, second, edge, controller, desktop);
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  static void close() {
    if (up != null) {
      up.bed.close();
      up = null;
    }
  }

  AccessSwitch access() {
    return bed.topology().access();
  }

  /** The policies' redirecting flows of the first switch: TCP, below pins and edge pass. */
  List<String> tcpFlows() {
    return controller.flows().stream()
        .filter(flow -> flow.matches(".*priority=2\\d{4},tcp.*"))
        .toList();
  }

  /** Gives a machine of the management network one more address. */
  static void answerUnder(String address, Namespace machine) {
    machine.run("ip", "addr", "add", address + "/24", "dev", ManagementNetwork.INTERFACE);
  }

  /** Takes it away again: to the controller, whoever was there is gone. */
  static void vanishUnder(String address, Namespace machine) {
    machine.run("ip", "addr", "del", address + "/24", "dev", ManagementNetwork.INTERFACE);
  }

  /** Who a machine is at another port. */
  static Machine at(int port) {
    return new Machine("port-" + port, port, "10.10.0." + port);
  }
}
