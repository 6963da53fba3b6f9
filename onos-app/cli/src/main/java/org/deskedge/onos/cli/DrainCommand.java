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
package org.deskedge.onos.cli;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeStatus;
import org.onosproject.cli.AbstractShellCommand;

/** Starts or ends draining. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-drain",
    description = "Drains an edge: it keeps its sessions and gets no new ones")
public final class DrainCommand extends AbstractShellCommand {

  @Argument(name = "EDGE", required = true, description = "Id of the edge")
  @Completion(EdgeIdCompleter.class)
  private String id;

  @Option(name = "--off", description = "End draining")
  private boolean off;

  @Reference private EdgeAdminService service;

  @Override
  protected void doExecute() {
    EdgeStatus status = service.drain(EdgeId.of(id), !off);
    print(
        "edge %s is %s, drain wanted: %s; it is told at its next probe",
        id, status.state(), status.drainWanted());
  }
}
