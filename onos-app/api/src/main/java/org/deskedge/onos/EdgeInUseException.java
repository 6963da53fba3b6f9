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

/** An edge cannot go, or leave a group, while a policy needs it. */
public final class EdgeInUseException extends DeskedgeException {

  private final PolicyId policy;

  /**
   * Names the policy.
   *
   * @param policy the policy that names the edge, or a group that would be left without an edge
   */
  public EdgeInUseException(EdgeId edge, PolicyId policy) {
    super(
        "edge "
            + edge
            + " is needed by policy "
            + policy
            + ": change that policy first, or drain the edge");
    this.policy = policy;
  }

  /** A policy that needs the edge. */
  public PolicyId policy() {
    return policy;
  }
}
