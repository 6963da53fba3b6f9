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
 * Changes redirect policies. A change is atomic in the whole cluster: of two that would conflict
 * one is refused. Safe for use by several threads; a call waits for the cluster's agreement.
 */
public interface RedirectPolicyAdminService extends RedirectPolicyService {

  /** Expected version of a policy that is not to exist yet. */
  long ABSENT = 0;

  /**
   * Adds a policy or puts it in the place of the one with the same id.
   *
   * @param expectedVersion version the caller read, or {@link #ABSENT}; empty: any
   * @return the policy with its new version, always above 0
   * @throws PolicyConflictException if another policy of the same priority overlaps it
   * @throws UnknownTargetException if it names an edge or a group that is not known
   * @throws VersionMismatchException if the policy is not of the expected version
   * @throws LimitReachedException if there are too many policies
   */
  Versioned<RedirectPolicy> put(RedirectPolicy policy, OptionalLong expectedVersion);

  /**
   * Removes a policy. Sessions it redirected stay on their edge until they end.
   *
   * @param expectedVersion version the caller read; empty: any
   * @return the policy that was removed
   * @throws NotFoundException if there is none
   * @throws VersionMismatchException if the policy is not of the expected version
   */
  RedirectPolicy remove(PolicyId id, OptionalLong expectedVersion);
}
