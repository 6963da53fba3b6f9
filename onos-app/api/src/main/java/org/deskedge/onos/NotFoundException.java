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

/** There is no policy or edge of this id. */
public final class NotFoundException extends DeskedgeException {

  private NotFoundException(String message) {
    super(message);
  }

  /** No policy has this id. */
  public static NotFoundException policy(PolicyId id) {
    return new NotFoundException("no policy " + id);
  }

  /** No edge has this id. */
  public static NotFoundException edge(EdgeId id) {
    return new NotFoundException("no edge " + id);
  }
}
