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
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.deskedge.api.admission.DrainService;
import org.deskedge.api.call.CallService;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.session.SessionService;

/** {@code deskedge:status}: whether the edge takes sessions and calls, and how busy it is. */
@Service
@Command(
    scope = "deskedge",
    name = "status",
    description = "Says whether the edge takes sessions and calls, and how busy it is.",
    detailedDescription = "classpath:status.txt")
public final class StatusCommand implements Action {

  @Option(name = "--json", description = "Print one JSON document instead of lines")
  private boolean json;

  @Reference(optional = true)
  private DrainService drain;

  @Reference(optional = true)
  private SessionService sessions;

  @Reference(optional = true)
  private CallService calls;

  @Reference(optional = true)
  private MediaRelay relay;

  @Reference private Session console;

  @Override
  public Object execute() throws IOException {
    if (drain == null) {
      throw NotRunningException.management();
    }
    StatusReport report =
        new StatusReport(
            drain.status(),
            Optional.ofNullable(sessions).map(SessionService::counters),
            Optional.ofNullable(calls).map(CallService::counters),
            Optional.ofNullable(relay).map(MediaRelay::ports));
    PrintStream out = console.getConsole();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    return null;
  }
}
