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
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What openapi.json says. */
final class OpenApiDocument {

  private static final JsonNode ROOT = read();

  private OpenApiDocument() {}

  static JsonNode root() {
    return ROOT;
  }

  /** A method on a path as openapi.json has it. */
  record Operation(String method, String path) {

    /** The only media type of an answer's body; null if it has none. */
    String mediaType(int status) {
      JsonNode response = responses().get(Integer.toString(status));
      if (response.has("$ref")) {
        response = ROOT.at(response.get("$ref").textValue().substring(1));
      }
      Iterator<String> types = response.path("content").fieldNames();
      return types.hasNext() ? types.next() : null;
    }

    boolean hasRequestBody() {
      return json().has("requestBody");
    }

    String answer(int status) {
      return method + " " + path + " " + status;
    }

    private JsonNode responses() {
      return json().get("responses");
    }

    private JsonNode json() {
      return ROOT.get("paths").get(path).get(method.toLowerCase(Locale.ROOT));
    }
  }

  static Set<Operation> operations() {
    Set<Operation> operations = new LinkedHashSet<>();
    fields(ROOT.get("paths"))
        .forEachRemaining(
            path ->
                fields(path.getValue())
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT), path.getKey()))));
    return operations;
  }

  /** Every answer, as in {@code GET /edges/{id} 404}. */
  static Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    for (Operation operation : operations()) {
      operation
          .responses()
          .fieldNames()
          .forEachRemaining(status -> answers.add(operation.answer(Integer.parseInt(status))));
    }
    return answers;
  }

  /** The operation that a request is for. */
  static Operation operation(String method, String path) {
    return operations().stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> path.matches(operation.path().replace("{id}", "[^/]+")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " " + path + " is not in openapi.json"));
  }

  private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode node) {
    return node.fields();
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(OpenApiResource.class.getResource("openapi.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
