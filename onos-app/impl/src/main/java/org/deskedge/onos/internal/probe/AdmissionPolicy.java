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
package org.deskedge.onos.internal.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.internal.store.Snapshot;

/** Whom an edge is to admit: the clients and desktops of every policy that may lead to it. */
final class AdmissionPolicy {

  private AdmissionPolicy() {}

  /** The document an edge takes; its revision is that of the configuration. */
  static ObjectNode of(EdgeId edge, Snapshot config) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("revision", config.sequence());
    ArrayNode rules = json.putArray("rules");
    for (RedirectPolicy policy : config.policyValues()) {
      if (leadsTo(policy, edge, config)) {
        ObjectNode rule = rules.addObject().put("policy", policy.id().id());
        // No list of clients admits any: behind a port there may be any.
        add(rule.putArray("clients"), policy.clientPorts().isEmpty() ? policy.clients() : null);
        add(rule.putArray("desktops"), policy.desktops());
        rule.put("protocol", policy.protocol().text());
      }
    }
    return json;
  }

  private static boolean leadsTo(RedirectPolicy policy, EdgeId edge, Snapshot config) {
    return policy.target().edges().contains(edge)
        || policy
            .target()
            .group()
            .filter(group -> config.edge(edge).filter(e -> e.groups().contains(group)).isPresent())
            .isPresent();
  }

  private static void add(ArrayNode array, Collection<?> values) {
    if (values != null) {
      values.forEach(value -> array.add(value.toString()));
    }
  }
}
