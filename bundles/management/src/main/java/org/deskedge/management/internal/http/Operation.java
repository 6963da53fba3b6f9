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
package org.deskedge.management.internal.http;

import org.deskedge.management.internal.json.InvalidDocumentException;

/** What a resource does on one method. Runs on an event loop: it must not wait. */
@FunctionalInterface
public interface Operation {

  /**
   * Answers a request.
   *
   * @throws InvalidDocumentException if the request's body is wrong: the peer gets status 400
   */
  Response handle(Request request) throws InvalidDocumentException;
}
