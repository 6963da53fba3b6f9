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
package org.deskedge.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskedge.testbed.edge.Edge;

/** The logs of a run, for whoever wants to know why it failed. */
public final class Logs {

  /** Lines shown of each log. */
  private static final int LINES = 20;

  private static final List<String> MORE =
      List.of(
          "xrdp/xrdp.log",
          "xrdp/xrdp-sesman.log",
          "edge/" + Edge.LOG,
          "edge/data/log/karaf.log",
          "edge-2/" + Edge.LOG,
          "onos/karaf/data/log/karaf.log");

  /** Lines of each log that {@link #complaints} shows, and characters of each line. */
  private static final int COMPLAINTS = 2;

  private static final int LONGEST = 200;

  private static final Pattern COMPLAINT =
      Pattern.compile("\\b(WARN|WARNING|ERROR|FATAL|Exception)\\b");

  private Logs() {}

  /**
   * The ends of all logs that are not empty.
   *
   * @param root the state directory
   */
  public static String ends(Path root) {
    return all(root).stream()
        .map(log -> end(root.relativize(log), log))
        .collect(Collectors.joining());
  }

  /**
   * What the parts complained of, a few lines of each, and where all of it is to be read.
   *
   * @param root the state directory
   */
  public static String complaints(Path root) {
    StringBuilder text = new StringBuilder("Warnings and errors of the parts, the last ones:\n");
    List<Path> logs = all(root);
    for (Path log : logs) {
      List<String> lines = lines(log).stream().filter(COMPLAINT.asPredicate()).toList();
      lines.subList(Math.max(0, lines.size() - COMPLAINTS), lines.size()).stream()
          .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
          .forEach(
              line ->
                  text.append("  ")
                      .append(root.relativize(log))
                      .append(": ")
                      .append(line)
                      .append('\n'));
    }
    text.append("Whole logs:\n");
    logs.forEach(log -> text.append("  ").append(log).append('\n'));
    return text.toString();
  }

  /**
   * Those that are there, not empty, and of this run: what a part writes elsewhere stays from run
   * to run, but its own log below logs is there only once it has been started.
   */
  private static List<Path> all(Path root) {
    Path folder = root.resolve("logs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> logs = Files.list(folder)) {
      Stream<String> started =
          MORE.stream()
              .filter(more -> folder.resolve(more.split("/", 2)[0] + ".log").toFile().exists());
      return Stream.concat(logs.sorted(), started.map(root::resolve))
          .filter(log -> log.toFile().length() > 0)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the logs in " + root, e);
    }
  }

  private static String end(Path name, Path log) {
    List<String> lines = lines(log);
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    return "--- " + name + "\n" + String.join("\n", last) + "\n";
  }

  private static List<String> lines(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }
}
