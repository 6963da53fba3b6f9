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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * The WAN between the branch's router and the data centre: a virtual switch at each end and a
 * filter between them that holds every frame back.
 *
 * <pre>
 * router wan0 [vde_switch] --- wirefilter, 40 ms each way --- [vde_switch] wan0 desktop
 * </pre>
 *
 * The programs run in the namespaces of the two machines and end with them.
 */
public final class Wan {

  /** Delay of a frame in one direction, in milliseconds. */
  public static final int DELAY_MILLIS = 40;

  /** The interface that the machine at each end has. */
  public static final String INTERFACE = "wan0";

  private static final Duration START = Duration.ofSeconds(10);

  private Wan() {}

  /**
   * Lays the WAN between two machines.
   *
   * @param branchAddress address of the branch's end, with prefix length
   * @param centreAddress address of the data centre's end, with prefix length
   */
  public static void connect(
      Namespace branch,
      String branchAddress,
      Namespace centre,
      String centreAddress,
      StateDirectory state) {
    Path files = state.emptyFolder("wan");
    plug(branch, branchAddress, files.resolve("branch"));
    plug(centre, centreAddress, files.resolve("centre"));
    branch.run(
        "wirefilter",
        "-v",
        files.resolve("branch") + ":" + files.resolve("centre"),
        "-d",
        Integer.toString(DELAY_MILLIS),
        "-M",
        files.resolve("control").toString(),
        "--daemon");
  }

  private static void plug(Namespace machine, String address, Path sockets) {
    // As a daemon: in the foreground it would end with its standard input.
    machine.run("vde_switch", "-s", sockets.toString(), "-t", INTERFACE, "-d");
    // It becomes one before it has made its socket and its interface.
    Waiting.until(
        "switch at the end of the WAN",
        START,
        () ->
            Files.exists(sockets.resolve("ctl"))
                && machine.run("ls", "/sys/class/net").lines().anyMatch(INTERFACE::equals));
    Offloads.switchOff(machine, INTERFACE);
    machine.run("ip", "addr", "add", address, "dev", INTERFACE);
    machine.run("ip", "link", "set", INTERFACE, "up");
  }
}
