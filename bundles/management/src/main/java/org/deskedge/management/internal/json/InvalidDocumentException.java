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
package org.deskedge.management.internal.json;

/** A document that cannot be used; the message names the field and what is allowed there. */
public final class InvalidDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int MAX_SHOWN = 80;

  /** Makes the exception for a document that is no JSON at all. */
  InvalidDocumentException(String message) {
    super(message);
  }

  /**
   * Makes the exception.
   *
   * @param field path of the field, such as {@code rules[2].clients[0]}
   * @param value what is there, as JSON; cut if it is long
   * @param allowed what may be there
   */
  public InvalidDocumentException(String field, String value, String allowed) {
    super(
        field
            + " = "
            + (value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value)
            + ": allowed is "
            + allowed);
  }
}
