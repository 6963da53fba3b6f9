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

import org.deskedge.testbed.process.StateDirectory;

/**
 * The network that controller, switches and edge are managed over, apart from the one that the
 * desktops' traffic takes: a bridge in a namespace of its own.
 */
public final class ManagementNetwork {

  /** Name of its namespace without {@link Namespace#PREFIX}. */
  public static final String ROLE = "mgmt";

  /** The interface that a machine has to it. */
  public static final String INTERFACE = "mgmt0";

  private static final String BRIDGE = "mgmt";

  private final Namespace namespace;

  private ManagementNetwork(Namespace namespace) {
    this.namespace = namespace;
  }

  /** Sets it up without machines. */
  public static ManagementNetwork start(StateDirectory state) {
    Namespace namespace = Namespace.create(ROLE, state);
    namespace.run("ip", "link", "add", BRIDGE, "type", "bridge");
    namespace.run("ip", "link", "set", BRIDGE, "up");
    return new ManagementNetwork(namespace);
  }

  /**
   * Connects a machine: a cable between its {@link #INTERFACE} and the bridge.
   *
   * @param address its IPv4 address in 10.30.0.0/24
   */
  public void connect(Namespace machine, String address) {
    String port = "to-" + machine.role();
    namespace.run(
        "ip",
        "link",
        "add",
        port,
        "type",
        "veth",
        "peer",
        "name",
        INTERFACE,
        "netns",
        machine.name());
    namespace.run("ip", "link", "set", port, "master", BRIDGE, "up");
    machine.run("ip", "addr", "add", address + "/24", "dev", INTERFACE);
    machine.run("ip", "link", "set", INTERFACE, "up");
  }
}
