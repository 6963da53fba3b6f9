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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.onosproject.store.service.Versioned;

/** Edges of one process, never probed: for tests of what uses the services. */
public final class MemoryEdges implements EdgeAdminService {

  /** Most edges it takes. */
  public static final int LIMIT = 8;

  /** When all of its states began. */
  public static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

  private final MemoryStore<EdgeId, Edge> store = new MemoryStore<>("edge");
  private final Map<EdgeId, EdgeStatus> statuses = new ConcurrentHashMap<>();
  private final List<EdgeListener> listeners = new CopyOnWriteArrayList<>();
  private final MemoryPolicies policies = new MemoryPolicies(this);

  /** The policies that name these edges. */
  public MemoryPolicies policies() {
    return policies;
  }

  /** Puts an edge into a state. */
  public void setStatus(EdgeId id, EdgeStatus status) {
    statuses.put(id, status);
  }

  @Override
  public Set<Versioned<Edge>> getEdges() {
    return store.all();
  }

  @Override
  public Optional<Versioned<Edge>> getEdge(EdgeId id) {
    return store.get(id);
  }

  @Override
  public Optional<EdgeStatus> getStatus(EdgeId id) {
    return Optional.ofNullable(statuses.get(id));
  }

  @Override
  public Versioned<Edge> put(Edge edge, OptionalLong expectedVersion) {
    Optional<Versioned<Edge>> previous = store.get(edge.id());
    if (previous.isEmpty() && store.all().size() >= LIMIT) {
      throw new LimitReachedException("edges", LIMIT);
    }
    previous.ifPresent(was -> policies.checkGroups(was.value(), edge.groups()));
    Versioned<Edge> stored = store.put(edge.id(), edge, expectedVersion);
    statuses.putIfAbsent(edge.id(), EdgeStatus.unknown(SINCE));
    tell(previous.isPresent() ? EdgeEvent.Type.EDGE_UPDATED : EdgeEvent.Type.EDGE_ADDED, edge.id());
    return stored;
  }

  @Override
  public Edge remove(EdgeId id, OptionalLong expectedVersion) {
    Edge edge = store.get(id).orElseThrow(() -> NotFoundException.edge(id)).value();
    policies.checkUnused(edge);
    store.remove(id, expectedVersion);
    statuses.remove(id);
    tell(EdgeEvent.Type.EDGE_REMOVED, id);
    return edge;
  }

  @Override
  public EdgeStatus drain(EdgeId id, boolean wanted) {
    EdgeStatus status =
        statuses.computeIfPresent(id, (key, before) -> before.withDrainWanted(wanted));
    if (status == null) {
      throw NotFoundException.edge(id);
    }
    return status;
  }

  @Override
  public void addListener(EdgeListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(EdgeListener listener) {
    listeners.remove(listener);
  }

  private void tell(EdgeEvent.Type type, EdgeId id) {
    listeners.forEach(listener -> listener.event(new EdgeEvent(type, id)));
  }
}
