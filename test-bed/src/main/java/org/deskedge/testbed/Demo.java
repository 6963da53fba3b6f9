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
package org.deskedge.testbed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deskedge.testbed.call.Direction;
import org.deskedge.testbed.call.MeasuredCall;
import org.deskedge.testbed.call.Telephones;
import org.deskedge.testbed.controller.Controller;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.report.BaselineResult;
import org.deskedge.testbed.report.CallResult;
import org.deskedge.testbed.report.ControllerResult;
import org.deskedge.testbed.report.NetworkBaseline;
import org.deskedge.testbed.report.Report;
import org.deskedge.testbed.report.ResultTable;
import org.deskedge.testbed.wire.WanVoice;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings everything up, places a call each way, and says what was measured. */
@Command(name = "test-bed/demo")
public final class Demo implements Callable<Integer> {

  @Option(names = "--keep", description = "leave it running")
  private boolean keep;

  @Option(names = "--down", description = "take down what was left running")
  private boolean down;

  @Option(names = "--no-controller", description = "redirect by flow rules of the test bed's own")
  private boolean noController;

  @Option(names = "--report", description = "file to write the results to as JSON")
  private Path reportFile;

  private String complaints = "";
  private final Progress progress = new Progress(System.out);

  /** Runs it; the exit status is that of {@code test-bed/demo}. */
  public static void main(String[] arguments) {
    Interruption.endsInOrder(Thread.currentThread());
    Demo demo = new Demo();
    int status =
        new CommandLine(demo).setExecutionExceptionHandler(demo::failed).execute(arguments);
    Runtime.getRuntime().halt(status);
  }

  @Override
  public Integer call() throws IOException {
    if (down) {
      TestBed.clear();
      progress.say("everything is down");
      return CommandLine.ExitCode.OK;
    }
    Artifacts artifacts = Artifacts.find();
    progress.say("network: branch, WAN of " + Wan.DELAY_MILLIS + " ms each way, data centre");
    TestBed bed = TestBed.open();
    boolean kept = false;
    try {
      Report report = show(bed, artifacts);
      System.out.println();
      System.out.print(ResultTable.of(report));
      if (reportFile != null) {
        report.write(reportFile);
      }
      if (keep) {
        bed.keep();
        kept = true;
        System.out.println();
        System.out.print(LookAround.text(bed, !noController));
      }
      return report.passes() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    } catch (IOException | RuntimeException e) {
      // Now: what the parts say when they are taken down is of no use to anybody.
      complaints = Logs.complaints(bed.state().root());
      throw e;
    } finally {
      if (!kept) {
        progress.say("taking everything down");
        bed.close();
      }
    }
  }

  private Report show(TestBed bed, Artifacts artifacts) throws IOException {
    try (WanWatch wan = WanWatch.start(bed)) {
      Optional<Controller> controller =
          noController
              ? Optional.empty()
              : Optional.of(Controller.bringUp(bed, artifacts, progress));
      long[] policyToFlowMs = new long[1];
      Deployment deployment =
          Deployment.bringUp(
              bed,
              artifacts,
              edge -> edge.start(wan.edgeEnvironment()),
              edge -> policyToFlowMs[0] = redirect(bed, controller, edge),
              progress);
      deployment.startAgent(Telephones.SOFTPHONE_URI);
      DesktopWatch watch = new DesktopWatch(bed.screen(), deployment.session().home());
      watch.look("before");
      List<CallResult> calls = new ArrayList<>();
      for (Direction direction : Direction.values()) {
        progress.say("call: " + direction + ", " + direction.codec());
        calls.add(
            MeasuredCall.place(
                deployment, direction, () -> {}, () -> watch.look("in_call_" + direction)));
      }
      watch.look("after");
      ControllerResult controlled =
          controller.map(c -> new ControllerResult(c.flows(), policyToFlowMs[0])).orElse(null);
      progress.say("WAN: counting voice packets");
      WanVoice voice = wan.stop();
      progress.say("baseline: the same voice through the desktop");
      BaselineResult baseline =
          NetworkBaseline.measure(
              Places.phone(bed.topology()),
              Places.client(bed.topology()),
              Places.desktop(bed.topology()),
              bed.state());
      return new Report(controlled, calls, voice.packets(), baseline, watch.result());
    }
  }

  private static long redirect(TestBed bed, Optional<Controller> controller, Edge edge) {
    if (controller.isEmpty()) {
      bed.topology().redirection().on();
      return 0;
    }
    controller.get().addEdge(edge);
    return controller.get().redirect("permit").toMillis();
  }

  private int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
    if (Thread.interrupted()) {
      System.err.println("test-bed/demo: interrupted");
      return CommandLine.ExitCode.SOFTWARE;
    }
    System.err.println("test-bed/demo: " + e.getMessage());
    System.err.print(complaints);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
