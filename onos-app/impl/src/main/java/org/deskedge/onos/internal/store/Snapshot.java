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
package org.deskedge.onos.internal.store;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.onosproject.store.service.Versioned;

/** All policies and edges as of one change. Immutable. */
public final class Snapshot {

  static final Snapshot EMPTY = new Snapshot(0, Map.of(), Map.of());

  private final long sequence;
  private final ImmutableMap<PolicyId, Versioned<RedirectPolicy>> policies;
  private final ImmutableMap<EdgeId, Versioned<Edge>> edges;

  Snapshot(
      long sequence,
      Map<PolicyId, Versioned<RedirectPolicy>> policies,
      Map<EdgeId, Versioned<Edge>> edges) {
    this.sequence = sequence;
    this.policies = ImmutableMap.copyOf(policies);
    this.edges = ImmutableMap.copyOf(edges);
  }

  /** Number of the change; grows with every one. */
  public long sequence() {
    return sequence;
  }

  /** The policies with their versions. */
  public Map<PolicyId, Versioned<RedirectPolicy>> policies() {
    return policies;
  }

  /** The edges with their versions. */
  public Map<EdgeId, Versioned<Edge>> edges() {
    return edges;
  }

  /** The policies alone. */
  public Collection<RedirectPolicy> policyValues() {
    return policies.values().stream().map(Versioned::value).collect(Collectors.toList());
  }

  /** The edges alone. */
  public Collection<Edge> edgeValues() {
    return edges.values().stream().map(Versioned::value).collect(Collectors.toList());
  }

  /** One edge. */
  public Optional<Edge> edge(EdgeId id) {
    return Optional.ofNullable(edges.get(id)).map(Versioned::value);
  }

  /** Tells whether an edge is in a group, that edge apart. */
  boolean hasMember(String group, EdgeId apart) {
    return edges.values().stream()
        .map(Versioned::value)
        .anyMatch(edge -> !edge.id().equals(apart) && edge.groups().contains(group));
  }
}
