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
package org.deskedge.onos.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the JSON of a policy or an edge, which its codec then checks as it does that of REST. */
final class Documents {

  private static final ObjectReader STRICT =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readerFor(JsonNode.class);

  private Documents() {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException with the place where it is not JSON
   * @throws IOException naming the file that cannot be read
   */
  static ObjectNode read(String file) throws IOException {
    JsonNode json;
    try {
      json = STRICT.readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + " is not JSON: "
              + e.getOriginalMessage()
              + " at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr());
    }
    if (!json.isObject()) {
      throw new IllegalArgumentException(file + " does not hold a JSON object");
    }
    return (ObjectNode) json;
  }

  /** Reads a text. */
  static String text(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new IOException(
          "the controller cannot read " + path.toAbsolutePath() + ": the path is on its machine");
    }
    return Files.readString(path);
  }

  /** Puts a value, unless the option was not given. */
  static void put(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  /** Puts a number, unless the option was not given. */
  static void put(ObjectNode json, String field, Long value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  /** Puts texts, unless the option was not given. */
  static void put(ObjectNode json, String field, List<String> values) {
    if (values != null) {
      ArrayNode array = json.putArray(field);
      values.forEach(array::add);
    }
  }
}
