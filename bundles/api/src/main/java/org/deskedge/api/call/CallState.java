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

/** The states of a call at the edge. */
public enum CallState {
  /** ESTABLISH REQUEST received: the voice channel and the RTP port are being set up. */
  OPENING,
  /** ESTABLISH CONFIRM sent: voice is ready, the far end has not answered yet. */
  READY,
  /** MODIFICATION REQUEST received: voice flows as its direction says. */
  ACTIVE,
  /** Released by either side; everything it held is given back. */
  RELEASED
}
