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
import java.util.Set;
import org.onosproject.event.ListenerService;
import org.onosproject.store.service.Versioned;

/** Reads redirect policies. Safe for use by several threads; answers from memory. */
public interface RedirectPolicyService
    extends ListenerService<RedirectPolicyEvent, RedirectPolicyListener> {

  /** All policies, in no particular order, each with its version. */
  Set<Versioned<RedirectPolicy>> getPolicies();

  /** One policy with its version; empty if there is none. */
  Optional<Versioned<RedirectPolicy>> getPolicy(PolicyId id);

  /** How far a policy is; empty if there is none. */
  Optional<PolicyStatus> getStatus(PolicyId id);
}
