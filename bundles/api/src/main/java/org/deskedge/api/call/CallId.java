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
package org.deskedge.api.call;

import org.deskedge.api.session.SessionId;

/**
 * Identifies one call for the life of the edge process.
 *
 * @param session the remote-desktop session the call belongs to
 * @param number given by the desktop agent; unique within its control channel
 */
public record CallId(SessionId session, long number) {

  @Override
  public String toString() {
    return session + "/c-" + number;
  }
}
