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

import java.util.Objects;

/** How much of a thing an edge has, out of how much it takes. */
public final class EdgeLoad {

  private final int active;
  private final int limit;

  private EdgeLoad(int active, int limit) {
    this.active = active;
    this.limit = limit;
  }

  /** Both as the edge reports them. */
  public static EdgeLoad of(int active, int limit) {
    return new EdgeLoad(active, limit);
  }

  /** How many there are now. */
  public int active() {
    return active;
  }

  /** How many the edge takes at most. */
  public int limit() {
    return limit;
  }

  @Override
  public int hashCode() {
    return Objects.hash(active, limit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdgeLoad
        && active == ((EdgeLoad) other).active
        && limit == ((EdgeLoad) other).limit;
  }

  @Override
  public String toString() {
    return active + "/" + limit;
  }
}
