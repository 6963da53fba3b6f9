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

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.internal.store.Snapshot;
import org.deskedge.onos.internal.store.StatusStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One edge, as long as it stays the same: its client, its counters, one probe at a time. */
final class WatchedEdge {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedEdge.class);

  private final Edge edge;
  private final StatusStore status;
  private final int timeoutMs;
  private final EdgeClient client;
  private final BiConsumer<WatchedEdge, ProbeResult> conclusion;
  private final Thresholds thresholds = new Thresholds();

  private CompletableFuture<ProbeResult> running = CompletableFuture.completedFuture(null);
  private CompletableFuture<ProbeResult> next;

  WatchedEdge(
      Edge edge,
      StatusStore status,
      int timeoutMs,
      Executor executor,
      BiConsumer<WatchedEdge, ProbeResult> conclusion) {
    this.edge = edge;
    this.status = status;
    this.timeoutMs = timeoutMs;
    this.conclusion = conclusion;
    String trusted =
        edge.certificateSha256()
            .orElseGet(() -> status.status(edge.id()).certificateSha256().orElse(null));
    this.client = new EdgeClient(edge, trusted, timeoutMs, executor);
  }

  EdgeId id() {
    return edge.id();
  }

  boolean fits(Edge present, int presentTimeoutMs) {
    return edge.equals(present) && timeoutMs == presentTimeoutMs;
  }

  synchronized boolean isIdle() {
    return running.isDone() && next == null;
  }

  /** Probes after the probe that is under way; whoever asks meanwhile shares that next one. */
  synchronized CompletableFuture<ProbeResult> probe(Snapshot config) {
    if (isIdle()) {
      running = start(config);
      return running;
    }
    if (next == null) {
      next = running.handle((result, error) -> null).thenCompose(ended -> startNext(config));
    }
    return next;
  }

  private synchronized CompletableFuture<ProbeResult> startNext(Snapshot config) {
    next = null;
    running = start(config);
    return running;
  }

  private CompletableFuture<ProbeResult> start(Snapshot config) {
    boolean drain = status.status(edge.id()).drainWanted();
    return new Probe(client, drain, AdmissionPolicy.of(edge.id(), config))
        .run()
        .thenApply(this::finish);
  }

  private ProbeResult finish(ProbeResult result) {
    try {
      result.sessions().ifPresent(sessions -> status.putSessions(edge.id(), sessions));
      conclusion.accept(this, result);
    } catch (RuntimeException e) {
      LOG.warn("What edge {} answered could not be recorded; it is asked again", edge.id(), e);
    }
    return result;
  }

  /** Counts a result and records what follows from it. */
  synchronized void conclude(ProbeResult result, int down, int up) {
    thresholds.count(result);
    EdgeState before = status.status(edge.id()).state();
    EdgeStatus after =
        status.update(
            edge.id(),
            present -> {
              EdgeStatus seen =
                  result.isGood()
                      ? present.withCertificateSha256(client.trust().trusted().orElse(null))
                      : present;
              return thresholds.apply(seen, result, down, up, Instant.now());
            });
    if (before != after.state()) {
      LOG.info("Edge {} is {}: {}", edge.id(), after.state(), after.reason());
    }
  }
}
