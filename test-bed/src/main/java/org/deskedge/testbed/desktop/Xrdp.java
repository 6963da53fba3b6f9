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
package org.deskedge.testbed.desktop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * The remote-desktop server of the desktop: xrdp with its session manager, unmodified. Runs in a
 * namespace with files of its own, since its paths under /run and /tmp are fixed.
 */
public final class Xrdp implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);
  private static final Pattern CHANNEL_SOCKET = Pattern.compile("xrdpapi_(\\d+)");

  private final Namespace desktop;
  private final SessionUser user;
  private final ManagedProcess sessionManager;
  private final ManagedProcess server;

  private Xrdp(
      Namespace desktop, SessionUser user, ManagedProcess sessionManager, ManagedProcess server) {
    this.desktop = desktop;
    this.user = user;
    this.sessionManager = sessionManager;
    this.server = server;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param address IPv4 address to listen on
   * @param port TCP port to listen on
   */
  public static Xrdp start(
      Namespace desktop, SessionUser user, String address, int port, StateDirectory state) {
    Path files = XrdpFiles.write(state.emptyFolder("xrdp"), address, port);
    desktop.run("mkdir", "-p", "-m", "3777", "/run/xrdp", "/run/xrdp/sockdir");
    desktop.run("mkdir", "-p", "-m", "1777", "/tmp/.X11-unix");
    ManagedProcess sessionManager =
        desktop.start(
            "xrdp-sesman",
            "xrdp-sesman",
            "-n",
            "-c",
            files.resolve(XrdpFiles.SESSION_MANAGER).toString());
    ManagedProcess server =
        desktop.start("xrdp", "xrdp", "-n", "-c", files.resolve(XrdpFiles.SERVER).toString());
    Xrdp xrdp = new Xrdp(desktop, user, sessionManager, server);
    // The session manager takes ::1 for 127.0.0.1.
    xrdp.awaitListener(sessionManager, "[::1]:" + XrdpFiles.SESSION_MANAGER_PORT);
    xrdp.awaitListener(server, address + ":" + port);
    return xrdp;
  }

  /**
   * Waits for the session of the user.
   *
   * @throws TestBedException if it is not there after {@code limit}
   */
  public DesktopSession awaitSession(Duration limit) {
    int display = Waiting.untilPresent("session on the desktop", limit, this::display);
    return new DesktopSession(desktop, user, display);
  }

  /** Stops it and ends the session with everything the user runs on the desktop. */
  @Override
  public void close() {
    server.stop();
    sessionManager.stop();
    desktop.processes().stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .filter(process -> process.info().user().filter(SessionUser.NAME::equals).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  private Optional<Integer> display() {
    Matcher socket = CHANNEL_SOCKET.matcher(desktop.run("ls", "/run/xrdp/sockdir"));
    return socket.find() ? Optional.of(Integer.valueOf(socket.group(1))) : Optional.empty();
  }

  private void awaitListener(ManagedProcess process, String socket) {
    Waiting.until(
        process.name() + " on " + socket,
        START,
        () -> {
          process.requireRunning();
          return desktop.run("ss", "-Hltn").contains(" " + socket + " ");
        });
  }
}
