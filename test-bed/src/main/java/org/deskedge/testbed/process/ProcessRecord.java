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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What identifies a program over its whole life: process ids are used again, together with the
 * start time they are not.
 *
 * @param name what the test bed calls it
 * @param pid its process id
 * @param startTime clock ticks from the start of the machine to its start (proc(5), stat field 22);
 *     0 if it had ended already
 */
public record ProcessRecord(String name, long pid, long startTime) {

  /** Whether this very process still runs. */
  public boolean isRunning() {
    return startTime != 0 && startTime(pid) == startTime;
  }

  /**
   * Kills it and its children, if it still runs.
   *
   * @return whether it did
   */
  boolean kill() {
    if (!isRunning()) {
      return false;
    }
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              List<ProcessHandle> children = process.descendants().toList();
              process.destroyForcibly();
              children.forEach(ProcessHandle::destroyForcibly);
            });
    return true;
  }

  /** The text kept in the state directory. */
  String text() {
    return name + " " + pid + " " + startTime + "\n";
  }

  /** Reads {@link #text()} back; empty if the file is not there or was cut off. */
  static Optional<ProcessRecord> read(Path file) {
    try {
      List<String> words = List.of(Files.readString(file).strip().split(" "));
      if (words.size() != 3) {
        return Optional.empty();
      }
      return Optional.of(
          new ProcessRecord(
              words.get(0), Long.parseLong(words.get(1)), Long.parseLong(words.get(2))));
    } catch (NumberFormatException | NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Start time of a process in clock ticks, 0 if there is none. */
  static long startTime(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The second field, the program's name in brackets, may itself hold spaces and brackets.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      return fields.get(0).equals("Z") ? 0 : Long.parseLong(fields.get(19));
    } catch (IOException e) {
      return 0;
    }
  }
}
