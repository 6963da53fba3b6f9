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
package org.deskedge.testbed;

import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.report.NetworkBaseline;

/** Where in the topology things are measured. */
public final class Places {

  private Places() {}

  /** The far-end phone's only interface. */
  public static NetworkBaseline.Place phone(Topology topology) {
    return new NetworkBaseline.Place(
        topology.phone(), AccessSwitch.INTERFACE, Machine.PHONE.address());
  }

  /** The client's only interface. */
  public static NetworkBaseline.Place client(Topology topology) {
    return new NetworkBaseline.Place(
        topology.client(), AccessSwitch.INTERFACE, Machine.CLIENT.address());
  }

  /** The desktop's interface: its end of the WAN. */
  public static NetworkBaseline.Place desktop(Topology topology) {
    return new NetworkBaseline.Place(topology.desktop(), Wan.INTERFACE, Topology.DESKTOP_ADDRESS);
  }
}
