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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.onosproject.store.service.Versioned;

/** Policies of one process, never turned into rules: for tests of what uses the services. */
public final class MemoryPolicies implements RedirectPolicyAdminService {

  private final MemoryStore<PolicyId, RedirectPolicy> store = new MemoryStore<>("policy");
  private final Map<PolicyId, PolicyStatus> statuses = new ConcurrentHashMap<>();
  private final List<RedirectPolicyListener> listeners = new CopyOnWriteArrayList<>();
  private final MemoryEdges edges;

  MemoryPolicies(MemoryEdges edges) {
    this.edges = edges;
  }

  /** Says how far a policy is. */
  public void setStatus(PolicyStatus status) {
    statuses.put(status.id(), status);
  }

  @Override
  public Set<Versioned<RedirectPolicy>> getPolicies() {
    return store.all();
  }

  @Override
  public Optional<Versioned<RedirectPolicy>> getPolicy(PolicyId id) {
    return store.get(id);
  }

  @Override
  public Optional<PolicyStatus> getStatus(PolicyId id) {
    return Optional.ofNullable(statuses.get(id));
  }

  @Override
  public Versioned<RedirectPolicy> put(RedirectPolicy policy, OptionalLong expectedVersion) {
    checkTarget(policy.target());
    others(policy)
        .filter(other -> other.priority() == policy.priority() && other.overlaps(policy))
        .findAny()
        .ifPresent(
            other -> {
              throw new PolicyConflictException(policy.id(), other.id(), policy.priority());
            });
    boolean known = store.get(policy.id()).isPresent();
    Versioned<RedirectPolicy> stored = store.put(policy.id(), policy, expectedVersion);
    statuses.putIfAbsent(policy.id(), PolicyStatus.of(policy.id(), List.of(), Map.of(), 0));
    tell(
        known ? RedirectPolicyEvent.Type.POLICY_UPDATED : RedirectPolicyEvent.Type.POLICY_ADDED,
        policy);
    return stored;
  }

  @Override
  public RedirectPolicy remove(PolicyId id, OptionalLong expectedVersion) {
    if (store.get(id).isEmpty()) {
      throw NotFoundException.policy(id);
    }
    RedirectPolicy removed = store.remove(id, expectedVersion);
    statuses.remove(id);
    tell(RedirectPolicyEvent.Type.POLICY_REMOVED, removed);
    return removed;
  }

  @Override
  public void addListener(RedirectPolicyListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(RedirectPolicyListener listener) {
    listeners.remove(listener);
  }

  /** Refuses that an edge leaves a group of which it is the last. */
  void checkGroups(Edge edge, Set<String> staying) {
    for (Versioned<RedirectPolicy> policy : store.all()) {
      Optional<String> group = policy.value().target().group();
      if (group.isPresent()
          && edge.groups().contains(group.get())
          && !staying.contains(group.get())
          && members(group.get()) == 1) {
        throw new EdgeInUseException(edge.id(), policy.value().id());
      }
    }
  }

  /** Refuses that an edge goes. */
  void checkUnused(Edge edge) {
    for (Versioned<RedirectPolicy> policy : store.all()) {
      if (policy.value().target().edges().contains(edge.id())) {
        throw new EdgeInUseException(edge.id(), policy.value().id());
      }
    }
    checkGroups(edge, Set.of());
  }

  private void checkTarget(RedirectTarget target) {
    for (EdgeId edge : target.edges()) {
      if (edges.getEdge(edge).isEmpty()) {
        throw UnknownTargetException.edge(edge);
      }
    }
    target
        .group()
        .filter(group -> members(group) == 0)
        .ifPresent(
            group -> {
              throw UnknownTargetException.group(group);
            });
  }

  private long members(String group) {
    return edges.getEdges().stream().filter(edge -> edge.value().groups().contains(group)).count();
  }

  private Stream<RedirectPolicy> others(RedirectPolicy policy) {
    return store.all().stream()
        .map(Versioned::value)
        .filter(other -> !other.id().equals(policy.id()));
  }

  private void tell(RedirectPolicyEvent.Type type, RedirectPolicy policy) {
    listeners.forEach(listener -> listener.event(new RedirectPolicyEvent(type, policy)));
  }
}
