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
package org.deskedge.testbed.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.report.ReportJson;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.Speech;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the client hears of a far end over networks that lose and delay packets. */
@Command(name = "voice-quality")
public final class QualityBench implements Callable<Integer> {

  private static final List<Double> LOSS_PERCENT = List.of(0.0, 1.0, 3.0, 5.0, 10.0);
  private static final List<Integer> JITTER_MS = List.of(0, 20, 60);

  @Option(names = "--codec", defaultValue = "PCMU")
  private String codecName;

  @Option(names = "--seeds", defaultValue = "5")
  private int seeds;

  @Option(names = "--report")
  private Path reportFile;

  @Spec private CommandSpec spec;

  private final Progress progress = new Progress(System.out);

  @Override
  public Integer call() throws Exception {
    SpeechCodec codec =
        SpeechCodecs.named(codecName)
            .orElseThrow(() -> wrongUsage("--codec is " + codecName + ", not a codec of the edge"));
    if (seeds < 1) {
      throw wrongUsage("--seeds is " + seeds + ", but must be 1 or more");
    }
    QualityRun run = new QualityRun(codec);
    List<QualityResult> results = new ArrayList<>();
    for (int jitter : JITTER_MS) {
      for (double loss : LOSS_PERCENT) {
        progress.say("jitter %d ms, loss %.0f %%".formatted(jitter, loss));
        for (LossPattern pattern : LossPattern.values()) {
          if (loss == 0 && pattern != LossPattern.RANDOM) {
            continue; // Nothing is lost either way.
          }
          for (boolean concealment : new boolean[] {true, false}) {
            results.add(run.measure(new QualityCase(loss, pattern, jitter, concealment), seeds));
          }
        }
      }
    }
    double seconds = (double) Speech.FAR_END.samples().length / G711.RATE;
    QualityReport report = new QualityReport(codec.encodingName(), seeds, seconds, results);
    System.out.println();
    System.out.print(report.table());
    if (reportFile != null) {
      Files.writeString(reportFile, ReportJson.of(report));
    }
    return CommandLine.ExitCode.OK;
  }

  private CommandLine.ParameterException wrongUsage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
