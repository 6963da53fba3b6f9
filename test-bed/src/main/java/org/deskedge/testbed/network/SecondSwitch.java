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
 * A second access switch of the branch, with a person of its own; all else is behind the first.
 *
 * <pre>
 * client-2 10.10.0.6 ---6+----------+99------99+--------+
 *                        | switch-2 |          | switch |--- client, edge, phone, router
 *                        +----------+          +--------+
 * </pre>
 *
 * On the management network it is 10.30.0.102.
 *
 * @param access the switch
 * @param client where the person sits
 */
public record SecondSwitch(AccessSwitch access, Namespace client) {

  /** Name of the switch's namespace without {@link Namespace#PREFIX}. */
  static final String ROLE = "switch-2";

  private static final String MANAGEMENT_ADDRESS = "10.30.0.102";
  private static final long DATAPATH_ID = 0xa2;

  /** Adds it to a branch; no controller commands it. */
  public static SecondSwitch add(Topology topology, StateDirectory state) {
    AccessSwitch access = AccessSwitch.start(ROLE, DATAPATH_ID, state);
    access.join(topology.access());
    topology.management().connect(access.namespace(), MANAGEMENT_ADDRESS);
    return new SecondSwitch(access, Topology.connectBehindRouter(Machine.CLIENT_2, access, state));
  }
}
