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
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the test bed keeps what it runs: a lock, a record of every program it started, logs, and a
 * folder for each part. A later run reads the records and clears away what an interrupted run left.
 *
 * <pre>
 * lock                 held by the run that uses the directory
 * processes/PID        name and start time of a program that was started
 * logs/NAME.log        what a program wrote
 * NAME/                files of a part
 * </pre>
 */
public final class StateDirectory implements AutoCloseable {

  /** Environment variable that names another directory. */
  public static final String VARIABLE = "DESKEDGE_TEST_BED";

  private static final Path DEFAULT = Path.of("/var/lib/deskedge-test-bed");

  private final Path root;
  private final RunLock lock;

  private StateDirectory(Path root, RunLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /** The directory that {@link #VARIABLE} names, or {@code /var/lib/deskedge-test-bed}. */
  public static Path configured() {
    String path = System.getenv(VARIABLE);
    return path == null || path.isBlank() ? DEFAULT : Path.of(path).toAbsolutePath();
  }

  /**
   * Makes the directory if need be and locks it.
   *
   * @throws TestBedException if another run holds it
   */
  public static StateDirectory open(Path root) {
    try {
      Files.createDirectories(root.resolve("processes"));
      Files.createDirectories(root.resolve("logs"));
      return new StateDirectory(root, RunLock.take(root.resolve("lock")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + root, e);
    }
  }

  /** The directory itself. */
  public Path root() {
    return root;
  }

  /** The log file of a program or part. */
  public Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  /** A folder for the files of a part; made if it is not there. */
  public Path folder(String part) {
    try {
      return Files.createDirectories(root.resolve(part));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for " + part, e);
    }
  }

  /** A folder for the files of a part, without what an earlier run left in it. */
  public Path emptyFolder(String part) {
    Path folder = folder(part);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
  }

  /** Records a program that was started. */
  void remember(String name, long pid) throws IOException {
    Files.writeString(
        record(pid), new ProcessRecord(name, pid, ProcessRecord.startTime(pid)).text());
  }

  /** Drops the record of a program that has ended. */
  void forget(long pid) {
    try {
      Files.deleteIfExists(record(pid));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the record of process " + pid, e);
    }
  }

  /** Programs that were started and not stopped, in no order; some may have ended by themselves. */
  public List<ProcessRecord> processes() {
    try (Stream<Path> files = Files.list(root.resolve("processes"))) {
      return files.map(ProcessRecord::read).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the records in " + root, e);
    }
  }

  /**
   * Kills the programs that an interrupted run left, and drops all records. A process whose start
   * time is not the recorded one is somebody else's, under a number used again, and is left alone.
   *
   * @return how many were killed
   */
  public int killLeftovers() {
    int killed = 0;
    for (ProcessRecord process : processes()) {
      if (process.kill()) {
        killed++;
      }
      forget(process.pid());
    }
    return killed;
  }

  private Path record(long pid) {
    return root.resolve("processes").resolve(Long.toString(pid));
  }

  /** Gives the lock back; the files stay. */
  @Override
  public void close() {
    lock.close();
  }
}
