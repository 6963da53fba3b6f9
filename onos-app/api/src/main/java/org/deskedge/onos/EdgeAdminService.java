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

import java.util.OptionalLong;
import org.onosproject.store.service.Versioned;

/**
 * Changes edges. A change is atomic in the whole cluster. Safe for use by several threads; a call
 * waits for the cluster's agreement.
 */
public interface EdgeAdminService extends EdgeService {

  /** Expected version of an edge that is not to exist yet. */
  long ABSENT = 0;

  /**
   * Adds an edge or puts it in the place of the one with the same id.
   *
   * @param expectedVersion version the caller read, or {@link #ABSENT}; empty: any
   * @return the edge with its new version, always above 0
   * @throws EdgeInUseException if it leaves a group that a policy names and nobody else is in
   * @throws VersionMismatchException if the edge is not of the expected version
   * @throws LimitReachedException if there are too many edges
   */
  Versioned<Edge> put(Edge edge, OptionalLong expectedVersion);

  /**
   * Removes an edge and forgets its status and recorded certificate.
   *
   * @param expectedVersion version the caller read; empty: any
   * @return the edge that was removed
   * @throws NotFoundException if there is none
   * @throws EdgeInUseException if a policy names it, or a group that nobody else is in
   * @throws VersionMismatchException if the edge is not of the expected version
   */
  Edge remove(EdgeId id, OptionalLong expectedVersion);

  /**
   * Starts or ends draining: a draining edge keeps its sessions and gets no new ones. Asking again
   * for what is so already changes nothing. The edge is told at its next probe.
   *
   * @return the status with the wish in it
   * @throws NotFoundException if there is no such edge
   */
  EdgeStatus drain(EdgeId id, boolean wanted);
}
