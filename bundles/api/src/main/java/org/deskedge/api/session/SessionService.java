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
package org.deskedge.api.session;

import java.util.List;

/** Reads the remote-desktop sessions of this edge. Safe for use by any thread. */
public interface SessionService {

  /** Returns a snapshot of every open session, oldest first. */
  List<SessionInfo> sessions();

  /** Returns the totals of the session table. */
  SessionCounters counters();
}
