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

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.Waiting;

/** A network namespace: one machine of the test bed. Its loopback interface is up. */
public final class Namespace implements AutoCloseable {

  /** What the names of all namespaces of the test bed start with. */
  public static final String PREFIX = "deskedge-";

  /** How long programs may take to end by themselves when the namespace is deleted. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  // Mounts belong to a mount namespace, and that lives as long as something runs in it.
  private static final String OWN_FILES =
      """
      mount -t tmpfs -o mode=0755 tmpfs /run
      mount -t tmpfs -o mode=1777 tmpfs /tmp
      echo ready
      exec sleep infinity
      """;

  private final String name;
  private final StateDirectory state;
  private final List<String> prefix;

  private Namespace(String name, StateDirectory state, List<String> prefix) {
    this.name = name;
    this.state = state;
    this.prefix = prefix;
  }

  /**
   * Makes a namespace.
   *
   * @param role its name without {@link #PREFIX}
   */
  public static Namespace create(String role, StateDirectory state) {
    String name = PREFIX + role;
    Namespace namespace = new Namespace(name, state, List.of("ip", "netns", "exec", name));
    Command.of("ip", "netns", "add", name).run();
    // Duplicate address detection would hold IPv6 loopback back for a second or so.
    namespace.run("sysctl", "-qw", "net.ipv6.conf.all.accept_dad=0");
    namespace.run("ip", "link", "set", "lo", "up");
    return namespace;
  }

  /**
   * Makes a namespace with a {@code /run} and a {@code /tmp} of its own, both empty: for programs
   * that have fixed paths there.
   *
   * @param role its name without {@link #PREFIX}
   */
  public static Namespace createWithOwnFiles(String role, StateDirectory state) {
    Namespace plain = create(role, state);
    ManagedProcess holder =
        plain.start(
            role + "-files", "unshare", "-m", "--propagation", "private", "sh", "-ec", OWN_FILES);
    Waiting.until(
        "own files in " + plain.name,
        GRACE,
        () -> {
          holder.requireRunning();
          return holder.output().endsWith("ready\n");
        });
    String pid = Long.toString(holder.pid());
    return new Namespace(plain.name, state, List.of("nsenter", "-t", pid, "-m", "-n", "--"));
  }

  /** Name of the namespace, as {@code ip netns} knows it. */
  public String name() {
    return name;
  }

  /** Its name without {@link #PREFIX}. */
  public String role() {
    return name.substring(PREFIX.length());
  }

  /** A command that runs in this namespace. */
  public Command command(String... arguments) {
    return in(Command.of(arguments));
  }

  /** The same command, run in this namespace. */
  public Command in(Command command) {
    return command.through(prefix.toArray(String[]::new));
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
   * @param roles their names without {@link #PREFIX}
   * @return the names of those that were there
   */
  public static List<String> deleteLeftovers(List<String> roles) {
    List<String> there =
        Command.of("ip", "netns", "list").run().lines().map(line -> line.split(" ", 2)[0]).toList();
    List<String> names = roles.stream().map(PREFIX::concat).filter(there::contains).toList();
    names.forEach(Namespace::delete);
    return names;
  }

  private static List<Long> processes(String name) {
    return Command.of("ip", "netns", "pids", name).run().lines().map(Long::valueOf).toList();
  }

  private static void delete(String name) {
    // Asked first: X servers then take their lock files away.
    handles(name).forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + GRACE.toNanos();
    while (!processes(name).isEmpty() && System.nanoTime() - end < 0) {
      Waiting.pause(50);
    }
    handles(name).forEach(ProcessHandle::destroyForcibly);
    Command.of("ip", "netns", "delete", name).run();
  }

  private static Stream<ProcessHandle> handles(String name) {
    return processes(name).stream().map(ProcessHandle::of).flatMap(Optional::stream);
  }
}
