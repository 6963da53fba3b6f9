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

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeEvent;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeListener;
import org.deskedge.onos.EdgeService;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.NotFoundException;
import org.onosproject.event.EventDeliveryService;
import org.onosproject.event.ListenerRegistry;
import org.onosproject.net.device.DeviceService;
import org.onosproject.store.service.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Edges, as REST, commands and other apps see them. Safe for use by several threads. */
@Component(service = {EdgeService.class, EdgeAdminService.class})
public final class EdgeManager implements EdgeAdminService, ConfigListener, StatusListener {

  private final ConfigStore config;
  private final StatusStore status;
  private final EventDeliveryService events;
  private final Ports ports;
  private final ListenerRegistry<EdgeEvent, EdgeListener> registry = new ListenerRegistry<>();

  /** Starts to tell of events. */
  @Activate
  public EdgeManager(
      @Reference ConfigStore config,
      @Reference StatusStore status,
      @Reference EventDeliveryService events,
      @Reference DeviceService devices) {
    this.ports = new Ports(devices);
    this.config = config;
    this.status = status;
    this.events = events;
    events.addSink(EdgeEvent.class, registry);
    config.addListener(this);
    status.addListener(this);
  }

  /** Stops to tell of events. */
  @Deactivate
  public void deactivate() {
    config.removeListener(this);
    status.removeListener(this);
    events.removeSink(EdgeEvent.class);
  }

  @Override
  public void addListener(EdgeListener listener) {
    registry.addListener(listener);
  }

  @Override
  public void removeListener(EdgeListener listener) {
    registry.removeListener(listener);
  }

  @Override
  public Set<Versioned<Edge>> getEdges() {
    return ImmutableSet.copyOf(config.snapshot().edges().values());
  }

  @Override
  public Optional<Versioned<Edge>> getEdge(EdgeId id) {
    return Optional.ofNullable(config.snapshot().edges().get(id));
  }

  @Override
  public Optional<EdgeStatus> getStatus(EdgeId id) {
    return getEdge(id).map(edge -> status.status(id));
  }

  @Override
  public Versioned<Edge> put(Edge edge, OptionalLong expectedVersion) {
    ports.check("attachment", edge.attachment());
    Versioned<Edge> put =
        config
            .put(
                edge,
                snapshot -> {
                  Versioned<Edge> present = snapshot.edges().get(edge.id());
                  Checks.version("edge " + edge.id(), expectedVersion, present);
                  Checks.room("edges", snapshot.edges().size(), present);
                  Checks.edge(edge, snapshot);
                })
            .edges()
            .get(edge.id());
    status.update(edge.id(), present -> present);
    return put;
  }

  @Override
  public Edge remove(EdgeId id, OptionalLong expectedVersion) {
    Map<EdgeId, Edge> removed = new HashMap<>();
    config.remove(
        id,
        snapshot -> {
          Versioned<Edge> present = snapshot.edges().get(id);
          if (present == null) {
            throw NotFoundException.edge(id);
          }
          Checks.version("edge " + id, expectedVersion, present);
          Checks.unused(id, snapshot);
          removed.put(id, present.value());
        });
    status.forget(id);
    return removed.get(id);
  }

  @Override
  public EdgeStatus drain(EdgeId id, boolean wanted) {
    if (!config.snapshot().edges().containsKey(id)) {
      throw NotFoundException.edge(id);
    }
    return status.update(
        id,
        present -> {
          EdgeStatus wish = present.withDrainWanted(wanted);
          // New sessions stop at once; whether they may come again, the edge's next answer says.
          return wanted && present.state() == EdgeState.UP
              ? wish.withState(EdgeState.DRAINING, "drain wanted", Instant.now())
              : wish;
        });
  }

  @Override
  public void changed(Snapshot before, Snapshot after) {
    after
        .edges()
        .forEach(
            (id, edge) -> {
              Versioned<Edge> old = before.edges().get(id);
              if (old == null) {
                events.post(new EdgeEvent(EdgeEvent.Type.EDGE_ADDED, id));
              } else if (old.version() != edge.version()) {
                events.post(new EdgeEvent(EdgeEvent.Type.EDGE_UPDATED, id));
              }
            });
    before
        .edges()
        .forEach(
            (id, edge) -> {
              if (!after.edges().containsKey(id)) {
                events.post(new EdgeEvent(EdgeEvent.Type.EDGE_REMOVED, id));
              }
            });
  }

  @Override
  public void edgeChanged(EdgeId edge, EdgeStatus before, EdgeStatus after) {
    if (before == null || !after.withHealth(null).equals(before.withHealth(null))) {
      events.post(new EdgeEvent(EdgeEvent.Type.EDGE_STATUS_CHANGED, edge, after));
    }
  }
}
