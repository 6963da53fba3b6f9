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
package org.deskedge.onos;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.onosproject.store.service.Versioned;

/** Values with versions, as a consistent map holds them, in this one process. */
final class MemoryStore<I, V> {

  private final Map<I, Versioned<V>> values = new ConcurrentHashMap<>();
  private final String kind;
  private long version;

  MemoryStore(String kind) {
    this.kind = kind;
  }

  Set<Versioned<V>> all() {
    return values.values().stream().collect(Collectors.toSet());
  }

  Optional<Versioned<V>> get(I id) {
    return Optional.ofNullable(values.get(id));
  }

  synchronized Versioned<V> put(I id, V value, OptionalLong expected) {
    check(id, expected);
    Versioned<V> stored = new Versioned<>(value, ++version);
    values.put(id, stored);
    return stored;
  }

  synchronized V remove(I id, OptionalLong expected) {
    check(id, expected);
    return values.remove(id).value();
  }

  private void check(I id, OptionalLong expected) {
    long actual = get(id).map(Versioned::version).orElse(0L);
    if (expected.isPresent() && expected.getAsLong() != actual) {
      throw new VersionMismatchException(kind + " " + id, expected.getAsLong(), actual);
    }
  }
}
