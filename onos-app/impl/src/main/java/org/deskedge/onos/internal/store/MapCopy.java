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

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Versioned;

/**
 * A map of the cluster with a copy in this node's memory. The copy never goes back: what this node
 * has written is read at once, though events of earlier changes may still be on their way. Safe for
 * use by several threads.
 */
final class MapCopy<K, V> {

  private final ConsistentMap<K, V> map;
  private final Map<K, Versioned<V>> copy = new HashMap<>();
  private final BiConsumer<K, MapEvent<K, V>> changed;
  private final MapEventListener<K, V> listener = this::event;

  /**
   * Reads what is there and follows it.
   *
   * @param changed told of each change in the cluster, this node's own included
   */
  MapCopy(ConsistentMap<K, V> map, BiConsumer<K, MapEvent<K, V>> changed) {
    this.map = map;
    this.changed = changed;
    map.addListener(listener);
    map.entrySet().forEach(entry -> accept(entry.getKey(), entry.getValue()));
  }

  void close() {
    map.removeListener(listener);
  }

  synchronized void clear() {
    map.clear();
    copy.clear();
  }

  synchronized V get(K key) {
    return Versioned.valueOrNull(copy.get(key));
  }

  synchronized Map<K, V> all() {
    Map<K, V> all = new HashMap<>();
    copy.forEach((key, versioned) -> all.put(key, versioned.value()));
    return all;
  }

  /** Writes what is not the same already. */
  void put(K key, V value) {
    if (!value.equals(get(key))) {
      accept(key, map.putAndGet(key, value));
    }
  }

  /** Changes atomically, from null if there is nothing; what stays equal is not written. */
  V update(K key, UnaryOperator<V> change) {
    V known = get(key);
    if (known != null && change.apply(known).equals(known)) {
      return known;
    }
    Versioned<V> stored = map.compute(key, (k, value) -> change.apply(value));
    accept(key, stored);
    return stored.value();
  }

  void remove(K key) {
    forget(key, map.remove(key));
  }

  private synchronized void accept(K key, Versioned<V> versioned) {
    copy.merge(key, versioned, (old, next) -> next.version() >= old.version() ? next : old);
  }

  private synchronized void forget(K key, Versioned<V> removed) {
    Versioned<V> known = copy.get(key);
    if (removed != null && known != null && known.version() <= removed.version()) {
      copy.remove(key);
    }
  }

  private void event(MapEvent<K, V> event) {
    if (event.newValue() == null) {
      forget(event.key(), event.oldValue());
    } else {
      accept(event.key(), event.newValue());
    }
    changed.accept(event.key(), event);
  }
}
