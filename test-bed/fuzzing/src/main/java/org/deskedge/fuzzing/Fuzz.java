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
package org.deskedge.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code test-bed/fuzz}: has Jazzer look for inputs on which a decoder throws what it should not,
 * loops, or runs out of memory; each target in a process of its own.
 */
@Command(name = "test-bed/fuzz")
public final class Fuzz implements Callable<Integer> {

  /** Decoders keep little; one that does not is to be found soon. */
  private static final String HEAP = "-Xmx256m";

  /** Longest input, bytes: a large datagram. */
  private static final int MOST_BYTES = 4096;

  /**
   * An input that takes longer than this counts as a finding, seconds. So much because the first
   * one waits for all classes to be loaded and instrumented, on a machine that does more than that.
   */
  private static final int SLOWEST_SECONDS = 120;

  @Option(names = "--seconds", defaultValue = "60")
  private int seconds;

  @Option(names = "--jobs", defaultValue = "2")
  private int jobs;

  @Option(names = "--target", split = ",")
  private List<Target> targets = List.of(Target.values());

  @Option(names = "--folder", required = true)
  private Path folder;

  /** Runs it; the exit status is 0 if nothing was found, 1 if something was. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Fuzz()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Boolean>> running = new ArrayList<>();
      for (Target target : targets) {
        running.add(pool.submit(() -> fuzz(target)));
      }
      boolean clean = true;
      for (Future<Boolean> one : running) {
        clean &= one.get();
      }
      return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean fuzz(Target target) throws IOException, InterruptedException {
    Path work = folder.resolve(target.name().toLowerCase(Locale.ROOT));
    Path corpus = Files.createDirectories(work.resolve("corpus"));
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
    Path log = work.resolve("log");
    Process process =
        new ProcessBuilder(command(target, work, corpus))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    int status = process.waitFor();
    System.out.printf(
        "  %-5s %s%n", target, status == 0 ? summary(log) : "FOUND SOMETHING, see " + log);
    return status == 0;
  }

  private List<String> command(Target target, Path work, Path corpus) {
    return List.of(
        "nice", // Whatever else the machine does comes first.
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        HEAP,
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.entry().getName(),
        "--instrumentation_includes=org.deskedge.**",
        "--reproducer_path=" + work,
        "-artifact_prefix=" + work + "/",
        "-max_total_time=" + seconds,
        "-max_len=" + MOST_BYTES,
        "-timeout=" + SLOWEST_SECONDS,
        "-print_final_stats=1",
        corpus.toString());
  }

  /** The last words of libFuzzer: how many inputs were tried, and how much code they reached. */
  private static String summary(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> last =
          lines.filter(line -> line.contains("cov:") || line.startsWith("Done ")).toList();
      String done = last.isEmpty() ? "nothing" : last.get(last.size() - 1);
      String coverage =
          last.stream().filter(line -> line.contains("cov:")).reduce((a, b) -> b).orElse("");
      return done + coverage.replaceAll(".*(cov: \\d+).*", ", $1");
    }
  }
}
