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

/** Whether an edge takes connections. */
public enum EdgeState {
  /** It answers its health probe and takes new sessions. */
  UP,
  /** It does not answer, or cannot do its job; nothing is redirected to it. */
  DOWN,
  /** It keeps the sessions it has and gets no new ones. */
  DRAINING,
  /** It has not been probed to a verdict yet. */
  UNKNOWN
}
