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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program with its arguments and what is added to its environment.
 *
 * @param arguments the program and its arguments, at least one
 * @param environment variables set on top of the ones of this process
 */
public record Command(List<String> arguments, Map<String, String> environment) {

  /** How long {@link #run()} waits for the end of the program. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  /** Copies both. */
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A command with an unchanged environment. */
  public static Command of(String... arguments) {
    return new Command(List.of(arguments), Map.of());
  }

  /** The same command with one more variable in its environment. */
  public Command with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Command(arguments, more);
  }

  /** The same command with more arguments. */
  public Command plus(String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return new Command(all, environment);
  }

  /** The same command, run through another one: {@code prefix} followed by this command. */
  public Command through(String... prefix) {
    List<String> all = new ArrayList<>(List.of(prefix));
    all.addAll(arguments);
    return new Command(all, environment);
  }

  /**
   * Runs the program to its end, at most {@link #LIMIT}.
   *
   * @return what it wrote to its standard output
   * @throws TestBedException if it fails or does not end in time; the message holds what it said
   */
  public String run() {
    return run(LIMIT);
  }

  /**
   * Runs the program to its end, at most {@code limit}.
   *
   * @return what it wrote to its standard output
   * @throws TestBedException if it fails or does not end in time; the message holds what it said
   */
  public String run(Duration limit) {
    return run("", limit);
  }

  /**
   * Runs the program to its end, at most {@code limit}.
   *
   * @param input what the program reads from its standard input
   * @return what it wrote to its standard output
   * @throws TestBedException if it fails or does not end in time; the message holds what it said
   */
  public String run(String input, Duration limit) {
    try {
      // Files and not pipes: a program that leaves something running would keep a pipe open.
      Path in = Files.createTempFile("deskedge-", ".in");
      Path out = Files.createTempFile("deskedge-", ".out");
      Path err = Files.createTempFile("deskedge-", ".err");
      try {
        Files.writeString(in, input);
        Process process =
            builder()
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw failure("still ran after " + limit.toMillis() + " ms", out, err);
        }
        if (process.exitValue() != 0) {
          throw failure("ended with status " + process.exitValue(), out, err);
        }
        return read(out);
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + this, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestBedException("interrupted in " + this, e);
    }
  }

  /** A process builder for this command, with nothing redirected. */
  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.environment().putAll(environment);
    return builder;
  }

  private TestBedException failure(String how, Path out, Path err) throws IOException {
    String said = (read(out) + read(err)).strip();
    return new TestBedException(this + " " + how + (said.isEmpty() ? "" : ": " + said));
  }

  // Bytes that are no UTF-8 are replaced: what programs say is only ever shown.
  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** The command line without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return String.join(" ", arguments);
  }
}
