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

import static org.deskedge.onos.internal.probe.ProbeProperties.DOWN_THRESHOLD;
import static org.deskedge.onos.internal.probe.ProbeProperties.DOWN_THRESHOLD_DEFAULT;
import static org.deskedge.onos.internal.probe.ProbeProperties.INTERVAL;
import static org.deskedge.onos.internal.probe.ProbeProperties.INTERVAL_DEFAULT;
import static org.deskedge.onos.internal.probe.ProbeProperties.TIMEOUT;
import static org.deskedge.onos.internal.probe.ProbeProperties.TIMEOUT_DEFAULT;
import static org.deskedge.onos.internal.probe.ProbeProperties.UP_THRESHOLD;
import static org.deskedge.onos.internal.probe.ProbeProperties.UP_THRESHOLD_DEFAULT;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.internal.config.IntProperty;
import org.deskedge.onos.internal.store.ConfigListener;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.Snapshot;
import org.deskedge.onos.internal.store.StatusStore;
import org.onlab.util.Tools;
import org.onosproject.cfg.ComponentConfigService;
import org.onosproject.cluster.ClusterService;
import org.onosproject.cluster.LeadershipService;
import org.onosproject.cluster.NodeId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes every edge from one node of the cluster, the leader of the topic {@code deskedge-edge-ID};
 * any node may ask an edge for its sessions.
 */
@Component(
    service = SessionSource.class,
    property = {
      INTERVAL + ":Integer=" + INTERVAL_DEFAULT,
      TIMEOUT + ":Integer=" + TIMEOUT_DEFAULT,
      DOWN_THRESHOLD + ":Integer=" + DOWN_THRESHOLD_DEFAULT,
      UP_THRESHOLD + ":Integer=" + UP_THRESHOLD_DEFAULT
    })
public final class EdgeProber implements SessionSource, ConfigListener {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeProber.class);
  private static final String TOPIC = "deskedge-edge-";

  /** Exchanges are asynchronous: threads only hand over answers. */
  private static final int THREADS = 2;

  private final ConfigStore config;
  private final StatusStore status;
  private final LeadershipService leadership;
  private final ComponentConfigService properties;
  private final NodeId local;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Tools.groupedThreads("deskedge/probe", "timer", LOG));
  private final ExecutorService io =
      Executors.newFixedThreadPool(THREADS, Tools.groupedThreads("deskedge/probe", "http-%d", LOG));
  private final Map<EdgeId, WatchedEdge> watched = new ConcurrentHashMap<>();

  private volatile int intervalMs = INTERVAL_DEFAULT;
  private volatile int timeoutMs = TIMEOUT_DEFAULT;
  private volatile int down = DOWN_THRESHOLD_DEFAULT;
  private volatile int up = UP_THRESHOLD_DEFAULT;
  private volatile ScheduledFuture<?> ticking;

  /** Starts to probe. */
  @Activate
  public EdgeProber(
      @Reference ConfigStore config,
      @Reference StatusStore status,
      @Reference LeadershipService leadership,
      @Reference ClusterService cluster,
      @Reference ComponentConfigService properties,
      Map<String, ?> values) {
    this.config = config;
    this.status = status;
    this.leadership = leadership;
    this.properties = properties;
    this.local = cluster.getLocalNode().id();
    properties.registerProperties(EdgeProber.class);
    config.addListener(this);
    modified(values);
  }

  /** Takes over properties; they hold from the next probe on. */
  @Modified
  public void modified(Map<String, ?> values) {
    intervalMs = IntProperty.read(values, INTERVAL, intervalMs, 100, 60000);
    timeoutMs = IntProperty.read(values, TIMEOUT, timeoutMs, 50, 60000);
    down = IntProperty.read(values, DOWN_THRESHOLD, down, 1, 100);
    up = IntProperty.read(values, UP_THRESHOLD, up, 1, 100);
    ScheduledFuture<?> before = ticking;
    if (before != null) {
      before.cancel(false);
    }
    ticking = timer.scheduleAtFixedRate(this::tick, 0, intervalMs, TimeUnit.MILLISECONDS);
  }

  /** Ends probing; edges keep doing what they do. */
  @Deactivate
  public void deactivate() {
    config.removeListener(this);
    properties.unregisterProperties(EdgeProber.class, false);
    timer.shutdownNow();
    io.shutdownNow();
    watched.keySet().forEach(id -> leadership.withdraw(TOPIC + id));
    watched.clear();
  }

  @Override
  public void changed(Snapshot before, Snapshot after) {
    try {
      timer.execute(this::tick);
    } catch (RejectedExecutionException e) {
      LOG.debug("A change came while probing ended");
    }
  }

  @Override
  public CompletableFuture<Boolean> refresh(EdgeId id) {
    Snapshot snapshot = config.snapshot();
    return snapshot
        .edge(id)
        .map(edge -> watch(edge).probe(snapshot).thenApply(ProbeResult::isGood))
        .orElse(CompletableFuture.completedFuture(false));
  }

  private void tick() {
    try {
      Snapshot snapshot = config.snapshot();
      for (EdgeId id : List.copyOf(watched.keySet())) {
        if (!snapshot.edges().containsKey(id)) {
          watched.remove(id);
          leadership.withdraw(TOPIC + id);
        }
      }
      for (Edge edge : snapshot.edgeValues()) {
        WatchedEdge each = watch(edge);
        if (local.equals(leadership.getLeader(TOPIC + edge.id())) && each.isIdle()) {
          each.probe(snapshot);
        }
      }
    } catch (RuntimeException e) {
      // Thrown on, it would end the timer; the next tick tries again.
      if (!timer.isShutdown()) {
        LOG.warn("Probing edges failed; it is tried again", e);
      }
    }
  }

  private WatchedEdge watch(Edge edge) {
    return watched.compute(
        edge.id(),
        (id, present) -> {
          if (present == null) {
            leadership.runForLeadership(TOPIC + id);
          }
          return present != null && present.fits(edge, timeoutMs)
              ? present
              : new WatchedEdge(edge, status, timeoutMs, io, this::conclude);
        });
  }

  private void conclude(WatchedEdge edge, ProbeResult result) {
    if (local.equals(leadership.getLeader(TOPIC + edge.id()))
        && config.snapshot().edges().containsKey(edge.id())) {
      edge.conclude(result, down, up);
    }
  }
}
