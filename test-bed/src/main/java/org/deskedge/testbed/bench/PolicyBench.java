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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.network.SwitchFarm;
import org.deskedge.testbed.process.TestBedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the PUT of a redirect policy to its flows in many switches. */
@Command(name = "policy")
public final class PolicyBench implements Callable<Integer> {

  /** As many as a policy may name, without those that are added one by one. */
  private static final int MAX_PREFIXES = 16_384 - PolicyRun.CHANGES;

  @Option(names = "--switches", description = "most switches", defaultValue = "100")
  private int switches;

  @Option(names = "--prefixes", description = "most client prefixes", defaultValue = "10000")
  private int prefixes;

  @Option(names = "--heap", description = "most heap of ONOS", defaultValue = "1g")
  private String heap;

  @Option(names = "--only", description = "the largest size alone")
  private boolean only;

  @Option(names = "--report", description = "file to write the results to as JSON")
  private Path reportFile;

  @Spec private CommandSpec spec;

  private final Progress progress = new Progress(System.out);

  @Override
  public Integer call() throws IOException {
    requireRange("--switches", switches, SwitchFarm.MAX_SIZE);
    requireRange("--prefixes", prefixes, MAX_PREFIXES);
    List<PolicyCaseResult> results = new ArrayList<>();
    try (PolicyBed bed = PolicyBed.open(switches, heap, Artifacts.find(), progress)) {
      PolicyRun run = new PolicyRun(bed, progress);
      String stopped = "";
      for (PolicyCase size : sizes()) {
        if (!stopped.isEmpty()) {
          results.add(PolicyCaseResult.incomplete(size, "not tried after " + stopped));
          continue;
        }
        PolicyCaseResult result = measure(run, size);
        results.add(result);
        stopped = result.isComplete() ? "" : size.toString();
      }
      progress.say("taking everything down");
    }
    PolicyReport report = new PolicyReport(MachineSize.here(), heap, results);
    System.out.println();
    System.out.print(report.table());
    if (reportFile != null) {
      report.write(reportFile);
    }
    return report.isComplete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private PolicyCaseResult measure(PolicyRun run, PolicyCase size) {
    try {
      return run.measure(size);
    } catch (TestBedException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      progress.say(size + ": " + e.getMessage());
      return PolicyCaseResult.incomplete(size, e.getMessage());
    }
  }

  /** From one switch to all of them, and from few prefixes to all: a grid of powers of ten. */
  private List<PolicyCase> sizes() {
    PolicyCase largest = new PolicyCase(switches, prefixes);
    if (only) {
      return List.of(largest);
    }
    return Stream.of(
            new PolicyCase(1, prefixes),
            new PolicyCase(Math.max(1, switches / 10), Math.max(1, prefixes / 10)),
            new PolicyCase(switches, Math.max(1, prefixes / 100)),
            new PolicyCase(switches, Math.max(1, prefixes / 10)),
            largest)
        .distinct()
        .sorted(Comparator.comparingLong(PolicyCase::flows))
        .toList();
  }

  private void requireRange(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + " is " + value + ", but must be 1 to " + most);
    }
  }
}
