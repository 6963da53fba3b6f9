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
package org.deskedge.testbed.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.testbed.process.Command;

/**
 * What the figures of a benchmark were measured on.
 *
 * @param processors usable by this process
 * @param processor its model, as the kernel names it
 * @param memoryMb main memory, in MiB
 * @param java version of the virtual machine of controller and edge
 * @param openVswitch version of the switches
 */
public record MachineSize(
    int processors, String processor, long memoryMb, String java, String openVswitch) {

  /** This machine. */
  public static MachineSize here() {
    String version = Command.of("ovs-vswitchd", "--version").run();
    return new MachineSize(
        Runtime.getRuntime().availableProcessors(),
        value(Path.of("/proc/cpuinfo"), "model name"),
        Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) / 1024,
        Runtime.version().toString(),
        version.lines().findFirst().orElse("").replaceFirst(".* ", ""));
  }

  private static String value(Path file, String key) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
