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
package org.deskedge.onos.internal.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.RedirectPolicy;

/** All that rules depend on, at one moment. Immutable; safe for use by several threads. */
public final class NetworkView {

  /** Highest priority first; the id settles what priorities leave open. */
  private static final Comparator<RedirectPolicy> WINNER_FIRST =
      Comparator.comparingInt(RedirectPolicy::priority)
          .reversed()
          .thenComparing(policy -> policy.id().id());

  private final ImmutableList<RedirectPolicy> policies;
  private final ImmutableMap<EdgeId, Edge> edges;
  private final ImmutableMap<EdgeId, EdgeState> states;
  private final ImmutableMap<EdgeId, Set<Session>> sessions;

  private NetworkView(
      List<RedirectPolicy> policies,
      Map<EdgeId, Edge> edges,
      Map<EdgeId, EdgeState> states,
      Map<EdgeId, Set<Session>> sessions) {
    this.policies = ImmutableList.copyOf(policies);
    this.edges = ImmutableMap.copyOf(edges);
    this.states = ImmutableMap.copyOf(states);
    this.sessions = ImmutableMap.copyOf(sessions);
  }

  /**
   * Takes a view.
   *
   * @param states an edge that is not named is {@link EdgeState#UNKNOWN}
   * @param sessions an edge that is not named has none
   */
  public static NetworkView of(
      Collection<RedirectPolicy> policies,
      Collection<Edge> edges,
      Map<EdgeId, EdgeState> states,
      Map<EdgeId, Set<Session>> sessions) {
    List<RedirectPolicy> ordered = new ArrayList<>(policies);
    ordered.sort(WINNER_FIRST);
    Map<EdgeId, Edge> byId = new LinkedHashMap<>();
    edges.stream()
        .sorted(Comparator.comparing(edge -> edge.id().id()))
        .forEach(edge -> byId.put(edge.id(), edge));
    return new NetworkView(ordered, byId, states, sessions);
  }

  /** The policies, the one that wins first. */
  public List<RedirectPolicy> policies() {
    return policies;
  }

  /** The edges by their ids' order. */
  public Collection<Edge> edges() {
    return edges.values();
  }

  /** One edge. */
  public Optional<Edge> edge(EdgeId id) {
    return Optional.ofNullable(edges.get(id));
  }

  /** The state of an edge. */
  public EdgeState state(EdgeId id) {
    return states.getOrDefault(id, EdgeState.UNKNOWN);
  }

  /** The sessions an edge carries, as far as is known. */
  public Set<Session> sessions(EdgeId id) {
    return sessions.getOrDefault(id, Set.of());
  }

  /** The edges a policy may use, whatever their state, in its order of preference. */
  public List<Edge> targets(RedirectPolicy policy) {
    Optional<String> group = policy.target().group();
    if (group.isPresent()) {
      return edges.values().stream()
          .filter(edge -> edge.groups().contains(group.get()))
          .collect(Collectors.toList());
    }
    return policy.target().edges().stream()
        .map(edges::get)
        .filter(edge -> edge != null)
        .collect(Collectors.toList());
  }
}
