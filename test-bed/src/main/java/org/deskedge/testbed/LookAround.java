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

import org.deskedge.testbed.network.Topology;

/** What somebody can do with a test bed that was left running. */
final class LookAround {

  private static final String TEXT =
      """
      It is still running. As root:

        sessions and calls   ip netns exec %2$s %1$s/edge/bin/client
                             then deskedge:sessions, deskedge:calls
        log of the edge      tail -f %1$s/edge/data/log/deskedge.log
      %10$s  the client's screen  ip netns exec %3$s import -display %6$s -window root screen.png
        a shell at the       ip netns exec %3$s bash
          client, phone,     ip netns exec %4$s bash
          desktop            ip netns exec %5$s bash
        the WAN              ip netns exec %5$s tcpdump -ni wan0 not port 3389
        log in again         ip netns exec %3$s env DISPLAY=%6$s xfreerdp /v:%7$s /u:%8$s /p:%9$s /cert:ignore
        files, logs          %1$s

      test-bed/demo --down takes it down; so does the next run.
      """;

  private static final String CONTROLLER =
      """
        controller's console ip netns exec %2$s %1$s/onos/karaf/bin/client -u onos -p rocks
                             then deskedge-policies, deskedge-edges, flows
        controller's REST    ip netns exec %2$s curl -u onos:rocks http://127.0.0.1:8181/onos/deskedge/status
      """;

  private LookAround() {}

  static String text(TestBed bed, boolean controlled) {
    Topology topology = bed.topology();
    return TEXT.formatted(
        bed.state().root(),
        topology.edge().name(),
        topology.client().name(),
        topology.phone().name(),
        topology.desktop().name(),
        bed.screen().display(),
        Topology.DESKTOP_ADDRESS,
        bed.user(),
        bed.user().password(),
        controlled ? CONTROLLER.formatted(bed.state().root(), topology.controller().name()) : "");
  }
}
