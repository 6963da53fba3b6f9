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

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeService;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.codec.EdgeCodec;
import org.deskedge.onos.codec.EdgeStatusCodec;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.store.service.Versioned;

/** Lists edges, or tells all of one, but never a token. */
@Service
@Command(
    scope = "onos",
    name = "deskedge-edges",
    description = "Lists edges and their states; with an ID, all of one")
public final class EdgesCommand extends AbstractShellCommand {

  @Argument(name = "ID", description = "Id of the only edge to show")
  @Completion(EdgeIdCompleter.class)
  private String id;

  @Reference private EdgeService service;

  @Override
  protected void doExecute() {
    List<Versioned<Edge>> edges = new ArrayList<>();
    if (id == null) {
      edges.addAll(service.getEdges());
      edges.sort(comparing(edge -> edge.value().id().id()));
    } else {
      EdgeId wanted = EdgeId.of(id);
      edges.add(service.getEdge(wanted).orElseThrow(() -> NotFoundException.edge(wanted)));
    }
    if (outputJson()) {
      print("%s", json(edges));
      return;
    }
    for (Versioned<Edge> edge : edges) {
      show(edge, service.getStatus(edge.value().id()).orElse(null));
    }
  }

  private ObjectNode json(List<Versioned<Edge>> edges) {
    ObjectNode json = mapper().createObjectNode();
    ArrayNode array = json.putArray("edges");
    for (Versioned<Edge> versioned : edges) {
      Edge edge = versioned.value();
      ObjectNode entry = array.addObject().put("version", versioned.version());
      entry.set("edge", new EdgeCodec().encode(edge, this));
      service
          .getStatus(edge.id())
          .ifPresent(status -> entry.set("status", new EdgeStatusCodec().encode(status, this)));
    }
    return json;
  }

  private void show(Versioned<Edge> versioned, EdgeStatus status) {
    Edge edge = versioned.value();
    print(
        "%s: %s, at %s, sessions %s, calls %s",
        edge.id(),
        status == null ? "no status" : status.state(),
        edge.attachment(),
        load(status, EdgeHealth::sessions),
        load(status, EdgeHealth::calls));
    if (id == null) {
      return;
    }
    print("  version %d, mac %s, addresses %s", versioned.version(), edge.mac(), edge.addresses());
    print("  groups %s, fully transparent: %s", edge.groups(), edge.fullyTransparent());
    print("  rest %s", edge.rest());
    if (status != null) {
      print("  %s since %s: %s", status.state(), status.since(), status.reason());
      print("  drain wanted: %s", status.drainWanted());
      print("  certificate %s", status.certificateSha256().orElse("not seen yet"));
      print("  software %s", status.health().flatMap(EdgeHealth::version).orElse("unknown"));
    }
  }

  private static String load(EdgeStatus status, Function<EdgeHealth, Optional<EdgeLoad>> part) {
    return Optional.ofNullable(status)
        .flatMap(EdgeStatus::health)
        .flatMap(part)
        .map(EdgeLoad::toString)
        .orElse("unknown");
  }
}
