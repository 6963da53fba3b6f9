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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.controller.Onos;
import org.deskedge.testbed.network.SwitchFarm;
import org.deskedge.testbed.process.Waiting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Whether controller, application and the bed's OpenFlow providers stand hours: a policy changes
 * again and again, a switch loses its flows now and then, and each time every switch has to hold
 * exactly its flows before long, while memory does not grow.
 */
@Command(name = "soak")
public final class SoakBench implements Callable<Integer> {

  /** One round in so many takes the first switch's flows away. */
  private static final int LOSS_EVERY = 6;

  /** Prefixes that come and go. */
  private static final int CHANGING = 10;

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @Option(names = "--switches", description = "switches", defaultValue = "10")
  private int switches;

  @Option(names = "--prefixes", description = "client prefixes", defaultValue = "100")
  private int prefixes;

  @Option(names = "--minutes", description = "how long", defaultValue = "120")
  private int minutes;

  @Option(names = "--pause", description = "seconds between changes", defaultValue = "10")
  private int pause;

  @Option(names = "--heap", description = "most heap of ONOS", defaultValue = "1g")
  private String heap;

  @Spec private CommandSpec spec;

  private final Progress progress = new Progress(System.out);
  private final List<Long> nanos = new ArrayList<>();
  private long slowestRepair;

  @Override
  public Integer call() {
    require("--switches", switches, SwitchFarm.MAX_SIZE);
    require("--prefixes", prefixes, 10_000);
    require("--minutes", minutes, 10_000);
    require("--pause", pause, 3600);
    try (PolicyBed bed = PolicyBed.open(switches, heap, Artifacts.find(), progress)) {
      bed.connect(switches);
      run(bed);
      progress.say("taking everything down");
    }
    return CommandLine.ExitCode.OK;
  }

  private void run(PolicyBed bed) {
    PolicyCase size = new PolicyCase(switches, prefixes);
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    long told = System.nanoTime();
    change(bed, size);
    tell(bed, 0);
    for (int round = 1; System.nanoTime() - end < 0; round++) {
      Waiting.pause(pause * 1000L);
      PolicyCase next = size.with(round % CHANGING);
      change(bed, next);
      if (round % LOSS_EVERY == 0) {
        long start = System.nanoTime();
        bed.farm().deleteFlows(1);
        await(bed, next, "flows again after their loss");
        slowestRepair = Math.max(slowestRepair, System.nanoTime() - start);
      }
      if (System.nanoTime() - told > Duration.ofMinutes(5).toNanos()) {
        told = System.nanoTime();
        tell(bed, round);
      }
    }
    tell(bed, nanos.size() - 1);
  }

  private void change(PolicyBed bed, PolicyCase size) {
    long start = System.nanoTime();
    bed.app().putPolicy(PolicyCase.POLICY, size.policy());
    await(bed, size, "flows");
    nanos.add(System.nanoTime() - start);
  }

  /** Waits until each switch has as many flows as it is to have. */
  private void await(PolicyBed bed, PolicyCase size, String what) {
    Waiting.until(
        what + " of " + size + " in round " + nanos.size(),
        LIMIT,
        () -> bed.onos().isRunning() && bed.farm().flows(switches).equals(size.flowsBySwitch()));
    bed.app().awaitInstalled(PolicyCase.POLICY);
  }

  private void tell(PolicyBed bed, int round) {
    Onos onos = bed.onos();
    Distribution changes = Distribution.ofNanos(nanos);
    progress.say(
        String.format(
            Locale.ROOT,
            "%d changes: p50 %.0f ms, p99 %.0f ms; slowest repair %d ms; ONOS: heap after collection"
                + " %d MiB, resident %d MiB; Open vSwitch: resident %d MiB",
            round,
            changes.p50(),
            changes.p99(),
            Duration.ofNanos(slowestRepair).toMillis(),
            ProcessSize.heapAfterCollectionMb(onos.pid()),
            ProcessSize.residentMb(onos.pid()),
            ProcessSize.residentMb(bed.farm().pid())));
  }

  private void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + " must be 1 to " + most + ", not " + value);
    }
  }
}
