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

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.deskedge.api.admission.DrainService;

/** {@code deskedge:drain}: takes the edge out of service and back. */
@Service
@Command(
    scope = "deskedge",
    name = "drain",
    description = "Has the edge refuse new sessions and calls, and keep those it has.",
    detailedDescription = "classpath:drain.txt")
public final class DrainCommand implements Action {

  @Option(name = "--off", description = "Take new sessions and calls again")
  private boolean off;

  @Reference(optional = true)
  private DrainService drain;

  @Reference private Session console;

  @Override
  public Object execute() {
    if (drain == null) {
      throw NotRunningException.management();
    }
    console.getConsole().println(StatusReport.sentence(drain.drain(!off)));
    return null;
  }
}
