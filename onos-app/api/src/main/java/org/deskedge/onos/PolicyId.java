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

import org.onlab.util.Identifier;

/** Identifies a redirect policy: 1 to 63 of a-z, 0-9 and -, the first not a -. */
public final class PolicyId extends Identifier<String> {

  private PolicyId(String id) {
    super(id);
  }

  /**
   * Makes an id of its text.
   *
   * @throws InvalidFieldException naming {@code id} if the text is not a name
   */
  public static PolicyId of(String id) {
    return of("id", id);
  }

  /**
   * Makes an id of the text of a field.
   *
   * @param field path of the field, for the message
   * @throws InvalidFieldException naming the field if the text is not a name
   */
  public static PolicyId of(String field, String id) {
    return new PolicyId(Names.check(field, id));
  }
}
