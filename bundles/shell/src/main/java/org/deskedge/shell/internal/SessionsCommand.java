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
import org.deskedge.api.session.SessionService;

/** {@code deskedge:sessions}: the remote-desktop sessions that pass through this edge. */
@Service
@Command(
    scope = "deskedge",
    name = "sessions",
    description = "Lists the remote-desktop sessions that pass through this edge, with totals.",
    detailedDescription = "classpath:sessions.txt")
public final class SessionsCommand implements Action {

  @Option(name = "--json", description = "Print one JSON document instead of a table")
  private boolean json;

  @Reference(optional = true)
  private SessionService sessions;

  @Reference private Session console;

  @Override
  public Object execute() throws IOException {
    if (sessions == null) {
      throw new NotRunningException("RDP proxy", "etc/org.deskedge.rdp.proxy.cfg");
    }
    SessionsReport report = new SessionsReport(sessions.sessions(), sessions.counters());
    PrintStream out = console.getConsole();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out, Instant.now());
    }
    return null;
  }
}
