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
package org.deskedge.testbed.bench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Claim;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.controller.Controller;
import org.deskedge.testbed.controller.DeskedgeApp;
import org.deskedge.testbed.controller.Onos;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.ManagementNetwork;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.SwitchFarm;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * What policies are measured with: many switches, a controller, and an edge at the first switch.
 * Ends everything when it is closed.
 */
final class PolicyBed implements AutoCloseable {

  private static final String FARM_ADDRESS = "10.30.0.101";

  private final Claim claim;
  private SwitchFarm farm;
  private Onos onos;
  private DeskedgeApp app;
  private Edge edge;

  private PolicyBed(Claim claim) {
    this.claim = claim;
  }

  /**
   * Brings it up; no switch is connected to the controller.
   *
   * @param size how many switches
   * @param onosHeap the most heap ONOS may use, as {@code -Xmx} takes it
   */
  static PolicyBed open(int size, String onosHeap, Artifacts artifacts, Progress progress) {
    PolicyBed bed = new PolicyBed(Claim.take());
    try {
      bed.bringUp(size, onosHeap, artifacts, progress);
      return bed;
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  private void bringUp(int size, String onosHeap, Artifacts artifacts, Progress progress) {
    Path edgeArchive = artifacts.edge();
    Path oar = artifacts.oar();
    StateDirectory state = claim.state();
    state.emptyFolder("logs");
    progress.say("switches: starting " + size);
    farm = SwitchFarm.start(size, state);
    Namespace edgeMachine = Namespace.create(Machine.EDGE.role(), state);
    farm.connect(Machine.EDGE, edgeMachine);
    Namespace controller = Namespace.create(Topology.CONTROLLER_ROLE, state);
    ManagementNetwork management = ManagementNetwork.start(state);
    management.connect(controller, Topology.CONTROLLER_ADDRESS);
    management.connect(edgeMachine, Machine.EDGE.managementAddress());
    management.connect(farm.namespace(), FARM_ADDRESS);
    progress.say("edge: installing and starting it");
    edge = Edge.install(edgeArchive, Machine.EDGE, edgeMachine, state);
    edge.start(Map.of());
    progress.say("controller: installing and starting ONOS with -Xmx" + onosHeap);
    onos = Onos.install(artifacts.onos(), controller, state);
    onos.start("-Xmx" + onosHeap);
    app = DeskedgeApp.install(onos, oar);
    app.putEdge(Controller.EDGE, Controller.edge(Controller.EDGE, farm.deviceIds(1).get(0), edge));
    app.awaitEdge(Controller.EDGE, "UP");
  }

  SwitchFarm farm() {
    return farm;
  }

  Onos onos() {
    return onos;
  }

  DeskedgeApp app() {
    return app;
  }

  /** Has the first switches commanded by the controller, and waits until it knows them. */
  void connect(int switches) {
    farm.setController(switches, Topology.CONTROLLER_ADDRESS, Onos.OPENFLOW_PORT);
    List<String> wanted = farm.deviceIds(switches);
    Waiting.until(
        switches + " switches at the controller",
        Onos.LIMIT,
        () -> {
          Waiting.pause(200);
          return available().containsAll(wanted);
        });
  }

  /** Takes all switches from the controller, and has it forget them. */
  void disconnect() {
    farm.dropController();
    Waiting.until("end of all switches at the controller", Onos.LIMIT, () -> available().isEmpty());
    onos.get("/v1/devices")
        .path("devices")
        .forEach(device -> onos.delete("/v1/devices/" + device.path("id").asText()));
  }

  private Set<String> available() {
    Set<String> ids = new HashSet<>();
    onos.get("/v1/devices")
        .path("devices")
        .forEach(
            device -> {
              if (device.path("available").asBoolean()) {
                ids.add(device.path("id").asText());
              }
            });
    return ids;
  }

  @Override
  public void close() {
    claim.close();
  }
}
