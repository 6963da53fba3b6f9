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
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names every policy and edge there is: the one value of the store by which changes are ordered.
 * What it names lies under keys of its own, as one value of a replicated log must stay small.
 * Immutable.
 */
final class Index {

  static final Index EMPTY = new Index(0, ImmutableMap.of());

  private final long sequence;
  private final ImmutableMap<String, Entry> entries;

  private Index(long sequence, ImmutableMap<String, Entry> entries) {
    this.sequence = sequence;
    this.entries = entries;
  }

  /** Counts all changes ever made; a change's number is the version of what it put. */
  long sequence() {
    return sequence;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /** The next index, with something put or, if the key of its content is null, removed. */
  Index with(String name, String contentKey, long now) {
    Map<String, Entry> next = new LinkedHashMap<>(entries);
    if (contentKey == null) {
      next.remove(name);
    } else {
      next.put(name, new Entry(sequence + 1, now, contentKey));
    }
    return new Index(sequence + 1, ImmutableMap.copyOf(next));
  }

  /** Where something is, and since when. */
  static final class Entry {

    private final long version;
    private final long created;
    private final String contentKey;

    Entry(long version, long created, String contentKey) {
      this.version = version;
      this.created = created;
      this.contentKey = contentKey;
    }

    long version() {
      return version;
    }

    /** When it was put, in ms since 1970. */
    long created() {
      return created;
    }

    String contentKey() {
      return contentKey;
    }
  }
}
