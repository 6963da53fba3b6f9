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
package org.deskedge.testbed.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code bin/deskedge-redirect} between client, switch and desktop, with small servers. */
class EdgeRedirectIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Says a line a second time when the file beside it has been made, then the next one. */
  private static final String TALK =
      """
      exec 3<>"/dev/tcp/$1/$2"
      for line in first second; do
        until [[ -e $3/$line ]]; do sleep 0.1; done
        echo "$line" >&3
        read -r answer <&3
        echo "$answer"
      done
      """;

  private static TestBed bed;
  private static StateDirectory state;
  private static Topology topology;
  private static String redirect;

  private ManagedProcess edge;

  @BeforeAll
  static void build() {
    bed = TestBed.open();
    state = bed.state();
    topology = bed.topology();
    redirect =
        bed.installEdge(Artifacts.find().edge()).home().resolve("bin/deskedge-redirect").toString();
    redirect("down");
    // A new namespace has what its maker's machine has.
    topology.edge().run("sysctl", "-qw", "net.ipv4.ip_forward=0");
    topology.desktop().start("server-of-desktop", server("desktop", ""));
    awaitListener(topology.desktop().name());
  }

  @AfterAll
  static void delete() {
    if (bed != null) {
      bed.close();
    }
  }

  @BeforeEach
  void start() {
    edge = topology.edge().start("server-of-edge", server("edge", ",ip-transparent"));
    awaitListener(topology.edge().name());
  }

  @AfterEach
  void stop() {
    topology.redirection().off();
    redirect("down");
    edge.stop();
  }

  @Test
  void aNewConnectionReachesTheEdgeUnderTheDesktopsAddress() throws IOException {
    redirect("up");
    topology.redirection().on();

    assertThat(talk().output())
        .isEqualTo("edge as 10.20.0.10: first\nedge as 10.20.0.10: second\n");
  }

  @Test
  void aConnectionMadePastTheEdgeGoesOnThroughIt() throws IOException {
    redirect("up");
    Path turn = state.emptyFolder("turn");
    ManagedProcess client = client(turn);
    Files.createFile(turn.resolve("first"));
    Waiting.until("first answer", LIMIT, () -> client.output().endsWith("first\n"));

    topology.redirection().on();
    Files.createFile(turn.resolve("second"));
    client.await(LIMIT);

    assertThat(client.output())
        .isEqualTo("desktop as 10.20.0.10: first\ndesktop as 10.20.0.10: second\n");
    assertThat(topology.access().flows().lines().filter(flow -> flow.contains("tcp,")))
        .as("flow to the edge")
        .singleElement()
        .asString()
        .doesNotContain("n_packets=0,");
  }

  @Test
  void whereNothingListensAConnectionIsResetAtOnce() {
    redirect("up");
    topology.redirection().on();
    edge.stop();

    assertThatThrownBy(
            () -> topology.client().run("bash", "-c", "exec 3<>/dev/tcp/10.20.0.10/3389"))
        .isInstanceOf(TestBedException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void upAndDownTwiceLeaveNothing() throws IOException {
    String before = everything();

    assertThat(redirect("up")).startsWith("up: ").contains("forwarding is switched on");
    assertThat(redirect("up")).startsWith("already up: ");
    assertThat(redirect("status")).startsWith("up: ");
    assertThat(everything()).isNotEqualTo(before);
    assertThat(redirect("down")).contains("forwarding is switched off", "down: ");
    assertThat(redirect("down")).startsWith("already down: ");

    assertThatThrownBy(() -> redirect("status")).hasMessageContaining("status 3: down: ");
    assertThat(everything()).isEqualTo(before);
    assertThat(talk().output()).startsWith("desktop as ");
  }

  private static String everything() {
    return topology
        .edge()
        .run(
            "sh",
            "-c",
            "nft list ruleset; ip rule; ip route show table all type local | grep -v scope;"
                + " sysctl net.ipv4.conf.eth0.forwarding");
  }

  private ManagedProcess talk() throws IOException {
    Path turn = state.emptyFolder("turn");
    Files.createFile(turn.resolve("first"));
    Files.createFile(turn.resolve("second"));
    ManagedProcess client = client(turn);
    client.await(LIMIT);
    return client;
  }

  private ManagedProcess client(Path turn) throws IOException {
    String name = "client-of-redirect";
    Files.deleteIfExists(state.log(name));
    return topology
        .client()
        .start(
            name,
            "bash",
            "-ec",
            TALK,
            "talk",
            Topology.DESKTOP_ADDRESS,
            Integer.toString(Redirection.PORT),
            turn.toString());
  }

  private static Command server(String name, String options) {
    String answer = "while read line; do echo \"%s as $SOCAT_SOCKADDR: $line\"; done";
    return Command.of(
        "socat",
        "TCP4-LISTEN:" + Redirection.PORT + ",reuseaddr,fork" + options,
        "SYSTEM:" + answer.formatted(name).replace(":", "\\:").replace("\"", "\\\""));
  }

  private static void awaitListener(String namespace) {
    Command sockets = Command.of("ip", "netns", "exec", namespace, "ss", "-Hltn");
    Waiting.until("listener in " + namespace, LIMIT, () -> sockets.run().contains(":3389 "));
  }

  private static String redirect(String action) {
    return topology.edge().run(redirect, action, "--interface", AccessSwitch.INTERFACE);
  }
}
