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

/** A field holds what it must not. */
public final class InvalidFieldException extends DeskedgeException {

  private final String field;
  private final String problem;

  /**
   * Names the field.
   *
   * @param field path of the field as in JSON, such as {@code clients[3]} or {@code voice.dscp}
   * @param problem what is wrong and what is allowed; must not repeat a secret
   */
  public InvalidFieldException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
    this.problem = problem;
  }

  /** Path of the field as in JSON. */
  public String field() {
    return field;
  }

  /** What is wrong and what is allowed, without the field's name. */
  public String problem() {
    return problem;
  }
}
