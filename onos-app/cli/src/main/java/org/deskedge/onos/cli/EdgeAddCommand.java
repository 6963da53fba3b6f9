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
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.codec.EdgeCodec;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.store.service.Versioned;

/** Adds an edge or replaces one. A token is never an option: the shell keeps a history. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-edge-add",
    description = "Adds an edge, from options or from a file in the form of REST")
public final class EdgeAddCommand extends AbstractShellCommand {

  @Argument(name = "ID", description = "Id: 1 to 63 of a-z, 0-9 and -; may be left out with --file")
  private String id;

  @Option(name = "--file", description = "JSON document on the controller's machine; options win")
  @Completion(FileCompleter.class)
  private String file;

  @Option(name = "--replace", description = "Replace the edge if there is one of this id")
  private boolean replace;

  @Option(name = "--attachment", description = "Its switch port, as of:0000000000000001/3")
  private String attachment;

  @Option(name = "--mac", description = "Its MAC address on that port")
  private String mac;

  @Option(name = "--address", multiValued = true, description = "Address its voice comes from")
  private List<String> addresses;

  @Option(name = "--group", multiValued = true, description = "Group it belongs to")
  private List<String> groups;

  @Option(name = "--rest", description = "Base of its management REST, as https://10.30.0.3:8443")
  private String rest;

  @Option(
      name = "--token-file",
      description = "File with its token, on the controller's machine; asked for if not given")
  @Completion(FileCompleter.class)
  private String tokenFile;

  @Option(
      name = "--certificate",
      description = "SHA-256 of its certificate; the first one seen is trusted if not given")
  private String certificate;

  @Option(
      name = "--fully-transparent",
      description = "It speaks to desktops under the client's address")
  private boolean fullyTransparent;

  @Reference private Session session;

  @Reference private EdgeAdminService service;

  @Override
  protected void doExecute() throws IOException {
    Edge edge = new EdgeCodec().decode(document(), this);
    Versioned<Edge> stored =
        service.put(
            edge, replace ? OptionalLong.empty() : OptionalLong.of(EdgeAdminService.ABSENT));
    print("edge %s has version %d", edge.id(), stored.version());
  }

  private ObjectNode document() throws IOException {
    ObjectNode json = file == null ? mapper().createObjectNode() : Documents.read(file);
    Documents.put(json, "id", id);
    Documents.put(json, "attachment", attachment);
    Documents.put(json, "mac", mac);
    Documents.put(json, "addresses", addresses);
    Documents.put(json, "groups", groups);
    Documents.put(json, "rest", rest);
    Documents.put(json, "certificateSha256", certificate);
    if (fullyTransparent) {
      json.put("fullyTransparent", true);
    }
    if (tokenFile != null) {
      json.put("token", Documents.text(tokenFile).strip());
    } else if (!json.has("token")) {
      Documents.put(json, "token", session.readLine("Token of the edge: ", '*'));
    }
    return json;
  }
}
