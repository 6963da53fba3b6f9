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
package org.deskedge.agent.internal.link;

import java.util.Optional;
import org.deskedge.voip.Origin;

/** The edge as the agent's calls see it. To be used on the agent's thread. */
public interface Edge {

  /** Returns why there is no edge to ask; empty if there is one. */
  Optional<String> unavailable();

  /**
   * Asks the edge to carry a call's voice; only if it is not {@link #unavailable}.
   *
   * @param call the call's number, used once only
   * @param local the desktop's user, empty where unknown
   * @param remote the far end, empty where unknown
   * @param sdp the far end's offer when the desktop is called
   * @param listener is told what the edge says; never before this method returns
   */
  EdgeCall establish(
      long call,
      Origin origin,
      Optional<String> local,
      Optional<String> remote,
      Optional<String> sdp,
      EdgeCallListener listener);
}
