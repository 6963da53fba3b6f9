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
package org.deskedge.testbed.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deskedge.testbed.desktop.SessionUser;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * The person's remote-desktop client: xfreerdp, unmodified. It dials the desktop's own address,
 * whether its connections are redirected or not.
 */
public final class RemoteDesktopClient implements AutoCloseable {

  /** Sound and microphone through the PulseAudio server that the environment names. */
  public static final List<String> SOUND =
      List.of("/sound:sys:pulse,latency:60", "/microphone:sys:pulse");

  /** Part of the screen that is white once the terminal of the desktop is there. */
  private static final double TERMINAL = 0.1;

  private final Namespace client;
  private final Screen screen;
  private final Path home;
  private ManagedProcess program;

  /** A client that is not connected, on a screen. */
  public RemoteDesktopClient(Namespace client, Screen screen, StateDirectory state) {
    this.client = client;
    this.screen = screen;
    this.home = state.folder("client");
  }

  /**
   * Starts the client.
   *
   * @param user who logs in
   * @param options further options of xfreerdp, such as {@link #SOUND}
   * @param environment added to its environment, such as the PulseAudio server
   */
  public void connect(SessionUser user, List<String> options, Map<String, String> environment) {
    close();
    Command command =
        Command.of(options.toArray(String[]::new))
            .through(
                "xfreerdp",
                "/v:" + Topology.DESKTOP_ADDRESS,
                "/u:" + SessionUser.NAME,
                "/p:" + user.password(),
                "/cert:ignore",
                "/size:1024x768");
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      command = command.with(variable.getKey(), variable.getValue());
    }
    program =
        client.start(
            "xfreerdp", command.with("DISPLAY", screen.display()).with("HOME", home.toString()));
  }

  /** Whether it runs; it ends when its connection does. */
  public boolean isConnected() {
    return program != null && program.isRunning();
  }

  /**
   * Waits until the desktop is to be seen.
   *
   * @return the picture of it
   * @throws org.deskedge.testbed.process.TestBedException if it is not to be seen after {@code
   *     limit}, or the client has ended
   */
  public Screenshot awaitDesktop(Duration limit) {
    Waiting.until(
        "desktop on the client's screen",
        limit,
        () -> {
          program.requireRunning();
          return screen.picture("desktop").white() > TERMINAL;
        });
    return screen.picture("desktop");
  }

  /** Ends the client, and with it the connection; the session on the desktop stays. */
  @Override
  public void close() {
    if (program != null) {
      program.stop();
      program = null;
    }
  }
}
