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
import java.util.stream.Stream;

/** The logs of a run, for whoever wants to know why it failed. */
public final class Logs {

  /** Lines shown of each log. */
  private static final int LINES = 20;

  private static final List<String> MORE =
      List.of(
          "xrdp/xrdp.log",
          "xrdp/xrdp-sesman.log",
          "edge/data/log/karaf.log",
          "onos/karaf/data/log/karaf.log");

  private Logs() {}

  /**
   * The ends of all logs that are not empty.
   *
   * @param root the state directory
   */
  public static String ends(Path root) {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> logs = Files.list(root.resolve("logs"))) {
      Stream.concat(logs.sorted(), MORE.stream().map(root::resolve))
          .filter(Files::isRegularFile)
          .map(log -> end(root.relativize(log), log))
          .forEach(text::append);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the logs in " + root, e);
    }
  }

  private static String end(Path name, Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return last.isEmpty() ? "" : "--- " + name + "\n" + String.join("\n", last) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }
}
