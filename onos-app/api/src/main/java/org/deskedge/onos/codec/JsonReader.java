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
package org.deskedge.onos.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.deskedge.onos.InvalidFieldException;

/** Reads one JSON object and names what is wrong in it by its path. Used once, by one thread. */
final class JsonReader {

  private final JsonNode node;
  private final String path;
  private final Set<String> known = new HashSet<>();

  private JsonReader(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static JsonReader of(ObjectNode document) {
    if (document == null) {
      throw new InvalidFieldException("$", "is not there: an object is needed");
    }
    return new JsonReader(document, "");
  }

  boolean has(String field) {
    known.add(field);
    return node.has(field);
  }

  String text(String field) {
    return text(path + field, required(field));
  }

  Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  boolean optionalBoolean(String field, boolean fallback) {
    if (!has(field)) {
      return fallback;
    }
    JsonNode value = node.get(field);
    if (!value.isBoolean()) {
      throw wrongType(path + field, "true or false");
    }
    return value.booleanValue();
  }

  /** Reads a whole number; its range is the caller's to check, past that of a long it ends here. */
  long integer(String field) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrongType(path + field, "a whole number");
    }
    return value.longValue();
  }

  /** Reads a whole number that must be in a range. */
  int integer(String field, int min, int max) {
    long value = integer(field);
    if (value < min || value > max) {
      throw new InvalidFieldException(path + field, value + " is not in " + min + ".." + max);
    }
    return (int) value;
  }

  Optional<JsonReader> optionalObject(String field) {
    if (!has(field)) {
      return Optional.empty();
    }
    if (!node.get(field).isObject()) {
      throw wrongType(path + field, "an object");
    }
    return Optional.of(new JsonReader(node.get(field), path + field + "."));
  }

  /** Reads an array of texts, each turned into a value; one that occurs twice is refused. */
  <T> List<T> list(String field, int max, TextParser<T> parser) {
    JsonNode array = required(field);
    if (!array.isArray()) {
      throw wrongType(path + field, "an array of texts");
    }
    if (array.size() > max) {
      throw new InvalidFieldException(
          path + field, array.size() + " entries: allowed are at most " + max);
    }
    List<T> values = new ArrayList<>(array.size());
    Set<T> seen = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      String at = path + field + "[" + i + "]";
      T value = parser.parse(at, text(at, array.get(i)));
      if (!seen.add(value)) {
        throw new InvalidFieldException(at, value + " occurs twice: name it once");
      }
      values.add(value);
    }
    return values;
  }

  <T> List<T> optionalList(String field, int max, TextParser<T> parser) {
    return has(field) ? list(field, max, parser) : List.of();
  }

  /** Reads a word out of a fixed set. */
  <T> T word(String field, T[] values, Function<T, String> name) {
    String text = text(field);
    TreeSet<String> allowed = new TreeSet<>();
    for (T value : values) {
      if (name.apply(value).equals(text)) {
        return value;
      }
      allowed.add(name.apply(value));
    }
    throw new InvalidFieldException(
        path + field, "'" + shown(text) + "' is not one of " + String.join(", ", allowed));
  }

  /** Ends reading: whatever has not been asked for is unknown. */
  void end() {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new InvalidFieldException(
            path + shown(name), "is unknown: known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** Keeps what a message repeats of its input short. */
  static String shown(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private JsonNode required(String field) {
    if (!has(field)) {
      throw new InvalidFieldException(path + field, "is missing");
    }
    return node.get(field);
  }

  private static String text(String at, JsonNode value) {
    if (!value.isTextual()) {
      throw wrongType(at, "a text");
    }
    return value.textValue();
  }

  private static InvalidFieldException wrongType(String at, String wanted) {
    return new InvalidFieldException(at, "is of the wrong type: " + wanted + " is needed");
  }

  /** Turns a text into a value. */
  interface TextParser<T> {

    /** Throws {@link InvalidFieldException} with the path given, if the text is none. */
    T parse(String at, String text);
  }
}
