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

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;
import org.deskedge.api.session.SessionCounters;
import org.deskedge.api.session.SessionInfo;

/**
 * What {@code deskedge:sessions} prints.
 *
 * @param sessions the open sessions, oldest first
 * @param counters the totals
 */
record SessionsReport(List<SessionInfo> sessions, SessionCounters counters) {

  /** Prints a table and the line of counts. */
  void print(PrintStream out, Instant now) {
    ShellTable table = new ShellTable().emptyTableText("No sessions");
    table.column("ID");
    table.column("Client");
    table.column("Desktop");
    table.column("User");
    table.column("State");
    table.column("Age").alignRight();
    table.column("Accepted");
    table.column("Agent");
    table.column("Voice");
    table.column("To client").alignRight();
    table.column("To desktop").alignRight();
    for (SessionInfo session : sessions) {
      table
          .addRow()
          .addContent(
              session.id(),
              Cells.address(session.client()),
              Cells.address(session.desktop()),
              Cells.text(session.user()),
              session.state(),
              Cells.age(session.since(), now),
              Cells.yesNo(session.accepted()),
              Cells.yesNo(session.controlChannel()),
              session.voice(),
              session.bytesToClient(),
              session.bytesToDesktop());
    }
    table.print(out);
    out.println();
    out.println(
        "Sessions: %d of %d active, %d accepted, %d refused, %d failed"
            .formatted(
                counters.active(),
                counters.limit(),
                counters.accepted(),
                counters.refused(),
                counters.failed()));
  }

  /** Returns one JSON document. */
  String json() throws IOException {
    return JsonDocument.of(
        json -> {
          json.writeArrayFieldStart("sessions");
          for (SessionInfo session : sessions) {
            write(json, session);
          }
          json.writeEndArray();
          json.writeObjectFieldStart("counters");
          json.writeNumberField("active", counters.active());
          json.writeNumberField("limit", counters.limit());
          json.writeNumberField("accepted", counters.accepted());
          json.writeNumberField("refused", counters.refused());
          json.writeNumberField("failed", counters.failed());
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, SessionInfo session) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", session.id().toString());
    json.writeStringField("client", Cells.address(session.client()));
    json.writeStringField("desktop", Cells.address(session.desktop()));
    JsonDocument.text(json, "user", session.user());
    json.writeStringField("state", session.state().name());
    json.writeStringField("since", session.since().toString());
    json.writeBooleanField("accepted", session.accepted());
    json.writeBooleanField("controlChannel", session.controlChannel());
    json.writeStringField("voice", session.voice().name());
    json.writeNumberField("bytesToClient", session.bytesToClient());
    json.writeNumberField("bytesToDesktop", session.bytesToDesktop());
    json.writeEndObject();
  }
}
