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
package org.deskedge.testbed;

import org.deskedge.testbed.desktop.SessionUser;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.StateDirectory;

/** What a run of the test bed leaves on the machine when it is not ended in order, or kept. */
public final class Leftovers {

  private Leftovers() {}

  /**
   * Takes everything away: namespaces with all that runs in them, programs, the account. Files stay
   * for whoever wants to read them.
   *
   * @return whether there was anything
   */
  public static boolean clear(StateDirectory state) {
    boolean namespaces = !Topology.deleteLeftovers().isEmpty();
    boolean programs = state.killLeftovers() > 0;
    SessionUser.deleteLeftover();
    return namespaces || programs;
  }
}
