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

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.internal.rules.NetworkView;
import org.deskedge.onos.internal.rules.Session;
import org.onosproject.core.CoreService;
import org.onosproject.net.DeviceId;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;
import org.onosproject.store.service.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What is found out: the status of edges, the sessions on them, the rules on devices. It outlasts a
 * restart, so that a controller that comes back neither moves a client nor drops a pin before it
 * has found out anew. Each node reads a copy in memory.
 */
@Component(service = StatusStore.class)
public final class StatusStore {

  private final MapCopy<EdgeId, EdgeStatus> statuses;
  private final MapCopy<EdgeId, ImmutableSet<Session>> sessions;
  private final MapCopy<DeviceId, ImmutableMap<PolicyId, DeviceRules>> rules;
  private final List<StatusListener> listeners = new CopyOnWriteArrayList<>();

  /** Opens the stores and reads what is there. */
  @Activate
  public StatusStore(@Reference StorageService storage, @Reference CoreService core) {
    Serializer serializer = Serializers.create();
    statuses =
        new MapCopy<>(map(storage, core, serializer, "deskedge-edge-status"), this::statusChanged);
    sessions =
        new MapCopy<>(
            map(storage, core, serializer, "deskedge-edge-sessions"), this::sessionsChanged);
    rules =
        new MapCopy<>(map(storage, core, serializer, "deskedge-device-rules"), this::rulesChanged);
  }

  private static <K, V> ConsistentMap<K, V> map(
      StorageService storage, CoreService core, Serializer serializer, String name) {
    return storage
        .<K, V>consistentMapBuilder()
        .withName(name)
        .withApplicationId(core.registerApplication(App.NAME))
        .withSerializer(serializer)
        .build();
  }

  /** Stops listening; what is stored stays. */
  @Deactivate
  public void deactivate() {
    statuses.close();
    sessions.close();
    rules.close();
  }

  /** Forgets everything, for good. */
  public void clear() {
    statuses.clear();
    sessions.clear();
    rules.clear();
  }

  /** Starts to tell of changes. */
  public void addListener(StatusListener listener) {
    listeners.add(listener);
  }

  /** Stops to tell of changes. */
  public void removeListener(StatusListener listener) {
    listeners.remove(listener);
  }

  /** The status of an edge; unknown if nothing has been found out. */
  public EdgeStatus status(EdgeId id) {
    EdgeStatus status = statuses.get(id);
    return status == null ? EdgeStatus.unknown(Instant.EPOCH) : status;
  }

  /** Changes a status, atomically; one that stays equal is not written. */
  public EdgeStatus update(EdgeId id, UnaryOperator<EdgeStatus> change) {
    return statuses.update(
        id, status -> change.apply(status == null ? EdgeStatus.unknown(Instant.now()) : status));
  }

  /** Records the sessions of an edge; the same as before are not written. */
  public void putSessions(EdgeId id, Set<Session> current) {
    sessions.put(id, ImmutableSet.copyOf(current));
  }

  /** Records a device's rules; the same as before are not written. */
  public void putRules(DeviceId device, Map<PolicyId, DeviceRules> current) {
    rules.put(device, ImmutableMap.copyOf(current));
  }

  /** Forgets an edge. */
  public void forget(EdgeId id) {
    statuses.remove(id);
    sessions.remove(id);
  }

  /** Forgets a device, which then counts as one without rules. */
  public void forget(DeviceId device) {
    rules.remove(device);
  }

  /** What devices hold of a policy. */
  public Map<DeviceId, DeviceRules> rules(PolicyId policy) {
    Map<DeviceId, DeviceRules> found = new HashMap<>();
    rules
        .all()
        .forEach(
            (device, all) ->
                Optional.ofNullable(all.get(policy)).ifPresent(one -> found.put(device, one)));
    return found;
  }

  /** Policies and edges together with what has been found out about them. */
  public NetworkView view(Snapshot config) {
    Collection<EdgeId> ids = config.edges().keySet();
    Map<EdgeId, EdgeState> states = new HashMap<>();
    Map<EdgeId, Set<Session>> current = new HashMap<>();
    for (EdgeId id : ids) {
      states.put(id, status(id).state());
      Optional.ofNullable(sessions.get(id)).ifPresent(some -> current.put(id, some));
    }
    return NetworkView.of(config.policyValues(), config.edgeValues(), states, current);
  }

  private void statusChanged(EdgeId edge, MapEvent<EdgeId, EdgeStatus> event) {
    if (event.newValue() != null) {
      EdgeStatus before = Versioned.valueOrNull(event.oldValue());
      EdgeStatus after = event.newValue().value();
      listeners.forEach(listener -> listener.edgeChanged(edge, before, after));
    }
  }

  private void sessionsChanged(EdgeId edge, MapEvent<EdgeId, ImmutableSet<Session>> event) {
    listeners.forEach(listener -> listener.sessionsChanged(edge));
  }

  private void rulesChanged(
      DeviceId device, MapEvent<DeviceId, ImmutableMap<PolicyId, DeviceRules>> event) {
    Map<PolicyId, DeviceRules> before =
        event.oldValue() == null ? Map.of() : event.oldValue().value();
    Map<PolicyId, DeviceRules> after =
        event.newValue() == null ? Map.of() : event.newValue().value();
    after.forEach(
        (policy, status) -> {
          if (!status.equals(before.get(policy))) {
            listeners.forEach(listener -> listener.rulesChanged(policy));
          }
        });
  }
}
