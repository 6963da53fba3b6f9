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

import java.util.Locale;

/** What becomes of new connections while no edge of a policy is up. */
public enum EdgeDownAction {
  /** They reach the desktop directly; their calls run through the desktop. */
  PERMIT,
  /** They are dropped. */
  DENY;

  /** The name in JSON and commands, such as {@code permit}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
