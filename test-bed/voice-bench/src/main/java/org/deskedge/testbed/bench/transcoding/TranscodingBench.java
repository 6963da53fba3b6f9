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
package org.deskedge.testbed.bench.transcoding;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deskedge.testbed.Claim;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.bench.MachineSize;
import org.deskedge.testbed.farend.Rtpengine;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.JavaProgram;
import org.deskedge.testbed.report.ReportJson;
import org.deskedge.testbed.voice.Speech;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What transcoding costs the edge's codecs, and what it costs rtpengine. */
@Command(name = "transcoding")
public final class TranscodingBench implements Callable<Integer> {

  /** A difference below this share of a relay's cost is noise. */
  private static final double LEAST_DIFFERENCE = 0.1;

  private static final Duration MARGIN = Duration.ofSeconds(60);

  @Option(names = "--calls", defaultValue = "20")
  private int calls;

  @Option(names = "--seconds", defaultValue = "10")
  private int seconds;

  @Option(names = "--report")
  private Path reportFile;

  private final Progress progress = new Progress(System.out);

  /** What rtpengine did in one run. */
  private record Load(long arrived, long sent, double cpuNanos) {
    double nanosPerFrame() {
      return cpuNanos / arrived;
    }
  }

  @Override
  public Integer call() throws Exception {
    List<TranscodingResult> results = new ArrayList<>();
    double relay;
    try (Claim claim = Claim.take();
        Namespace namespace = Namespace.create(Machine.PHONE.role(), claim.state())) {
      claim.state().emptyFolder("logs");
      progress.say("rtpengine: relaying PCMU, " + calls + " calls");
      relay = load(claim, namespace, "PCMU").nanosPerFrame();
      for (String other : CodecPair.OTHERS) {
        Optional<CodecPair> pair = CodecPair.with(other);
        if (pair.isEmpty()) {
          progress.say(other + ": not on this machine");
          continue;
        }
        progress.say("rtpengine: transcoding " + pair.get() + ", " + calls + " calls");
        Load rtpengine = load(claim, namespace, other);
        progress.say("edge: transcoding " + pair.get());
        results.add(result(pair.get(), rtpengine, relay));
      }
    }
    TranscodingReport report =
        new TranscodingReport(
            MachineSize.here(),
            Rtpengine.version(),
            calls,
            1e9 / relay,
            results,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println();
    System.out.print(report.table());
    if (reportFile != null) {
      Files.writeString(reportFile, ReportJson.of(report));
    }
    return CommandLine.ExitCode.OK;
  }

  private TranscodingResult result(CodecPair pair, Load rtpengine, double relay) {
    double edge =
        EdgeTranscoding.framesPerCpuSecond(
            pair,
            CodecPair.payloads(pair.one(), Speech.PERSON.samples(pair.one().sampleRate())),
            CodecPair.payloads(pair.other(), Speech.PERSON.samples(pair.other().sampleRate())),
            Duration.ofSeconds(seconds));
    double more = rtpengine.nanosPerFrame() - relay;
    Double net = more > relay * LEAST_DIFFERENCE ? 1e9 / more : null;
    return new TranscodingResult(
        pair.toString(),
        edge,
        1e9 / rtpengine.nanosPerFrame(),
        net,
        net == null ? null : edge / net,
        (double) rtpengine.arrived() / rtpengine.sent());
  }

  private Load load(Claim claim, Namespace namespace, String other) {
    try (Rtpengine rtpengine = Rtpengine.start("127.0.0.1", 1, namespace, claim.state())) {
      String[] figures =
          namespace
              .in(
                  JavaProgram.of(
                      RtpLoad.class,
                      Long.toString(rtpengine.process().pid()),
                      other,
                      Integer.toString(calls),
                      Integer.toString(seconds)))
              .run(Duration.ofSeconds(seconds).plus(MARGIN))
              .strip()
              .split(" ", 3);
      return new Load(
          Long.parseLong(figures[0]), Long.parseLong(figures[1]), Double.parseDouble(figures[2]));
    }
  }
}
