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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/** The edge, unpacked from its distribution and run as an operator would. */
public final class Edge implements AutoCloseable {

  /** Its own log, below the folder it is unpacked in. */
  public static final String LOG = "data/log/deskedge.log";

  private static final String TOKEN = "etc/deskedge.token";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Machine identity;
  private final Namespace machine;
  private final Path home;
  private ManagedProcess process;

  private Edge(Machine identity, Namespace machine, Path home) {
    this.identity = identity;
    this.machine = machine;
    this.home = home;
  }

  /**
   * Unpacks the distribution and has the machine deliver redirected connections to it.
   *
   * @param archive the distribution, a tar.gz
   * @param identity who the machine is on the access switch; names folder and process, too
   */
  public static Edge install(
      Path archive, Machine identity, Namespace machine, StateDirectory state) {
    Path home = state.emptyFolder(identity.role());
    Command.of("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
        .run();
    Edge edge = new Edge(identity, machine, home);
    machine.run(edge.bin("deskedge-redirect"), "up", "--interface", AccessSwitch.INTERFACE);
    return edge;
  }

  /** Who its machine is on the access switch. */
  public Machine identity() {
    return identity;
  }

  /** Where it is unpacked; its configuration is in {@code etc}, its log in {@code data/log}. */
  public Path home() {
    return home;
  }

  /**
   * Starts it and waits until it takes remote-desktop connections and answers on its console.
   *
   * @param environment added to its environment, such as {@code EXTRA_JAVA_OPTS}
   */
  public void start(Map<String, String> environment) {
    Command command = Command.of(bin("karaf"), "daemon");
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      command = command.with(variable.getKey(), variable.getValue());
    }
    process = machine.start(identity.role(), command);
    Waiting.until(
        "edge on port 3389",
        START,
        () -> {
          process.requireRunning();
          return machine.run("ss", "-Hltn").contains(":3389 ");
        });
    Waiting.untilPresent("answer of the edge's console", START, this::firstAnswer);
  }

  /**
   * Sets a configuration key, to be read at the next start.
   *
   * @param pid names the file in {@code etc}, without {@code .cfg}
   */
  public void configure(String pid, String key, String value) {
    try {
      Files.writeString(
          home.resolve("etc").resolve(pid + ".cfg"),
          key + " = " + value + "\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot configure " + pid, e);
    }
  }

  /** The secret that its management endpoint asks for; there once it has been started. */
  public String token() {
    try {
      return Files.readString(home.resolve(TOKEN)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the edge's token", e);
    }
  }

  /** The lines of its own log so far; none before it has written one. */
  public List<String> log() {
    Path log = home.resolve(LOG);
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** What {@code deskedge:sessions --json} says. */
  public JsonNode sessions() {
    return ask("deskedge:sessions --json");
  }

  /** What {@code deskedge:calls --json} says. */
  public JsonNode calls() {
    return ask("deskedge:calls --json");
  }

  /**
   * Waits until it has no call and every RTP port is free.
   *
   * @throws TestBedException if it still has after {@code limit}
   */
  public void awaitNoCall(Duration limit) {
    Waiting.until(
        "edge without calls and with all RTP ports free",
        limit,
        () -> {
          JsonNode report = calls();
          return report.path("calls").isEmpty()
              && report.path("counters").path("active").asInt(-1) == 0
              && report.path("ports").path("used").asInt(-1) == 0;
        });
  }

  /** Whether its process runs. */
  public boolean isRunning() {
    return process != null && process.isRunning();
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Stops it in order. */
  @Override
  public void close() {
    if (process != null) {
      process.stop();
    }
  }

  private Optional<JsonNode> firstAnswer() {
    process.requireRunning();
    try {
      return Optional.of(sessions());
    } catch (TestBedException e) {
      // The console, or the command, is not there yet.
      return Optional.empty();
    }
  }

  private JsonNode ask(String command) {
    String answer = machine.command(bin("client"), "-b").run(command + "\n", ANSWER);
    try {
      return JSON.readTree(answer.substring(Math.max(0, answer.indexOf('{'))));
    } catch (JsonProcessingException e) {
      throw new TestBedException("the edge answers " + command + " with " + answer, e);
    }
  }

  private String bin(String program) {
    return home.resolve("bin").resolve(program).toString();
  }
}
