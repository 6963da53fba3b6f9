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
package org.deskedge.onos.internal.probe;

import java.util.concurrent.CompletableFuture;
import org.deskedge.onos.EdgeId;

/** Asks edges anew before clients are moved. */
public interface SessionSource {

  /**
   * Tells an edge whom to admit and reads its sessions into the store.
   *
   * @return true once that is done; false if the edge did not answer; never fails
   */
  CompletableFuture<Boolean> refresh(EdgeId edge);
}
