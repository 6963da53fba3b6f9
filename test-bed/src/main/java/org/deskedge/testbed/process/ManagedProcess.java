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
package org.deskedge.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs beside the test bed, writes to a log file of its own, and is remembered in
 * the {@link StateDirectory} until it is stopped. It is in a session of its own, so that an
 * interrupt typed at the terminal goes to the test bed alone, which then stops things in order.
 */
public final class ManagedProcess implements AutoCloseable {

  /** How long a program may take to end by itself after SIGTERM. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  private final String name;
  private final Process process;
  private final Path log;
  private final StateDirectory state;

  private ManagedProcess(String name, Process process, Path log, StateDirectory state) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.state = state;
  }

  /**
   * Starts a program in the namespaces of this one.
   *
   * @param name names its log file, {@code logs/<name>.log}, which is appended to
   */
  public static ManagedProcess start(String name, Command command, StateDirectory state) {
    Path log = state.log(name);
    try {
      // setsid does not fork here (no child of Java leads a process group): the process id is
      // that of the program itself.
      Process process =
          command
              .through("setsid")
              .builder()
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      state.remember(name, process.pid());
      return new ManagedProcess(name, process, log, state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  /** The name it was started under. */
  public String name() {
    return name;
  }

  /** Process id of the program itself. */
  public long pid() {
    return process.pid();
  }

  /** Where the program's standard output and error go. */
  public Path log() {
    return log;
  }

  /** What the program has written so far. */
  public String output() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /**
   * Fails if the program is no longer running.
   *
   * @throws TestBedException with the end of its log
   */
  public void requireRunning() {
    if (!isRunning()) {
      throw new TestBedException(
          name + " ended with status " + process.exitValue() + ": " + tail(output(), 2000));
    }
  }

  /**
   * Waits until the program ends by itself.
   *
   * @return its exit status
   * @throws TestBedException if it still runs after {@code limit}
   */
  public int await(Duration limit) {
    if (!ends(limit)) {
      throw new TestBedException(name + " still runs after " + limit.toMillis() + " ms");
    }
    return process.exitValue();
  }

  /** Ends the program and its children: SIGTERM, and after {@link #GRACE} SIGKILL. */
  public void stop() {
    stop(GRACE);
  }

  /** Ends the program and its children: SIGTERM, and after some time SIGKILL. */
  public void stop(Duration grace) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    ends(grace);
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    ends(GRACE);
    state.forget(pid());
  }

  /** Ends the program and its children at once, as a crash would: SIGKILL. */
  public void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    ends(GRACE);
    state.forget(pid());
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }

  private boolean ends(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestBedException("interrupted while waiting for " + name, e);
    }
  }

  private static String tail(String text, int length) {
    return text.substring(Math.max(0, text.length() - length));
  }
}
