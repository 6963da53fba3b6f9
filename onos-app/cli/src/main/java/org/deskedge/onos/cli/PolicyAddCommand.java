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

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.codec.RedirectPolicyCodec;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.store.service.Versioned;

/** Adds a policy or replaces one. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-policy-add",
    description = "Adds a redirect policy, from options or from a file in the form of REST")
public final class PolicyAddCommand extends AbstractShellCommand {

  @Argument(name = "ID", description = "Id: 1 to 63 of a-z, 0-9 and -; may be left out with --file")
  private String id;

  @Option(name = "--file", description = "JSON document on the controller's machine; options win")
  @Completion(FileCompleter.class)
  private String file;

  @Option(name = "--replace", description = "Replace the policy if there is one of this id")
  private boolean replace;

  @Option(name = "--priority", description = "0 to 999; the highest that matches wins")
  private Long priority;

  @Option(name = "--protocol", description = "Remote-desktop protocol: rdp")
  private String protocol;

  @Option(name = "--client", multiValued = true, description = "Client prefix, as 10.10.0.0/24")
  private List<String> clients;

  @Option(
      name = "--client-port",
      multiValued = true,
      description = "Switch port of clients, as of:0000000000000001/2")
  private List<String> clientPorts;

  @Option(name = "--desktop", multiValued = true, description = "Desktop prefix")
  private List<String> desktops;

  @Option(
      name = "--edge",
      multiValued = true,
      description = "Edge; the first is preferred, the others are its backups")
  @Completion(EdgeIdCompleter.class)
  private List<String> edges;

  @Option(name = "--edge-group", description = "Group of edges over which clients are spread")
  private String edgeGroup;

  @Option(name = "--on-edge-down", description = "While no edge is up: permit or deny")
  private String onEdgeDown;

  @Option(name = "--dscp", description = "DSCP of voice, 0 to 63; 46 if not given")
  private Long dscp;

  @Option(name = "--queue", description = "Queue of voice; the port's own if not given")
  private Long queue;

  @Reference private RedirectPolicyAdminService service;

  @Override
  protected void doExecute() throws IOException {
    RedirectPolicy policy = new RedirectPolicyCodec().decode(document(), this);
    Versioned<RedirectPolicy> stored =
        service.put(
            policy,
            replace ? OptionalLong.empty() : OptionalLong.of(RedirectPolicyAdminService.ABSENT));
    print("policy %s has version %d", policy.id(), stored.version());
  }

  private ObjectNode document() throws IOException {
    ObjectNode json =
        file == null ? mapper().createObjectNode().put("protocol", "rdp") : Documents.read(file);
    Documents.put(json, "id", id);
    Documents.put(json, "priority", priority);
    Documents.put(json, "protocol", protocol);
    Documents.put(json, "clients", clients);
    Documents.put(json, "clientPorts", clientPorts);
    Documents.put(json, "desktops", desktops);
    Documents.put(json, "edges", edges);
    Documents.put(json, "edgeGroup", edgeGroup);
    Documents.put(json, "onEdgeDown", onEdgeDown);
    if (dscp != null || queue != null) {
      ObjectNode voice = json.with("voice");
      Documents.put(voice, "dscp", dscp);
      Documents.put(voice, "queue", queue);
    }
    return json;
  }
}
