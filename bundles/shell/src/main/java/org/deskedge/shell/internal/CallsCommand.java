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
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.deskedge.api.call.CallService;
import org.deskedge.api.media.MediaRelay;

/** {@code deskedge:calls}: the calls whose voice this edge carries. */
@Service
@Command(
    scope = "deskedge",
    name = "calls",
    description = "Lists the calls whose voice this edge carries, with totals and RTP ports.",
    detailedDescription = "classpath:calls.txt")
public final class CallsCommand implements Action {

  @Option(name = "--json", description = "Print one JSON document instead of a table")
  private boolean json;

  @Option(
      name = "--call",
      valueToShowInHelp = "ID",
      description = "Show one call, leg by leg, such as s-7/c-3")
  private String only;

  @Reference(optional = true)
  private CallService calls;

  @Reference(optional = true)
  private MediaRelay relay;

  @Reference private Session console;

  @Override
  public Object execute() throws IOException {
    if (relay == null) {
      throw new NotRunningException("media relay", "etc/org.deskedge.media.relay.cfg");
    }
    if (calls == null) {
      throw new NotRunningException("call control", "etc/org.deskedge.call.control.cfg");
    }
    CallsReport report = new CallsReport(calls.calls(), calls.counters(), relay.ports());
    if (only != null) {
      report = report.only(only);
    }
    PrintStream out = console.getConsole();
    if (only != null && !json) {
      new CallDetail(report.calls().get(0)).print(out, Instant.now());
    } else if (json) {
      out.println(report.json());
    } else {
      report.print(out, Instant.now());
    }
    return null;
  }
}
