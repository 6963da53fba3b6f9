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
package org.deskedge.testbed.network;

import java.util.List;
import org.deskedge.testbed.process.StateDirectory;

/**
 * An access switch: one bridge of an Open vSwitch of its own. Without a controller it is a learning
 * switch, as far as flows that are added do not say otherwise; with one it forwards what the
 * controller says and nothing else.
 */
public final class AccessSwitch {

  /** The interface that a machine has to this switch. */
  public static final String INTERFACE = "eth0";

  /** OpenFlow port number of the cable to another switch. */
  public static final int TRUNK = 99;

  private static final String TRUNK_INTERFACE = "trunk";
  private static final String LEARNING = "priority=0,actions=normal";

  private final OpenVswitch vswitch;
  private final OpenVswitch.Bridge bridge;

  private AccessSwitch(OpenVswitch vswitch, OpenVswitch.Bridge bridge) {
    this.vswitch = vswitch;
    this.bridge = bridge;
  }

  /**
   * Starts a switch without ports and without a controller.
   *
   * @param role name of its namespace without {@link Namespace#PREFIX}, and of its folder
   * @param datapathId what controllers know it by, positive
   */
  public static AccessSwitch start(String role, long datapathId, StateDirectory state) {
    OpenVswitch.Bridge bridge = new OpenVswitch.Bridge("access", datapathId);
    OpenVswitch vswitch = OpenVswitch.start(role, state);
    vswitch.addBridges(List.of(bridge));
    AccessSwitch access = new AccessSwitch(vswitch, bridge);
    access.addFlow(LEARNING);
    return access;
  }

  /** The machine it is. */
  public Namespace namespace() {
    return vswitch.namespace();
  }

  /** What ONOS calls it. */
  public String deviceId() {
    return bridge.deviceId();
  }

  /**
   * Has a controller say what is forwarded. All flows go; until the controller gives some, nothing
   * is forwarded. Those it gave stay if it goes away.
   *
   * @param address IPv4 address of the controller
   * @param port TCP port of the controller
   */
  public void setController(String address, int port) {
    vswitch.setController(List.of(bridge), address, port);
  }

  /** Lets go of the controller: all flows go, and it is a learning switch again. */
  public void dropController() {
    vswitch.dropController(List.of(bridge));
    addFlow(LEARNING);
  }

  /** Connects a machine: a cable between its {@link #INTERFACE} and its port. */
  public void connect(Machine machine, Namespace host) {
    vswitch.connect(bridge, machine, host);
  }

  /**
   * Lays one more cable from a machine that is connected already: it is then at two ports, with a
   * hardware address at each.
   *
   * @param second port and hardware address
   * @param hostInterface name of the machine's new interface, which gets no IP address
   */
  public void connect(Machine second, Namespace host, String hostInterface) {
    vswitch.cable(bridge, second, host, hostInterface);
  }

  /** Has it speak one version of OpenFlow alone, such as {@code OpenFlow10}. */
  public void speak(String protocol) {
    vswitch.speak(bridge, protocol);
  }

  /** Gives a machine's port a queue 1 besides queue 0. */
  public void addQueues(Machine machine) {
    vswitch.addQueues(machine.switchInterface());
  }

  /**
   * What the switch does with a packet, as {@code ofproto/trace} tells it.
   *
   * @param packet a flow, such as {@code in_port=3,udp,nw_src=10.10.0.3}
   */
  public String trace(String packet) {
    return vswitch.appctl("ofproto/trace", bridge.name(), packet).run();
  }

  /** Joins another switch: a cable between port {@link #TRUNK} of this one and of that. */
  public void join(AccessSwitch other) {
    namespace()
        .run(
            "ip",
            "link",
            "add",
            TRUNK_INTERFACE,
            "type",
            "veth",
            "peer",
            "name",
            TRUNK_INTERFACE,
            "netns",
            other.namespace().name());
    vswitch.addPort(bridge, TRUNK_INTERFACE, TRUNK);
    other.vswitch.addPort(other.bridge, TRUNK_INTERFACE, TRUNK);
  }

  /** Adds a flow, as {@code ovs-ofctl add-flow} takes it. */
  public void addFlow(String flow) {
    ofctl("add-flow", flow);
  }

  /** Deletes all flows. */
  public void deleteFlows() {
    ofctl("del-flows");
  }

  /** Deletes the flows with a cookie. */
  public void deleteFlows(int cookie) {
    ofctl("del-flows", "cookie=" + cookie + "/-1");
  }

  /** Deletes the flows that match at least as narrowly, as {@code ovs-ofctl del-flows} takes it. */
  public void deleteFlows(String match) {
    ofctl("del-flows", match);
  }

  /** Has it refuse flows beyond a number, as a switch with a small table does. */
  public void limitFlows(int most) {
    vswitch.limitFlows(bridge, most);
  }

  /** Has it take as many flows as are given to it again. */
  public void unlimitFlows() {
    vswitch.unlimitFlows(bridge);
  }

  /** All flows with their counters, one a line. */
  public String flows() {
    return ofctl("dump-flows");
  }

  private String ofctl(String action, String... arguments) {
    return vswitch.ofctl(bridge, List.of(action), arguments).run();
  }
}
