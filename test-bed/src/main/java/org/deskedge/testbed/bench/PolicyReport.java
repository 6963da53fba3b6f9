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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.deskedge.testbed.report.ReportJson;

/**
 * What the policy benchmark has shown. In JSON the names are these in snake case.
 *
 * @param machine what it was measured on
 * @param onosHeap the most heap that ONOS could use, as {@code -Xmx} takes it
 * @param cases in the order in which they ran
 */
public record PolicyReport(MachineSize machine, String onosHeap, List<PolicyCaseResult> cases) {

  private static final int LABEL = 36;
  private static final int COLUMN = 14;

  /** Copies. */
  public PolicyReport {
    cases = List.copyOf(cases);
  }

  /** Whether every case was measured to its end. */
  public boolean isComplete() {
    return !cases.isEmpty() && cases.stream().allMatch(PolicyCaseResult::isComplete);
  }

  /** Writes it to a file as JSON. */
  public void write(Path file) throws IOException {
    Files.writeString(file, ReportJson.of(this));
  }

  /** One row for each measure, one column for each case, with a line end after each row. */
  public String table() {
    List<String> rows = new ArrayList<>();
    row(rows, "switches x client prefixes", c -> c.switches() + " x " + c.prefixes());
    row(rows, "flows", c -> c.flows());
    row(rows, "PUT to last flow in switch (ms)", c -> c.installMs());
    row(rows, "  flows per second", c -> c.flowsPerSecond());
    row(rows, "  processor time of ONOS (ms)", c -> c.onosCpuMs());
    row(rows, "  processor time of switches (ms)", c -> c.switchCpuMs());
    row(rows, "the same by ovs-ofctl (ms)", c -> c.directMs());
    row(rows, "  flows per second", c -> c.directFlowsPerSecond());
    row(rows, "  times as long by ONOS", c -> tenths(c.timesDirect()));
    row(rows, "one prefix more, p50 (ms)", c -> c.changeMs() == null ? null : c.changeMs().p50());
    row(rows, "one prefix more, p99 (ms)", c -> c.changeMs() == null ? null : c.changeMs().p99());
    row(rows, "  repeated", c -> c.changeMs() == null ? null : c.changeMs().count());
    row(rows, "heap of ONOS, collected (MiB)", c -> c.onosHeapMb());
    row(rows, "memory of ONOS (MiB)", c -> c.onosResidentMb());
    row(rows, "memory of the switches (MiB)", c -> c.switchResidentMb());
    row(rows, "load average", c -> tenths(c.loadAverage()));
    rows.add("");
    for (PolicyCaseResult each : cases) {
      if (!each.isComplete()) {
        rows.add(each.switches() + " x " + each.prefixes() + ": " + each.outcome());
      }
    }
    rows.add(
        "%d processors (%s), %d MiB; ONOS with -Xmx%s on Java %s; Open vSwitch %s"
            .formatted(
                machine.processors(),
                machine.processor(),
                machine.memoryMb(),
                onosHeap,
                machine.java(),
                machine.openVswitch()));
    return String.join("\n", rows) + "\n";
  }

  private void row(List<String> rows, String label, Function<PolicyCaseResult, Object> measure) {
    StringBuilder row = new StringBuilder(pad(label, LABEL));
    cases.forEach(each -> row.append(pad(text(measure.apply(each)), COLUMN)));
    rows.add(row.toString().stripTrailing());
  }

  private static String text(Object value) {
    if (value == null) {
      return "-";
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.0f", number)
        : value.toString();
  }

  private static String tenths(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  /** At least two blanks after it, however long it is. */
  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(2, width - text.length()));
  }
}
