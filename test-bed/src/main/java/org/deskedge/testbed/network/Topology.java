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
import java.util.stream.Stream;
import org.deskedge.testbed.process.StateDirectory;

/**
 * A branch, a WAN and a data centre, each machine a network namespace.
 *
 * <pre>
 * client 10.10.0.2 ---2+--------+
 * edge   10.10.0.3 ---3| switch |1--- 10.10.0.1 router 10.20.0.1 --- WAN --- 10.20.0.10 desktop
 * phone  10.10.0.4 ---4+--------+
 * </pre>
 *
 * Switch (10.30.0.101), edge (10.30.0.3) and controller (10.30.0.10) are on a management network
 * too.
 *
 * @param access the access switch
 * @param router the branch's gateway
 * @param client where the person sits
 * @param edge where the edge runs
 * @param phone the far end of calls
 * @param desktop the desktop in the data centre; with a /run and a /tmp of its own
 * @param management the network that switches, edge and controller are managed over
 * @param controller where the controller runs
 * @param redirection of the client's connections to the desktop; off at first
 */
public record Topology(
    AccessSwitch access,
    Namespace router,
    Namespace client,
    Namespace edge,
    Namespace phone,
    Namespace desktop,
    ManagementNetwork management,
    Namespace controller,
    Redirection redirection) {

  /** Name of the controller's namespace without {@link Namespace#PREFIX}. */
  public static final String CONTROLLER_ROLE = "controller";

  /** Address of the controller on the management network. */
  public static final String CONTROLLER_ADDRESS = "10.30.0.10";

  /** Address of the desktop. */
  public static final String DESKTOP_ADDRESS = "10.20.0.10";

  private static final String SWITCH_ROLE = "switch";
  private static final String SWITCH_MANAGEMENT_ADDRESS = "10.30.0.101";
  private static final long SWITCH_DATAPATH_ID = 0xa1;
  private static final String DESKTOP_ROLE = "desktop";
  private static final String ROUTER_WAN_ADDRESS = "10.20.0.1";

  /**
   * Sets everything up. Nothing of an earlier topology may be there, see {@link #deleteLeftovers};
   * if this fails, {@link #deleteLeftovers} takes away what it made.
   */
  public static Topology build(StateDirectory state) {
    AccessSwitch access = AccessSwitch.start(SWITCH_ROLE, SWITCH_DATAPATH_ID, state);
    Namespace router = connect(Machine.ROUTER, access, state);
    router.run("sysctl", "-qw", "net.ipv4.ip_forward=1");
    Namespace desktop = Namespace.createWithOwnFiles(DESKTOP_ROLE, state);
    Wan.connect(router, ROUTER_WAN_ADDRESS + "/24", desktop, DESKTOP_ADDRESS + "/24", state);
    desktop.run("ip", "route", "add", "default", "via", ROUTER_WAN_ADDRESS);
    Namespace edge = connectBehindRouter(Machine.EDGE, access, state);
    Namespace controller = Namespace.create(CONTROLLER_ROLE, state);
    ManagementNetwork management = ManagementNetwork.start(state);
    management.connect(controller, CONTROLLER_ADDRESS);
    management.connect(edge, Machine.EDGE.managementAddress());
    management.connect(access.namespace(), SWITCH_MANAGEMENT_ADDRESS);
    return new Topology(
        access,
        router,
        connectBehindRouter(Machine.CLIENT, access, state),
        edge,
        connectBehindRouter(Machine.PHONE, access, state),
        desktop,
        management,
        controller,
        new Redirection(access, DESKTOP_ADDRESS));
  }

  /** Adds another machine to the branch, at the access switch and on the management network. */
  public Namespace add(Machine machine, StateDirectory state) {
    Namespace namespace = connectBehindRouter(machine, access, state);
    management.connect(namespace, machine.managementAddress());
    return namespace;
  }

  /**
   * Deletes all namespaces a topology has or may be given, with everything that runs in them.
   *
   * @return the names of those that were there
   */
  public static List<String> deleteLeftovers() {
    return Namespace.deleteLeftovers(
        Stream.concat(
                Stream.of(
                    DESKTOP_ROLE,
                    SWITCH_ROLE,
                    SecondSwitch.ROLE,
                    SwitchFarm.ROLE,
                    CONTROLLER_ROLE,
                    ManagementNetwork.ROLE),
                Stream.of(
                        Machine.CLIENT,
                        Machine.CLIENT_2,
                        Machine.EDGE,
                        Machine.EDGE_2,
                        Machine.PHONE,
                        Machine.ROUTER)
                    .map(Machine::role))
            .toList());
  }

  private static Namespace connect(Machine machine, AccessSwitch access, StateDirectory state) {
    Namespace namespace = Namespace.create(machine.role(), state);
    access.connect(machine, namespace);
    return namespace;
  }

  /** The same for a machine whose way out of the branch is the router. */
  static Namespace connectBehindRouter(Machine machine, AccessSwitch access, StateDirectory state) {
    Namespace namespace = connect(machine, access, state);
    namespace.run("ip", "route", "add", "default", "via", Machine.ROUTER.address());
    return namespace;
  }
}
