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
package org.deskedge.api.admission;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Says which new sessions and calls the edge takes on. Those it has already are not its concern.
 * Safe for use by any thread, and cheap enough for an event loop: it waits for nothing.
 *
 * <p>Where there is no such service everything is admitted.
 */
public interface AdmissionControl {

  /**
   * Asks whether a new session may begin.
   *
   * @param client address of the remote-desktop client
   * @param desktop address the client dialled
   * @return why it may not, in words for the log; empty if it may
   */
  Optional<String> refusalOfSession(InetSocketAddress client, InetSocketAddress desktop);

  /**
   * Asks whether a session that is there may begin a new call.
   *
   * @return why it may not, in words for the log and the desktop agent; empty if it may
   */
  Optional<String> refusalOfCall();

  /** Admits everything: what holds where no such service is. */
  AdmissionControl OPEN =
      new AdmissionControl() {
        @Override
        public Optional<String> refusalOfSession(
            InetSocketAddress client, InetSocketAddress desktop) {
          return Optional.empty();
        }

        @Override
        public Optional<String> refusalOfCall() {
          return Optional.empty();
        }
      };
}
