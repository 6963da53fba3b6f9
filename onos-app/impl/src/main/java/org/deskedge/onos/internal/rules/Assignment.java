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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.RedirectPolicy;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

/** Which edge serves which clients of one policy; the same on every device. Immutable. */
public final class Assignment {

  private final RedirectPolicy policy;
  private final Map<Bucket, Optional<Edge>> edges;

  /** Lengths of the buckets' prefixes: a client is found by one look-up for each. */
  private final Set<Integer> lengths = new TreeSet<>();

  private Assignment(RedirectPolicy policy, Map<Bucket, Optional<Edge>> edges) {
    this.policy = policy;
    this.edges = edges;
    edges.keySet().forEach(b -> b.prefix().map(IpPrefix::prefixLength).ifPresent(lengths::add));
  }

  /** Only edges that are up are given clients; draining ones keep what they have by pins. */
  public static Assignment of(RedirectPolicy policy, NetworkView view) {
    Map<EdgeId, Edge> up = new LinkedHashMap<>();
    for (Edge edge : view.targets(policy)) {
      if (view.state(edge.id()) == EdgeState.UP) {
        up.put(edge.id(), edge);
      }
    }
    List<EdgeId> candidates = new ArrayList<>(up.keySet());
    boolean group = policy.target().group().isPresent();
    Map<Bucket, Optional<Edge>> edges = new LinkedHashMap<>();
    for (Bucket bucket : Buckets.of(policy)) {
      Optional<EdgeId> chosen =
          group ? Rendezvous.choose(bucket, candidates) : candidates.stream().findFirst();
      edges.put(bucket, chosen.map(up::get));
    }
    return new Assignment(policy, Collections.unmodifiableMap(edges));
  }

  /** The policy. */
  public RedirectPolicy policy() {
    return policy;
  }

  /** Each bucket's edge; empty where no edge is up. */
  public Map<Bucket, Optional<Edge>> edges() {
    return edges;
  }

  /** Who serves a client; the outer is empty if no prefix holds it, the inner if nobody does. */
  Optional<Optional<Edge>> edgeFor(IpAddress client) {
    int width = client.isIp4() ? IpAddress.INET_BIT_LENGTH : IpAddress.INET6_BIT_LENGTH;
    for (int length : lengths) {
      Optional<Edge> edge =
          length > width ? null : edges.get(Bucket.of(IpPrefix.valueOf(client, length)));
      if (edge != null) {
        return Optional.of(edge);
      }
    }
    return Optional.empty();
  }

  /** How many buckets each edge serves. */
  public Map<EdgeId, Integer> counts() {
    Map<EdgeId, Integer> counts = new LinkedHashMap<>();
    edges.values().forEach(edge -> edge.ifPresent(e -> counts.merge(e.id(), 1, Integer::sum)));
    return counts;
  }

  /** How many buckets no edge serves. */
  public int unserved() {
    return (int) edges.values().stream().filter(edge -> !edge.isPresent()).count();
  }
}
