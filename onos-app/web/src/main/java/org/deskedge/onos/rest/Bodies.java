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
package org.deskedge.onos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Optional;
import org.deskedge.onos.Edge;
import org.deskedge.onos.InvalidFieldException;

/** What a body leaves to the request's path or to what is there already. */
final class Bodies {

  private static final String DRAINING = "draining";

  private Bodies() {}

  /**
   * Takes the id from the path; the body may repeat it.
   *
   * @throws InvalidFieldException naming {@code id} if the body has another one
   */
  static ObjectNode withId(ObjectNode body, String id) {
    JsonNode repeated = body.get("id");
    if (repeated != null && !id.equals(repeated.textValue())) {
      throw new InvalidFieldException("id", "is another one than '" + id + "' in the path");
    }
    return body.put("id", id);
  }

  /**
   * Keeps the token of an edge that is replaced, as long as it goes where it went before: nobody
   * who lacks the token is to have it sent elsewhere.
   *
   * @throws InvalidFieldException naming {@code token} if there is none to keep
   */
  static ObjectNode withToken(ObjectNode body, Optional<Edge> current) {
    if (body.has("token")) {
      return body;
    }
    String rest = body.path("rest").textValue();
    String token =
        current
            .filter(edge -> edge.rest().toString().equals(rest))
            .map(Edge::token)
            .orElseThrow(
                () ->
                    new InvalidFieldException(
                        "token", "is missing: a new edge needs it, and one with another rest"));
    return body.put("token", token);
  }

  /**
   * Reads <code>{"draining": true}</code>.
   *
   * @throws InvalidFieldException naming what else the body holds, or lacks
   */
  static boolean draining(ObjectNode body) {
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(DRAINING)) {
        throw new InvalidFieldException(name, "is unknown: known is " + DRAINING);
      }
    }
    if (!body.path(DRAINING).isBoolean()) {
      throw new InvalidFieldException(DRAINING, "is missing or not true or false");
    }
    return body.get(DRAINING).booleanValue();
  }
}
