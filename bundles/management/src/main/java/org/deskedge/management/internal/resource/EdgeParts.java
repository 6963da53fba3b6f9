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
package org.deskedge.management.internal.resource;

import java.util.Optional;
import org.deskedge.api.call.CallService;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.session.SessionService;

/** The parts of the edge as they come and go. Safe for use by any thread. */
public interface EdgeParts {

  /** The RDP proxy; empty while it does not run. */
  Optional<SessionService> sessions();

  /** Call control; empty while it does not run. */
  Optional<CallService> calls();

  /** The media relay; empty while it does not run. */
  Optional<MediaRelay> relay();
}
