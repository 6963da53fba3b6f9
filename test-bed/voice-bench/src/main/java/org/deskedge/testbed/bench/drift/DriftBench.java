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
package org.deskedge.testbed.bench.drift;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.report.ReportJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Long calls with a far end whose clock is fast, and with one whose clock is slow. */
@Command(name = "drift")
public final class DriftBench implements Callable<Integer> {

  /** The jitter buffer may move this much as it adapts; uncorrected, 200 ppm are 360 ms. */
  private static final double MOST_RANGE_MS = 40;

  @Option(names = "--ppm", defaultValue = "200")
  private int partsPerMillion;

  @Option(names = "--minutes", defaultValue = "30")
  private int minutes;

  @Option(names = "--jitter", defaultValue = "10")
  private int jitterMs;

  @Option(names = "--report")
  private Path reportFile;

  private final Progress progress = new Progress(System.out);

  @Override
  public Integer call() throws Exception {
    List<DriftResult> results = new ArrayList<>();
    for (int ppm : new int[] {partsPerMillion, -partsPerMillion}) {
      progress.say("a call of %d minutes, far end's clock %+d ppm".formatted(minutes, ppm));
      results.add(new DriftRun(ppm, jitterMs).run(minutes));
    }
    System.out.println();
    results.forEach(result -> System.out.println(result.table()));
    if (reportFile != null) {
      Files.writeString(reportFile, ReportJson.of(results));
    }
    boolean steady = results.stream().allMatch(result -> result.delayRangeMs() <= MOST_RANGE_MS);
    return steady ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
