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

import java.util.Optional;
import java.util.OptionalLong;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeInUseException;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.LimitReachedException;
import org.deskedge.onos.PolicyConflictException;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.UnknownTargetException;
import org.deskedge.onos.VersionMismatchException;
import org.onlab.packet.IpAddress;
import org.onosproject.store.service.Versioned;

/** What must hold between policies and edges; each check throws what the services document. */
final class Checks {

  /** Most policies, and most edges: more than a site has, few enough to compare all with all. */
  static final int MAX_ENTRIES = 1024;

  private Checks() {}

  static void version(String what, OptionalLong expected, Versioned<?> present) {
    long actual = present == null ? 0 : present.version();
    if (expected.isPresent() && expected.getAsLong() != actual) {
      throw new VersionMismatchException(what, expected.getAsLong(), actual);
    }
  }

  static void room(String what, int count, Versioned<?> present) {
    if (present == null && count >= MAX_ENTRIES) {
      throw new LimitReachedException(what, MAX_ENTRIES);
    }
  }

  /** A policy fits in among the others, and what it names is there. */
  static void policy(RedirectPolicy policy, Snapshot snapshot) {
    for (RedirectPolicy other : snapshot.policyValues()) {
      if (!other.id().equals(policy.id())
          && other.priority() == policy.priority()
          && other.overlaps(policy)) {
        throw new PolicyConflictException(policy.id(), other.id(), policy.priority());
      }
    }
    for (EdgeId id : policy.target().edges()) {
      Edge edge = snapshot.edge(id).orElseThrow(() -> UnknownTargetException.edge(id));
      transparency(policy, edge);
    }
    Optional<String> group = policy.target().group();
    if (group.isPresent()) {
      if (!snapshot.hasMember(group.get(), null)) {
        throw UnknownTargetException.group(group.get());
      }
      snapshot.edgeValues().stream()
          .filter(edge -> edge.groups().contains(group.get()))
          .forEach(edge -> transparency(policy, edge));
    }
  }

  /**
   * It is not another edge under a second name, to which the other's sessions would be sent; and no
   * policy loses its last edge or gets one that does not fit it.
   */
  static void edge(Edge edge, Snapshot snapshot) {
    for (Edge other : snapshot.edgeValues()) {
      if (!other.id().equals(edge.id())) {
        distinct("mac", edge.mac(), other.mac(), other);
        distinct("rest", edge.rest(), other.rest(), other);
        for (IpAddress address : edge.addresses()) {
          if (other.addresses().contains(address)) {
            distinct("addresses", address, address, other);
          }
        }
      }
    }
    for (RedirectPolicy policy : snapshot.policyValues()) {
      Optional<String> group = policy.target().group();
      if (group.isPresent()
          && !edge.groups().contains(group.get())
          && !snapshot.hasMember(group.get(), edge.id())) {
        throw new EdgeInUseException(edge.id(), policy.id());
      }
      boolean used =
          policy.target().edges().contains(edge.id())
              || group.filter(edge.groups()::contains).isPresent();
      if (used) {
        transparency(policy, edge);
      }
    }
  }

  private static void distinct(String field, Object own, Object others, Edge other) {
    if (own.equals(others)) {
      throw new InvalidFieldException(
          field, own + " is that of edge " + other.id() + "; each edge has its own");
    }
  }

  static void unused(EdgeId id, Snapshot snapshot) {
    for (RedirectPolicy policy : snapshot.policyValues()) {
      boolean named = policy.target().edges().contains(id);
      boolean last =
          policy.target().group().filter(group -> !snapshot.hasMember(group, id)).isPresent();
      if (named || last) {
        throw new EdgeInUseException(id, policy.id());
      }
    }
  }

  /** What a desktop answers is found by the client's address, which a port does not tell. */
  private static void transparency(RedirectPolicy policy, Edge edge) {
    if (edge.fullyTransparent() && !policy.clientPorts().isEmpty()) {
      throw new InvalidFieldException(
          "clientPorts",
          "edge "
              + edge.id()
              + " of policy "
              + policy.id()
              + " is fully transparent, which needs clients named by prefix");
    }
  }
}
