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

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;

/**
 * The controller: a single ONOS node, unpacked from the test bed's own distribution. What it keeps
 * is still there after {@link #stop} or {@link #kill} and {@link #start}, except flow rules.
 */
public final class Onos implements AutoCloseable {

  /** How long a start, or anything it does by itself, may take. */
  public static final Duration LIMIT = Duration.ofMinutes(3);

  /** TCP port that switches connect to. */
  public static final int OPENFLOW_PORT = 6653;

  /** TCP port of its REST interface and of the web pages of applications. */
  public static final int HTTP_PORT = 8181;

  private static final String USER = "onos";
  private static final String PASSWORD = "rocks";
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Namespace machine;
  private final Path home;
  private final Rest rest;
  private ManagedProcess process;

  private Onos(Namespace machine, Path home, Rest rest) {
    this.machine = machine;
    this.home = home;
    this.rest = rest;
  }

  /**
   * Unpacks the distribution; nothing of an earlier controller is kept. It does not run yet.
   *
   * @param archive the distribution, a tar.gz
   * @param machine where it runs
   */
  public static Onos install(Path archive, Namespace machine, StateDirectory state) {
    // ONOS keeps its applications in a folder beside its own.
    Path files = state.emptyFolder("onos");
    Path home = state.folder("onos/karaf");
    Command.of("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1")
        .run();
    Path credentials = credentials(files);
    String base = "http://127.0.0.1:" + HTTP_PORT + "/onos";
    return new Onos(machine, home, new Rest(machine, credentials, base));
  }

  /** Where it is unpacked; its configuration is in {@code etc}, its log in {@code data/log}. */
  public Path home() {
    return home;
  }

  /** Starts it and waits until it answers requests and takes flow rules. */
  public void start() {
    start("");
  }

  /**
   * The same as {@link #start()}.
   *
   * @param javaOptions options of its virtual machine, on top of those of the distribution; the
   *     same one given anew, such as {@code -Xmx}, counts
   */
  public void start(String javaOptions) {
    process =
        machine.start(
            "onos",
            Command.of(bin("karaf"), "daemon")
                .with("EXTRA_JAVA_OPTS", javaOptions)
                // Its identity: what it keeps belongs to it alone.
                .with("ONOS_IP", "127.0.0.1"));
    Waiting.until("REST interface and flow rule service of ONOS", LIMIT, this::takesFlows);
  }

  private boolean takesFlows() {
    process.requireRunning();
    Waiting.pause(200);
    try {
      // Answered only once the service is there.
      return rest.ask("GET", "/v1/flows", "", "").isSuccess();
    } catch (TestBedException e) {
      // Nobody listens yet.
      return false;
    }
  }

  /**
   * Asks its REST interface.
   *
   * @param path from {@code /onos} on, such as {@code /v1/devices}
   * @throws TestBedException if it does not answer with success
   */
  public JsonNode get(String path) {
    return rest.json("GET", path, "");
  }

  /** Whether its REST interface answers a GET with success. */
  public boolean answers(String path) {
    return rest.ask("GET", path, "", "").isSuccess();
  }

  /**
   * Sends JSON to its REST interface.
   *
   * @param path from {@code /onos} on
   * @return what it answers; a missing node if that is nothing
   * @throws TestBedException if it does not answer with success
   */
  public JsonNode post(String path, String json) {
    return rest.json("POST", path, json);
  }

  /** The same as {@link #post} with the method PUT. */
  public JsonNode put(String path, String json) {
    return rest.json("PUT", path, json);
  }

  /** The same as {@link #post} with the method DELETE and no body. */
  public void delete(String path) {
    rest.json("DELETE", path, "");
  }

  /**
   * Runs a command on its console.
   *
   * @return what the command prints
   */
  public String console(String command) {
    return machine
        .command(bin("client"), "-b", "-u", USER, "-p", PASSWORD)
        .run(command + "\n", Duration.ofSeconds(60));
  }

  /**
   * Installs an application and activates it.
   *
   * @param oar the application's archive
   * @return its name
   * @throws TestBedException if it is refused, or does not become active
   */
  public String installApplication(Path oar) {
    String name = rest.upload("/v1/applications?activate=true", oar).path("name").asText();
    awaitActive(name);
    return name;
  }

  /** Waits until an application that is installed is active. */
  public void awaitActive(String application) {
    Waiting.until("active application " + application, LIMIT, () -> isActive(application));
  }

  /** Whether an application is active; false if it is not installed. */
  public boolean isActive(String application) {
    Rest.Answer answer = rest.ask("GET", "/v1/applications/" + application, "", "");
    return answer.isSuccess() && answer.body().contains("\"state\":\"ACTIVE\"");
  }

  /** Activates an application that is installed, and waits until it is active. */
  public void activate(String application) {
    post("/v1/applications/" + application + "/active", "");
    awaitActive(application);
  }

  /** Deactivates an application. */
  public void deactivate(String application) {
    delete("/v1/applications/" + application + "/active");
  }

  /** Whether its process runs. */
  public boolean isRunning() {
    return process != null && process.isRunning();
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Stops it in order. */
  public void stop() {
    process.stop(STOP);
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Stops it in order, if it was started. */
  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }

  // In a file and not among the arguments, which every user of the machine sees.
  private static Path credentials(Path folder) {
    Path file = folder.resolve("curl.cfg");
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(file, "user = \"" + USER + ":" + PASSWORD + "\"\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String bin(String program) {
    return home.resolve("bin").resolve(program).toString();
  }
}
