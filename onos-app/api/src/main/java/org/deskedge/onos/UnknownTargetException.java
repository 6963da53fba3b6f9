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

/** A policy names an edge or an edge group that does not exist. */
public final class UnknownTargetException extends DeskedgeException {

  private final String field;

  private UnknownTargetException(String field, String message) {
    super(field + ": " + message);
    this.field = field;
  }

  /** No edge has this id. */
  public static UnknownTargetException edge(EdgeId edge) {
    return new UnknownTargetException("edges", "no edge " + edge + " is known: add it first");
  }

  /** No edge is in this group. */
  public static UnknownTargetException group(String group) {
    return new UnknownTargetException(
        "edgeGroup", "no edge is in group " + group + ": put one into it first");
  }

  /** Path of the field as in JSON. */
  public String field() {
    return field;
  }
}
