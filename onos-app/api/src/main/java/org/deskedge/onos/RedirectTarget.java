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
package org.deskedge.onos;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a policy sends its clients: edges in order of preference, or a group of edges. */
public final class RedirectTarget {

  /** Most edges in a list: a branch has a handful; the bound keeps a mistake from costing. */
  public static final int MAX_EDGES = 64;

  private final ImmutableList<EdgeId> edges;
  private final String group;

  private RedirectTarget(ImmutableList<EdgeId> edges, String group) {
    this.edges = edges;
    this.group = group;
  }

  /**
   * The first edge that is up takes all clients; the others are its backups.
   *
   * @param edges 1..{@value #MAX_EDGES}, none twice
   * @throws InvalidFieldException naming {@code edges}
   */
  public static RedirectTarget edges(List<EdgeId> edges) {
    if (edges.isEmpty() || edges.size() > MAX_EDGES) {
      throw new InvalidFieldException(
          "edges", edges.size() + " edges: allowed are 1.." + MAX_EDGES);
    }
    if (ImmutableSet.copyOf(edges).size() < edges.size()) {
      throw new InvalidFieldException("edges", "an edge is named twice: name each once");
    }
    return new RedirectTarget(ImmutableList.copyOf(edges), null);
  }

  /**
   * Clients are spread over those edges of a group that are up.
   *
   * @param group a name in the form of ids
   * @throws InvalidFieldException naming {@code edgeGroup}
   */
  public static RedirectTarget group(String group) {
    return new RedirectTarget(ImmutableList.of(), Names.check("edgeGroup", group));
  }

  /** The edges in order of preference; empty if this is a group. */
  public List<EdgeId> edges() {
    return edges;
  }

  /** The group's name, if this is a group. */
  public Optional<String> group() {
    return Optional.ofNullable(group);
  }

  @Override
  public int hashCode() {
    return Objects.hash(edges, group);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RedirectTarget
        && edges.equals(((RedirectTarget) other).edges)
        && Objects.equals(group, ((RedirectTarget) other).group);
  }

  @Override
  public String toString() {
    return group == null ? "edges " + edges : "group " + group;
  }
}
