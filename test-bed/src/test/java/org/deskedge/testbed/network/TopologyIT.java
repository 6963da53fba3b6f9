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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deskedge.testbed.process.StateDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopologyIT {

  private static StateDirectory state;
  private static Topology topology;

  @BeforeAll
  static void build() {
    state = StateDirectory.open(StateDirectory.configured());
    Topology.deleteLeftovers();
    state.killLeftovers();
    topology = Topology.build(state);
  }

  @AfterAll
  static void delete() {
    // Without the directory's lock the machines there are somebody else's.
    if (state != null) {
      Topology.deleteLeftovers();
      state.killLeftovers();
      state.close();
    }
  }

  @Test
  void theClientReachesTheDesktopAcrossTheWan() {
    topology.client().run("ping", "-c", "1", "-W", "2", Topology.DESKTOP_ADDRESS);
    String answer =
        topology
            .client()
            .run("ping", "-q", "-c", "10", "-i", "0.2", "-W", "2", Topology.DESKTOP_ADDRESS);
    assertThat(answer).contains("10 received");
    // rtt min/avg/max/mdev = 81.043/81.1/81.2/0.1 ms
    String times = answer.substring(answer.indexOf(" = ") + 3);
    assertThat(Double.parseDouble(times.substring(0, times.indexOf('/'))))
        .isGreaterThanOrEqualTo(2 * Wan.DELAY_MILLIS);
  }

  @Test
  void machinesOfTheBranchReachEachOtherPastTheWan() {
    assertThat(topology.edge().run("ping", "-q", "-c", "2", Machine.PHONE.address()))
        .contains("2 received");
  }

  @Test
  void redirectedConnectionsGoToTheEdgeUnderTheDesktopsAddress() {
    topology.redirection().on();
    String connect = "exec 3<>/dev/tcp/" + Topology.DESKTOP_ADDRESS + "/" + Redirection.PORT;
    topology.client().run("bash", "-c", "timeout 1 bash -c '" + connect + "' || true");

    assertThat(flowsThatMatched()).singleElement().asString().contains("output");
    topology.redirection().off();
    assertThat(topology.access().flows()).doesNotContain("tp_dst=3389");
  }

  @Test
  void theDesktopHasItsOwnRunAndTmp() {
    topology.desktop().run("touch", "/run/deskedge-of-the-desktop", "/tmp/deskedge-of-the-desktop");

    assertThat(Path.of("/run/deskedge-of-the-desktop")).doesNotExist();
    assertThat(Path.of("/tmp/deskedge-of-the-desktop")).doesNotExist();
    assertThat(topology.desktop().run("ls", "/run", "/tmp")).contains("deskedge-of-the-desktop");
  }

  private static List<String> flowsThatMatched() {
    return topology
        .access()
        .flows()
        .lines()
        .filter(flow -> flow.contains("tp_") && !flow.contains("n_packets=0,"))
        .toList();
  }
}
