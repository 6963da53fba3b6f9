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
package org.deskedge.testbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.process.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkBaselineIT {
  @TempDir Path directory;

  @Test
  void voiceThroughTheDesktopCrossesTheWanTwice() {
    try (StateDirectory state = StateDirectory.open(directory);
        Namespace router = Namespace.create("measure-router", state);
        Namespace phone = Namespace.create("measure-phone", state);
        Namespace client = Namespace.create("measure-client", state);
        Namespace desktop = Namespace.create("measure-desktop", state)) {
      Wan.connect(router, "10.79.0.1/24", desktop, "10.79.0.2/24", state);
      router.run("sysctl", "-qw", "net.ipv4.ip_forward=1");
      desktop.run("ip", "route", "add", "default", "via", "10.79.0.1");
      connect(router, phone, "10.77.1");
      connect(router, client, "10.77.2");
      BaselineResult result =
          NetworkBaseline.measure(
              new NetworkBaseline.Place(phone, "wire0", "10.77.1.2"),
              new NetworkBaseline.Place(client, "wire0", "10.77.2.2"),
              new NetworkBaseline.Place(desktop, Wan.INTERFACE, "10.79.0.2"),
              state);

      System.out.println(result);
      double least = 2 * Wan.DELAY_MILLIS + 20;
      assertThat(result.mouthToEarMs().toFarEnd()).isBetween(least, least + 20);
      assertThat(result.mouthToEarMs().toClient()).isBetween(least, least + 20);
      // Two directions of some 500 packets, each twice over the link.
      assertThat(result.wanVoicePackets()).isGreaterThan(4 * 450);
    }
  }

  private static void connect(Namespace router, Namespace machine, String network) {
    String end = machine.name().replace("deskedge-measure-", "to-");
    router.run(
        "ip", "link", "add", end, "type", "veth", "peer", "name", "wire0", "netns", machine.name());
    router.run("ip", "addr", "add", network + ".1/24", "dev", end);
    router.run("ip", "link", "set", end, "up");
    machine.run("ip", "addr", "add", network + ".2/24", "dev", "wire0");
    machine.run("ip", "link", "set", "wire0", "up");
    machine.run("ip", "route", "add", "default", "via", network + ".1");
  }
}
