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
package org.deskedge.testbed.bench.voice;

import org.deskedge.testbed.Interruption;
import org.deskedge.testbed.bench.Bench;
import org.deskedge.testbed.bench.drift.DriftBench;
import org.deskedge.testbed.bench.quality.QualityBench;
import org.deskedge.testbed.bench.transcoding.TranscodingBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code test-bed/bench}: the benchmarks that run parts of the edge in-process. */
@Command(
    name = "test-bed/bench",
    subcommands = {DriftBench.class, QualityBench.class, TranscodingBench.class})
public final class VoiceBench {

  private VoiceBench() {}

  /** Runs the one that is named; the exit status is that of {@code test-bed/bench}. */
  public static void main(String[] arguments) {
    Interruption.endsInOrder(Thread.currentThread());
    int status =
        new CommandLine(new VoiceBench())
            .setExecutionExceptionHandler(Bench::failed)
            .execute(arguments);
    Runtime.getRuntime().halt(status);
  }
}
