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
package org.deskedge.onos.netcfg;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskedge.onos.DeskedgeException;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyConflictException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.onosproject.store.service.Versioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes policies and edges what the configuration says. What is refused stays refused until a later
 * call, and stops nothing else. For one thread.
 */
final class Reconciler {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  private static final String EDGE = "edge/";
  private static final String POLICY = "policy/";

  private final EdgeAdminService edges;
  private final RedirectPolicyAdminService policies;
  private final Set<String> owned;
  private Map<String, String> problems = Map.of();
  private Map<String, String> problemsNow;

  /**
   * Works on services.
   *
   * @param owned names of what the configuration has made; outlasts this object
   */
  Reconciler(EdgeAdminService edges, RedirectPolicyAdminService policies, Set<String> owned) {
    this.edges = edges;
    this.policies = policies;
    this.owned = owned;
  }

  /**
   * Puts what is named and removes what was named before. Policies go first and edges last, as
   * policies need edges.
   *
   * @return what was refused and why, by name; each is logged once
   */
  Map<String, String> apply(List<Edge> wantedEdges, List<RedirectPolicy> wantedPolicies) {
    problemsNow = new HashMap<>();
    Set<String> wanted = new HashSet<>();
    wantedEdges.forEach(edge -> wanted.add(EDGE + edge.id()));
    wantedPolicies.forEach(policy -> wanted.add(POLICY + policy.id()));
    Set<String> unwanted = new HashSet<>(owned);
    unwanted.removeAll(wanted);

    remove(unwanted, POLICY);
    for (Edge edge : wantedEdges) {
      own(EDGE + edge.id(), () -> put(edge));
    }
    for (RedirectPolicy policy : wantedPolicies) {
      own(POLICY + policy.id(), () -> put(policy, wantedPolicies));
    }
    remove(unwanted, EDGE);

    problemsNow.forEach(
        (name, problem) -> {
          if (!problem.equals(problems.get(name))) {
            log.warn("Network configuration: {} is refused: {}", name, problem);
          }
        });
    problems = problemsNow;
    return problems;
  }

  private void put(Edge edge) {
    if (differs(edges.getEdge(edge.id()), edge)) {
      edges.put(edge, OptionalLong.empty());
    }
  }

  private void put(RedirectPolicy policy, List<RedirectPolicy> wanted) {
    if (!differs(policies.getPolicy(policy.id()), policy)) {
      return;
    }
    try {
      policies.put(policy, OptionalLong.empty());
    } catch (PolicyConflictException e) {
      if (!stepAside(e.other(), wanted)) {
        throw e;
      }
      policies.put(policy, OptionalLong.empty());
    }
  }

  /**
   * Gives a policy another priority until its turn comes, if the configuration wants it to change
   * anyway: of two that swap their priorities one is in the other's way.
   */
  private boolean stepAside(PolicyId id, List<RedirectPolicy> wanted) {
    Optional<Versioned<RedirectPolicy>> present = policies.getPolicy(id);
    boolean changes =
        wanted.stream().anyMatch(policy -> policy.id().equals(id) && differs(present, policy));
    if (!changes || present.isEmpty() || !owned.contains(POLICY + id)) {
      return false;
    }
    RedirectPolicy now = present.get().value();
    Set<Integer> taken =
        policies.getPolicies().stream().map(p -> p.value().priority()).collect(Collectors.toSet());
    // The nearest one: whom it comes before, it is to come before meanwhile, too.
    Optional<Integer> free =
        IntStream.rangeClosed(0, RedirectPolicy.MAX_PRIORITY)
            .boxed()
            .filter(priority -> !taken.contains(priority))
            .min(Comparator.comparingInt(priority -> Math.abs(priority - now.priority())));
    free.ifPresent(priority -> policies.put(now.withPriority(priority), OptionalLong.empty()));
    return free.isPresent();
  }

  private static <T> boolean differs(Optional<Versioned<T>> present, T wanted) {
    return present.isEmpty() || !present.get().value().equals(wanted);
  }

  /** Owns a thing only once it is there: what is refused may be somebody else's of that name. */
  private void own(String name, Runnable put) {
    if (attempt(name, put) && !owned.contains(name)) {
      owned.add(name);
    }
  }

  private void remove(Set<String> unwanted, String kind) {
    for (String name : unwanted) {
      if (name.startsWith(kind) && attempt(name, () -> remove(name))) {
        owned.remove(name);
      }
    }
  }

  private void remove(String name) {
    String id = name.substring(name.indexOf('/') + 1);
    try {
      if (name.startsWith(EDGE)) {
        edges.remove(EdgeId.of(id), OptionalLong.empty());
      } else {
        policies.remove(PolicyId.of(id), OptionalLong.empty());
      }
    } catch (NotFoundException e) {
      log.debug("{} has been removed by somebody else", name);
    }
  }

  private boolean attempt(String name, Runnable change) {
    try {
      change.run();
      return true;
    } catch (DeskedgeException e) {
      problemsNow.put(name, e.getMessage());
      return false;
    }
  }
}
