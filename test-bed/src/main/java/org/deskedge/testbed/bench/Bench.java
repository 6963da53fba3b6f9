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

import org.deskedge.testbed.Interruption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** {@code test-bed/bench}: the table of benchmarks. */
@Command(
    name = "test-bed/bench",
    subcommands = {PolicyBench.class, SoakBench.class})
public final class Bench {

  private Bench() {}

  /** Runs the one that is named; the exit status is that of {@code test-bed/bench}. */
  public static void main(String[] arguments) {
    Interruption.endsInOrder(Thread.currentThread());
    int status =
        new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::failed).execute(arguments);
    Runtime.getRuntime().halt(status);
  }

  /** What a benchmark that throws ends with; says why. */
  public static int failed(Exception e, CommandLine command, ParseResult arguments) {
    System.err.println(
        "test-bed/bench: " + (Thread.interrupted() ? "interrupted" : e.getMessage()));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
