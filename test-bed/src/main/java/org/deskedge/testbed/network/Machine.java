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

/**
 * Who a machine of the branch is on its access switch.
 *
 * @param role name of its namespace without {@link Namespace#PREFIX}
 * @param port its OpenFlow port number on the switch, which no other machine of the branch has
 * @param address its IPv4 address in 10.10.0.0/24
 */
public record Machine(String role, int port, String address) {

  /** The branch's gateway to the WAN. */
  public static final Machine ROUTER = new Machine("router", 1, "10.10.0.1");

  /** Where the person sits. */
  public static final Machine CLIENT = new Machine("client", 2, "10.10.0.2");

  /** The access edge. */
  public static final Machine EDGE = new Machine("edge", 3, "10.10.0.3");

  /** The far end of calls. */
  public static final Machine PHONE = new Machine("phone", 4, "10.10.0.4");

  /** Another access edge; there only where {@link Topology#add} was called for it. */
  public static final Machine EDGE_2 = new Machine("edge-2", 5, "10.10.0.5");

  /** Where another person sits, at the {@link SecondSwitch}. */
  public static final Machine CLIENT_2 = new Machine("client-2", 6, "10.10.0.6");

  /** Its hardware address. */
  public String mac() {
    return "02:00:00:00:00:%02x".formatted(port);
  }

  /** Its address on the management network, if it is connected to that. */
  public String managementAddress() {
    return "10.30.0." + port;
  }

  /** Name of its interface on the switch's side. */
  public String switchInterface() {
    return "to-" + role;
  }
}
