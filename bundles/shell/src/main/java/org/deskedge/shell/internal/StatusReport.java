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
import java.util.Optional;
import java.util.OptionalLong;
import org.deskedge.api.admission.AdmissionStatus;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.api.session.SessionCounters;

/**
 * What {@code deskedge:status} prints.
 *
 * @param sessions empty while the RDP proxy does not run
 * @param calls empty while call control does not run
 * @param ports empty while the media relay does not run
 */
record StatusReport(
    AdmissionStatus admission,
    Optional<SessionCounters> sessions,
    Optional<CallCounters> calls,
    Optional<PortRangeUsage> ports) {

  private static final String NOT_RUNNING = "not running, see data/log/deskedge.log";

  /** Says in one line what the edge takes on. */
  static String sentence(AdmissionStatus status) {
    return (status.draining()
            ? "DRAINING since %s: new sessions and calls are refused"
            : "UP since %s: new sessions and calls are taken")
        .formatted(status.since());
  }

  /** Prints a line for each thing. */
  void print(PrintStream out) {
    OptionalLong revision = admission.policyRevision();
    line(out, "State", sentence(admission));
    line(
        out,
        "Policy",
        revision.isPresent()
            ? "revision " + revision.getAsLong()
            : "none: every session is admitted");
    line(out, "Sessions", sessions.map(s -> of(s.active(), s.limit())).orElse(NOT_RUNNING));
    line(out, "Calls", calls.map(c -> of(c.active(), c.limit())).orElse(NOT_RUNNING));
    line(out, "RTP ports", ports.map(p -> of(p.used(), p.limit())).orElse(NOT_RUNNING));
  }

  /** Returns one JSON document. */
  String json() throws IOException {
    return JsonDocument.of(
        json -> {
          json.writeStringField("state", admission.draining() ? "DRAINING" : "UP");
          json.writeStringField("since", admission.since().toString());
          json.writeFieldName("policyRevision");
          if (admission.policyRevision().isPresent()) {
            json.writeNumber(admission.policyRevision().getAsLong());
          } else {
            json.writeNull();
          }
          use(json, "sessions", "active", sessions.map(s -> new int[] {s.active(), s.limit()}));
          use(json, "calls", "active", calls.map(c -> new int[] {c.active(), c.limit()}));
          use(json, "ports", "used", ports.map(p -> new int[] {p.used(), p.limit()}));
        });
  }

  private static void use(
      JsonGenerator json, String name, String first, Optional<int[]> firstAndLimit)
      throws IOException {
    json.writeFieldName(name);
    if (firstAndLimit.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField(first, firstAndLimit.get()[0]);
    json.writeNumberField("limit", firstAndLimit.get()[1]);
    json.writeEndObject();
  }

  private static String of(int used, int limit) {
    return used + " of " + limit;
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf("%-10s %s%n", name, value);
  }
}
