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
package org.deskedge.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.PortRangeUsage;

/**
 * What {@code deskedge:calls} prints.
 *
 * @param calls the calls, oldest first
 * @param counters the totals
 * @param ports how full the RTP port range is
 */
record CallsReport(List<CallInfo> calls, CallCounters counters, PortRangeUsage ports) {

  /**
   * Returns the report of one call.
   *
   * @param id as the table shows it
   * @throws NoSuchCallException if it is not among the calls
   */
  CallsReport only(String id) {
    List<CallInfo> one = calls.stream().filter(call -> call.id().toString().equals(id)).toList();
    if (one.isEmpty()) {
      throw new NoSuchCallException(id);
    }
    return new CallsReport(one, counters, ports);
  }

  /** Prints a table and the line of counts. */
  void print(PrintStream out, Instant now) {
    ShellTable table = new ShellTable().emptyTableText("No calls");
    table.column("ID");
    table.column("Direction");
    table.column("State");
    table.column("Local party");
    table.column("Remote party");
    table.column("Age").alignRight();
    table.column("Voice");
    table.column("Codec");
    table.column("Far end");
    table.column("Sent").alignRight();
    table.column("Received").alignRight();
    table.column("Lost").alignRight();
    table.column("Jitter ms").alignRight();
    table.column("Concealed ms").alignRight();
    table.column("Playout ms").alignRight();
    table.column("MOS client").alignRight();
    table.column("MOS far end").alignRight();
    for (CallInfo call : calls) {
      Optional<MediaStatistics> media = call.media();
      table
          .addRow()
          .addContent(
              call.id(),
              call.direction(),
              call.state(),
              Cells.text(call.localParty()),
              Cells.text(call.remoteParty()),
              Cells.age(call.since(), now),
              call.mediaDirection(),
              Cells.text(media.flatMap(m -> m.sent().codec())),
              Cells.address(media.flatMap(MediaStatistics::remote)),
              count(media.map(m -> m.sent().packets())),
              count(media.map(m -> m.received().packets())),
              count(media.map(m -> m.received().lost())),
              media.map(m -> Cells.number(m.received().jitterMillis())).orElse("-"),
              count(media.map(m -> m.received().playout().concealedMillis())),
              media.map(m -> Cells.number(m.voice().playoutLatencyMillis())).orElse("-"),
              media.map(m -> Cells.hundredths(m.quality().atClient().mos())).orElse("-"),
              media.map(m -> Cells.hundredths(m.quality().atFarEnd().mos())).orElse("-"));
    }
    table.print(out);
    out.println();
    out.println(
        ("Calls: %d active (limit %d), %d established, %d rejected, %d released, %d malformed;"
                + " RTP ports: %d of %d used")
            .formatted(
                counters.active(),
                counters.limit(),
                counters.established(),
                counters.rejected(),
                counters.released(),
                counters.malformed(),
                ports.used(),
                ports.limit()));
  }

  /** Returns one JSON document. */
  String json() throws IOException {
    return JsonDocument.of(
        json -> {
          json.writeArrayFieldStart("calls");
          for (CallInfo call : calls) {
            CallJson.write(json, call);
          }
          json.writeEndArray();
          json.writeObjectFieldStart("counters");
          json.writeNumberField("active", counters.active());
          json.writeNumberField("limit", counters.limit());
          json.writeNumberField("established", counters.established());
          json.writeNumberField("rejected", counters.rejected());
          json.writeNumberField("released", counters.released());
          json.writeNumberField("malformed", counters.malformed());
          json.writeEndObject();
          json.writeObjectFieldStart("ports");
          json.writeNumberField("used", ports.used());
          json.writeNumberField("limit", ports.limit());
          json.writeEndObject();
        });
  }

  private static String count(Optional<Long> value) {
    return value.map(Object::toString).orElse("-");
  }
}
