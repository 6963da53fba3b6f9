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

import java.util.Optional;
import org.onosproject.event.AbstractEvent;

/** An edge or its status has changed; seen on every node of the cluster. */
public final class EdgeEvent extends AbstractEvent<EdgeEvent.Type, EdgeId> {

  /** What has happened. */
  public enum Type {
    /** There is a new edge. */
    EDGE_ADDED,
    /** An edge is attached, reached or grouped otherwise than before. */
    EDGE_UPDATED,
    /** An edge is gone. */
    EDGE_REMOVED,
    /** Its state, the wish to drain it, or its certificate has changed. */
    EDGE_STATUS_CHANGED
  }

  private final EdgeStatus status;

  /** Tells of an addition, an update or a removal. */
  public EdgeEvent(Type type, EdgeId subject) {
    this(type, subject, null);
  }

  /** Tells of a status; null for the other types. */
  public EdgeEvent(Type type, EdgeId subject, EdgeStatus status) {
    super(type, subject);
    this.status = status;
  }

  /** The new status, if that is what has changed. */
  public Optional<EdgeStatus> status() {
    return Optional.ofNullable(status);
  }
}
