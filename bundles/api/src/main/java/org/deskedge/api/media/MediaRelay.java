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
package org.deskedge.api.media;

import org.deskedge.api.control.DesktopSession;

/** Reserves RTP ports and relays voice. Safe for use by any thread unless said otherwise. */
public interface MediaRelay {

  /**
   * Reserves an RTP port for one call. To be called on the session's event loop.
   *
   * @throws MediaException when no port is free or none could be bound
   */
  MediaLeg reserve(DesktopSession session) throws MediaException;

  /** Returns how full the RTP port range is. */
  PortRangeUsage ports();
}
