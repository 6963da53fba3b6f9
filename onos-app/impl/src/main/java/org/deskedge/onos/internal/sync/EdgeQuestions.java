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
package org.deskedge.onos.internal.sync;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.internal.probe.SessionSource;
import org.deskedge.onos.internal.rules.NetworkView;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.Snapshot;
import org.deskedge.onos.internal.store.StatusStore;
import org.onlab.packet.MacAddress;

/** What edges are to know, and to tell, before clients are moved. */
final class EdgeQuestions {

  private final ConfigStore config;
  private final StatusStore status;
  private final SessionSource sessions;

  EdgeQuestions(ConfigStore config, StatusStore status, SessionSource sessions) {
    this.config = config;
    this.status = status;
    this.sessions = sessions;
  }

  /** True once every edge that may carry sessions has told which, and knows whom to admit. */
  CompletableFuture<Boolean> ask() {
    NetworkView view = view();
    CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
    for (Edge edge : view.edges()) {
      if (answers(view, edge)) {
        all = all.thenCombine(sessions.refresh(edge.id()), Boolean::logicalAnd);
      }
    }
    return all;
  }

  /** Whether an edge that clients are led to may not know yet that it is to admit them. */
  boolean isDue() {
    Snapshot snapshot = config.snapshot();
    NetworkView view = status.view(snapshot);
    return view.policies().stream()
        .flatMap(policy -> view.targets(policy).stream())
        .filter(edge -> view.state(edge.id()) == EdgeState.UP)
        .distinct()
        .anyMatch(
            edge ->
                status
                    .status(edge.id())
                    .health()
                    .filter(h -> h.policyRevision().orElse(-1) != snapshot.sequence())
                    .isPresent());
  }

  /** Hardware addresses of the edges whose sessions go on. */
  Set<MacAddress> alive() {
    NetworkView view = view();
    return view.edges().stream()
        .filter(edge -> answers(view, edge))
        .map(Edge::mac)
        .collect(Collectors.toSet());
  }

  private NetworkView view() {
    return status.view(config.snapshot());
  }

  private static boolean answers(NetworkView view, Edge edge) {
    EdgeState state = view.state(edge.id());
    return state == EdgeState.UP || state == EdgeState.DRAINING;
  }
}
