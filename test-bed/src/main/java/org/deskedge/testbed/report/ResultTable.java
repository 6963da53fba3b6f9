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
package org.deskedge.testbed.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A report as a table for the terminal: one row for each measure, one column for each call. */
public final class ResultTable {
  private static final int LABEL = 34;
  private static final int COLUMN = 14;

  private ResultTable() {}

  /** The table, with a line end after each row. */
  public static String of(Report report) {
    List<String> rows = new ArrayList<>();
    row(rows, "call", report, CallResult::direction);
    row(rows, "codec", report, CallResult::codec);
    row(rows, "set-up (ms)", report, call -> Long.toString(call.setupMs()));
    row(rows, "RTP packets, phone sent", report, c -> Integer.toString(c.rtpPacketsSent()));
    row(rows, "RTP packets, phone received", report, c -> Integer.toString(c.rtpPacketsReceived()));
    row(rows, "correlation to far end", report, c -> number(c.correlationToFarEnd(), 4));
    row(rows, "correlation to client", report, c -> number(c.correlationToClient(), 4));
    row(rows, "worst second to far end", report, c -> number(c.speechToFarEnd().worstSecond(), 4));
    row(rows, "worst second to client", report, c -> number(c.speechToClient().worstSecond(), 4));
    row(
        rows,
        "playout, client's claim (ms)",
        report,
        call -> call.playoutClaimedMs() == null ? "-" : number(call.playoutClaimedMs(), 1));
    row(rows, "mouth to far end's ear (ms)", report, c -> number(c.mouthToEarMs().toFarEnd(), 1));
    row(rows, "mouth to client's ear (ms)", report, c -> number(c.mouthToEarMs().toClient(), 1));
    row(rows, "speech acceptable", report, call -> call.passes() ? "yes" : "NO");
    ControllerResult controller = report.controller();
    if (controller != null) {
      single(rows, "policy to flow (ms)", Long.toString(controller.policyToFlowMs()));
      single(rows, "flows in the switch", Integer.toString(controller.flows().size()));
    }
    single(rows, "voice packets on the WAN", Integer.toString(report.wanVoicePackets()));
    BaselineResult baseline = report.baseline();
    if (baseline != null) {
      String what = "no edge, " + baseline.measured();
      single(rows, what + ": to far end (ms)", number(baseline.mouthToEarMs().toFarEnd(), 1));
      single(rows, what + ": to client (ms)", number(baseline.mouthToEarMs().toClient(), 1));
      single(rows, what + ": on the WAN", Integer.toString(baseline.wanVoicePackets()));
    }
    report
        .desktopUnharmed()
        .inputEchoMs()
        .forEach((moment, millis) -> single(rows, "input echo, " + moment + " (ms)", "" + millis));
    single(rows, "desktop unharmed", report.desktopUnharmed().usable() ? "yes" : "NO");
    single(rows, "result", report.passes() ? "passes" : "FAILS");
    return String.join("\n", rows) + "\n";
  }

  private static void row(
      List<String> rows, String label, Report report, Function<CallResult, String> value) {
    StringBuilder row = new StringBuilder(pad(label, LABEL));
    report.calls().forEach(call -> row.append(pad(value.apply(call), COLUMN)));
    rows.add(row.toString().stripTrailing());
  }

  private static void single(List<String> rows, String label, String value) {
    rows.add((pad(label, LABEL) + value).stripTrailing());
  }

  /** At least two blanks after it, however long it is. */
  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(2, width - text.length()));
  }

  /** Rounded down, as in the report, so that a limit just missed does not look kept. */
  private static String number(double value, int digits) {
    double scale = Math.pow(10, digits);
    return String.format(Locale.ROOT, "%." + digits + "f", Math.floor(value * scale) / scale);
  }
}
