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

import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyId;

/** Hears of what is found out, on every node; must return at once. */
public interface StatusListener {

  /**
   * An edge's status is another.
   *
   * @param before null if there was none
   */
  default void edgeChanged(EdgeId edge, EdgeStatus before, EdgeStatus after) {}

  /** Sessions have come to an edge or gone. */
  default void sessionsChanged(EdgeId edge) {}

  /** A device holds other rules of a policy than before. */
  default void rulesChanged(PolicyId policy) {}
}
