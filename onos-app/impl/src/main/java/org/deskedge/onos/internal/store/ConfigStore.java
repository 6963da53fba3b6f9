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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.onosproject.core.CoreService;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;
import org.onosproject.store.service.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Policies and edges of the whole cluster.
 *
 * <p>A change writes its content under a fresh key, then replaces the index if nobody else has:
 * what was checked against one index cannot be overtaken, so of two changes that would contradict
 * each other only one wins, though they concern different policies and come by different nodes. A
 * node that dies in between leaves content that nothing names, which the next one that starts
 * removes.
 */
@Component(service = ConfigStore.class)
public final class ConfigStore {

  private static final String INDEX = "index";

  /** Age of content that nothing names and no change under way can be about to name, in ms. */
  private static final long ORPHAN_AGE_MS = 60_000;

  /** Tries of one change: each failure means that another change has won. */
  private static final int MAX_TRIES = 100;

  private final ConsistentMap<String, Index> index;
  private final ConsistentMap<String, Object> contents;
  private final ParkedConfig parked;
  private final MapEventListener<String, Index> listener = this::indexChanged;
  private final List<ConfigListener> listeners = new CopyOnWriteArrayList<>();
  private final Object adopting = new Object();

  private volatile Snapshot snapshot = Snapshot.EMPTY;
  private Map<String, Object> loaded = Map.of();
  private Index adopted = Index.EMPTY;
  private volatile boolean closed;

  /** Opens the stores and reads what is there. */
  @Activate
  public ConfigStore(@Reference StorageService storage, @Reference CoreService core) {
    this(storage, core, ParkedConfig.inOnos(Serializers.create()));
  }

  ConfigStore(StorageService storage, CoreService core, ParkedConfig parked) {
    this.parked = parked;
    Serializer serializer = Serializers.create();
    index =
        storage
            .<String, Index>consistentMapBuilder()
            .withName("deskedge-index")
            .withApplicationId(core.registerApplication(App.NAME))
            .withSerializer(serializer)
            .build();
    contents =
        storage
            .<String, Object>consistentMapBuilder()
            .withName("deskedge-contents")
            .withApplicationId(core.registerApplication(App.NAME))
            .withSerializer(serializer)
            .build();
    index.addListener(listener);
    unpark();
    adopt(current());
    sweep();
  }

  /** Stops listening; what is stored stays. */
  @Deactivate
  public void deactivate() {
    index.removeListener(listener);
  }

  /** Forgets everything, for good; nothing can be put any more. */
  public void clear() {
    closed = true;
    index.clear();
    contents.clear();
  }

  /**
   * Takes everything out of the cluster's store and keeps it for the next activation. Every node
   * keeps what it knows, and that is the same; nothing can be put any more.
   */
  public void park() {
    closed = true;
    synchronized (adopting) {
      parked.write(new ParkedConfig.Content(adopted, loaded));
    }
    index.clear();
    contents.clear();
  }

  /** Puts back what was parked; of several nodes the first one does, the others find it there. */
  private void unpark() {
    if (!parked.isThere()) {
      return;
    }
    if (index.get(INDEX) == null) {
      ParkedConfig.Content content = parked.read();
      content.contents.forEach(contents::put);
      index.putIfAbsent(INDEX, content.index);
    }
    parked.delete();
  }

  /** Removes what a node that died in a change left behind; a change under way is younger. */
  private void sweep() {
    long old = System.currentTimeMillis() - ORPHAN_AGE_MS;
    Set<String> named =
        current().entries().values().stream()
            .map(Index.Entry::contentKey)
            .collect(Collectors.toSet());
    contents
        .entrySet()
        .forEach(
            entry -> {
              if (entry.getValue().creationTime() < old && !named.contains(entry.getKey())) {
                contents.remove(entry.getKey(), entry.getValue().version());
              }
            });
  }

  /** Policies and edges as this node knows them; never older than its own last change. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** Starts to tell of changes. */
  public void addListener(ConfigListener added) {
    listeners.add(added);
  }

