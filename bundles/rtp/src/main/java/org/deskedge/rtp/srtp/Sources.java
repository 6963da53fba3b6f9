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
package org.deskedge.rtp.srtp;

/**
 * The contexts of one way, one for each synchronisation source: at most {@link
 * SrtpSession#MAX_SOURCES}, and none is dropped for another, for then its old packets could be
 * replayed. Looks up without allocation. For one thread.
 *
 * @param <C> a context
 */
final class Sources<C> {

  private final int[] ids = new int[SrtpSession.MAX_SOURCES];
  private final Object[] contexts = new Object[SrtpSession.MAX_SOURCES];
  private int count;

  /** Returns the context of a source, or null if it has none. */
  @SuppressWarnings("unchecked")
  C find(int id) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == id) {
        return (C) contexts[i];
      }
    }
    return null;
  }

  boolean isFull() {
    return count == ids.length;
  }

  void add(int id, C context) {
    ids[count] = id;
    contexts[count] = context;
    count++;
  }
}
