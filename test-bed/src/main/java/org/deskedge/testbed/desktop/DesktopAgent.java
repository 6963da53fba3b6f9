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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.regex.Pattern;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/**
 * The desktop agent: its front before the remote-desktop server, and the agent itself in the
 * session. Two processes, that can be ended one by one.
 */
public final class DesktopAgent implements AutoCloseable {

  /** Address of the remote-desktop server behind the front. */
  public static final String SERVER_ADDRESS = "127.0.0.1";

  /** Port of the remote-desktop server behind the front. */
  public static final int SERVER_PORT = 13389;

  /** Port on loopback where the softphone finds the agent, its outbound proxy. */
  public static final int SOFTPHONE_SIDE_PORT = 5070;

  /** Port on the desktop's address where far ends find the agent. */
  public static final int NETWORK_SIDE_PORT = 5060;

  private static final Pattern CALL_BEGINS = Pattern.compile(" call \\d+: \\S+ calls \\S+$");
  private static final Pattern CALL_ENDS = Pattern.compile(" call \\d+: ended after ");

  private static final Duration START = Duration.ofSeconds(30);

  private final Path jar;
  private final Path proxyInformation;
  private final Namespace desktop;
  private final SessionUser user;
  private ManagedProcess front;
  private ManagedProcess agent;

  private DesktopAgent(Path jar, Path proxyInformation, Namespace desktop, SessionUser user) {
    this.jar = jar;
    this.proxyInformation = proxyInformation;
    this.desktop = desktop;
    this.user = user;
  }

  /**
   * Puts the agent on the desktop.
   *
   * @param artifact the runnable jar
   */
  public static DesktopAgent install(
      Path artifact, Namespace desktop, SessionUser user, StateDirectory state) {
    Path folder = state.emptyFolder("agent");
    try {
      Path jar =
          Files.copy(
              artifact, folder.resolve("desktop-agent.jar"), StandardCopyOption.REPLACE_EXISTING);
      Path shared = Files.createDirectory(folder.resolve("shared"));
      Command.of("chown", SessionUser.NAME + ":", shared.toString()).run();
      return new DesktopAgent(jar, shared.resolve("proxy-information"), desktop, user);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot install " + artifact, e);
    }
  }

  /** Starts the front, on the port of remote-desktop servers, and waits until it listens. */
  public void startFront() {
    front =
        desktop.start(
            "agent-front",
            user.as(
                java(
                    "front",
                    "--listen",
                    Topology.DESKTOP_ADDRESS + ":" + Redirection.PORT,
                    "--server",
                    SERVER_ADDRESS + ":" + SERVER_PORT,
                    "--proxy-information",
                    proxyInformation.toString())));
    awaitPort(front, "-Hltn", Redirection.PORT);
  }

  /**
   * Starts the agent in a session and waits until the softphone can reach it.
   *
   * @param softphone SIP URI of the softphone, with its UDP port on loopback
   */
  public void startAgent(DesktopSession session, String softphone) {
    agent =
        session.start(
            "agent",
            java(
                "agent",
                "--softphone",
                softphone,
                "--listen",
                "127.0.0.1:" + SOFTPHONE_SIDE_PORT,
                "--network",
                Topology.DESKTOP_ADDRESS + ":" + NETWORK_SIDE_PORT,
                "--display",
                session.displayName(),
                "--proxy-information",
                proxyInformation.toString()));
    awaitPort(agent, "-Hlun", SOFTPHONE_SIDE_PORT);
  }

  /** What the agent has logged since it was installed, all its starts together. */
  public String log() {
    return agent.output();
  }

  /** Calls it has, by its log; those it was killed in count for ever. */
  public long calls() {
    return agent.output().lines().filter(line -> CALL_BEGINS.matcher(line).find()).count()
        - agent.output().lines().filter(line -> CALL_ENDS.matcher(line).find()).count();
  }

  /** Ends the agent, but not the front, as a crash would. */
  public void killAgent() {
    agent.kill();
  }

  /** Stops both. */
  @Override
  public void close() {
    if (agent != null) {
      agent.stop();
    }
    if (front != null) {
      front.stop();
    }
  }

  private Command java(String... arguments) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return Command.of(arguments).through(java.toString(), "-Xmx128m", "-jar", jar.toString());
  }

  /** By the port alone: how an address is written depends on the socket's family. */
  private void awaitPort(ManagedProcess process, String sockets, int port) {
    Waiting.until(
        process.name() + " on port " + port,
        START,
        () -> {
          process.requireRunning();
          return desktop.run("ss", sockets).contains(":" + port + " ");
        });
  }
}