  /** Stops to tell of changes. */
  public void removeListener(ConfigListener removed) {
    listeners.remove(removed);
  }

  Snapshot put(RedirectPolicy policy, Consumer<Snapshot> check) {
    return change("policy/" + policy.id(), Optional.of(policy), check);
  }

  Snapshot put(Edge edge, Consumer<Snapshot> check) {
    return change("edge/" + edge.id(), Optional.of(edge), check);
  }

  void remove(PolicyId id, Consumer<Snapshot> check) {
    change("policy/" + id, Optional.empty(), check);
  }

  void remove(EdgeId id, Consumer<Snapshot> check) {
    change("edge/" + id, Optional.empty(), check);
  }

  /** Changes one thing; the check sees what the change builds upon, and throws to refuse it. */
  private Snapshot change(String name, Optional<Object> content, Consumer<Snapshot> check) {
    for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
      if (closed) {
        throw new IllegalStateException(name + " cannot be changed: the app is being deactivated");
      }
      Versioned<Index> stored = index.get(INDEX);
      Index before = stored == null ? Index.EMPTY : stored.value();
      adopt(before);
      if (snapshot.sequence() != before.sequence()) {
        continue;
      }
      check.accept(snapshot);
      String key = content.isPresent() ? name + "#" + UUID.randomUUID() : null;
      content.ifPresent(value -> contents.put(key, value));
      Index after = before.with(name, key, System.currentTimeMillis());
      boolean won =
          stored == null
              ? index.putIfAbsent(INDEX, after) == null
              : index.replace(INDEX, stored.version(), after);
      if (won) {
        Index.Entry replaced = before.entries().get(name);
        Snapshot result = adopt(after);
        if (replaced != null) {
          contents.remove(replaced.contentKey());
        }
        return result;
      }
      content.ifPresent(value -> contents.remove(key));
    }
    throw new IllegalStateException(
        name + " could not be changed: others keep changing; try again");
  }

  private Index current() {
    Versioned<Index> stored = index.get(INDEX);
    return stored == null ? Index.EMPTY : stored.value();
  }

  private void indexChanged(MapEvent<String, Index> event) {
    adopt(event.newValue() == null ? Index.EMPTY : event.newValue().value());
  }

  /** Makes an index the one that is read, unless a later one is already; tells the listeners. */
  private Snapshot adopt(Index wanted) {
    synchronized (adopting) {
      Index next = wanted;
      while (next.sequence() > snapshot.sequence()) {
        Map<String, Object> values = load(next);
        if (values.size() == next.entries().size()) {
          Snapshot before = snapshot;
          loaded = values;
          adopted = next;
          snapshot = snapshot(next, values);
          listeners.forEach(each -> each.changed(before, snapshot));
          break;
        }
        // Content goes only once a later index has replaced this one.
        next = current();
      }
      return snapshot;
    }
  }

  private Map<String, Object> load(Index next) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Index.Entry entry : next.entries().values()) {
      Object value = loaded.get(entry.contentKey());
      if (value == null) {
        value = Versioned.valueOrNull(contents.get(entry.contentKey()));
      }
      if (value == null) {
        break;
      }
      values.put(entry.contentKey(), value);
    }
    return values;
  }

  private static Snapshot snapshot(Index index, Map<String, Object> values) {
    Map<PolicyId, Versioned<RedirectPolicy>> policies = new LinkedHashMap<>();
    Map<EdgeId, Versioned<Edge>> edges = new LinkedHashMap<>();
    for (Index.Entry entry : index.entries().values()) {
      Object value = values.get(entry.contentKey());
      if (value instanceof RedirectPolicy) {
        RedirectPolicy policy = (RedirectPolicy) value;
        policies.put(policy.id(), new Versioned<>(policy, entry.version(), entry.created()));
      } else {
        Edge edge = (Edge) value;
        edges.put(edge.id(), new Versioned<>(edge, entry.version(), entry.created()));
      }
    }
    return new Snapshot(index.sequence(), policies, edges);
  }
}
