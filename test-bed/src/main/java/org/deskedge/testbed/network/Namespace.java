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

import java.util.List;
import java.util.Optional;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;

/** A network namespace: one machine of the test bed. Its loopback interface is up. */
public final class Namespace implements AutoCloseable {

  /** What the names of all namespaces of the test bed start with. */
  public static final String PREFIX = "deskedge-";

  private final String name;
  private final StateDirectory state;

  private Namespace(String name, StateDirectory state) {
    this.name = name;
    this.state = state;
  }

  /**
   * Makes a namespace.
   *
   * @param role its name without {@link #PREFIX}
   */
  public static Namespace create(String role, StateDirectory state) {
    Namespace namespace = new Namespace(PREFIX + role, state);
    Command.of("ip", "netns", "add", namespace.name).run();
    // Duplicate address detection would hold IPv6 loopback back for a second or so.
    namespace.run("sysctl", "-qw", "net.ipv6.conf.all.accept_dad=0");
    namespace.run("ip", "link", "set", "lo", "up");
    return namespace;
  }

  /** Name of the namespace, as {@code ip netns} knows it. */
  public String name() {
    return name;
  }

  /** A command that runs in this namespace. */
  public Command command(String... arguments) {
    return in(Command.of(arguments));
  }

  /** The same command, run in this namespace. */
  public Command in(Command command) {
    return command.through("ip", "netns", "exec", name);
  }

  /**
   * Runs a program to its end in this namespace.
   *
   * @return what it wrote to its standard output
   */
  public String run(String... arguments) {
    return command(arguments).run();
  }

  /**
   * Starts a program in this namespace.
   *
   * @param process names it and its log file
   */
  public ManagedProcess start(String process, Command command) {
    return ManagedProcess.start(process, in(command), state);
  }

  /** Starts a program in this namespace. */
  public ManagedProcess start(String process, String... arguments) {
    return start(process, Command.of(arguments));
  }

  /** Process ids of everything that runs in this namespace, started by the test bed or not. */
  public List<Long> processes() {
    return processes(name);
  }

  /** Kills everything that runs in the namespace and deletes it. */
  public void delete() {
    delete(name);
  }

  /** The same as {@link #delete()}. */
  @Override
  public void close() {
    delete();
  }

  /**
   * Deletes the namespaces that an interrupted run left, with everything that runs in them.
   *
   * @return their names
   */
  public static List<String> deleteLeftovers() {
    List<String> names =
        Command.of("ip", "netns", "list")
            .run()
            .lines()
            .map(line -> line.split(" ", 2)[0])
            .filter(name -> name.startsWith(PREFIX))
            .toList();
    names.forEach(Namespace::delete);
    return names;
  }

  private static List<Long> processes(String name) {
    return Command.of("ip", "netns", "pids", name).run().lines().map(Long::valueOf).toList();
  }

  private static void delete(String name) {
    processes(name).stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .forEach(ProcessHandle::destroyForcibly);
    Command.of("ip", "netns", "delete", name).run();
  }
}
