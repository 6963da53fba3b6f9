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
package org.deskedge.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.testbed.controller.Branch.LIMIT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.Test;

/** Packets that a switch hands to the controller, and those it sends by a switch. */
abstract class PacketsOfTheController {

  private static final String ADDRESS = "10.10.0.250";
  private static final String MAC = "02:00:00:00:00:fa";

  private final Branch branch = Branch.up();

  @Test
  void theControllerAnswersAnArpRequestThroughTheSwitch() throws IOException {
    Namespace client = branch.bed().topology().client();
    assertThat(neighbour(client)).doesNotContain(MAC);
    Path file =
        branch.controller().onos().home().resolve("etc/org.deskedge.testbed.onos.provider.arp.cfg");
    Files.writeString(file, "address = " + ADDRESS + "\nmac = " + MAC + "\n");
    Waiting.until("answer of the controller", LIMIT, () -> neighbour(client).contains(MAC));
    assertThat(branch.access().flows()).contains("arp,arp_tpa=" + ADDRESS + " actions=CONTROLLER");

    Files.delete(file);
    Waiting.until(
        "end of the answering flow",
        LIMIT,
        () -> !branch.access().flows().contains("arp_tpa=" + ADDRESS));
    assertThat(neighbour(client)).doesNotContain(MAC);
  }

  /** Asks for the address, and says what is known of it then. */
  private static String neighbour(Namespace client) {
    client.run("ip", "neigh", "flush", "to", ADDRESS);
    client.run("bash", "-c", "ping -q -c 1 -W 1 " + ADDRESS + " >&- || true");
    return client.run("ip", "neigh", "show", ADDRESS);
  }
}
