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
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.TestBedException;

/** What a program costs. */
final class ProcessSize {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin/jcmd").toString();

  private ProcessSize() {}

  /** Processor time since its start. */
  static Duration cpu(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** Memory that it holds, in MiB. */
  static long residentMb(long pid) {
    try {
      return number(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      throw new UncheckedIOException("no process " + pid, e);
    }
  }

  /** Heap of a Java program that is still used after a full collection, in MiB. */
  static long heapAfterCollectionMb(long pid) {
    String process = Long.toString(pid);
    Command.of(JCMD, process, "GC.run").run();
    return number(HEAP, Command.of(JCMD, process, "GC.heap_info").run());
  }

  private static long number(Pattern kibibytes, String text) {
    Matcher matcher = kibibytes.matcher(text);
    if (!matcher.find()) {
      throw new TestBedException("no " + kibibytes + " in " + text);
    }
    return Long.parseLong(matcher.group(1)) / 1024;
  }
}
