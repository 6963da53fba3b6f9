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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Takes values out of an object of a document; what is wrong is named with its path. A read value
 * is never null: every field is required unless said otherwise.
 */
public final class JsonObject {

  /** Makes a value of a text. */
  @FunctionalInterface
  public interface TextReader<T> {
    /**
     * Makes the value.
     *
     * @param field path of the field, for the error
     */
    T read(String field, String text) throws InvalidDocumentException;
  }

  /** Makes a value of an object. */
  @FunctionalInterface
  public interface ObjectReader<T> {
    T read(JsonObject object) throws InvalidDocumentException;
  }

  private final String path;
  private final JsonNode node;

  JsonObject(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * Sees to it that there are no fields beside these: one that is misspelt must not count as left
   * out.
   */
  public JsonObject only(String... known) throws InvalidDocumentException {
    List<String> allowed = List.of(known);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        throw new InvalidDocumentException(
            field(name),
            node.get(name).toString(),
            "no such field, only " + String.join(", ", known));
      }
    }
    return this;
  }

  /** Returns true or false. */
  public boolean flag(String name) throws InvalidDocumentException {
    JsonNode value = node.path(name);
    if (!value.isBoolean()) {
      throw wrong(field(name), value, "true or false");
    }
    return value.booleanValue();
  }

  /**
   * Returns a whole number.
   *
   * @param min least value allowed, inclusive
   * @param max greatest value allowed, inclusive
   */
  public long integer(String name, long min, long max) throws InvalidDocumentException {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw wrong(field(name), value, "a whole number from " + min + " to " + max);
    }
    return value.longValue();
  }

  /** Returns what the reader makes of a text. */
  public <T> T text(String name, String allowed, TextReader<T> reader)
      throws InvalidDocumentException {
    return text(field(name), node.path(name), allowed, reader);
  }

  /**
   * Returns what the reader makes of each text of a list.
   *
   * @param allowed what a text may be, for the error
   */
  public <T> List<T> texts(String name, String allowed, TextReader<T> reader)
      throws InvalidDocumentException {
    List<T> values = new ArrayList<>();
    for (JsonNode element : list(name)) {
      values.add(text(field(name) + "[" + values.size() + "]", element, allowed, reader));
    }
    return List.copyOf(values);
  }

  /** Returns what the reader makes of each object of a list. */
  public <T> List<T> objects(String name, ObjectReader<T> reader) throws InvalidDocumentException {
    List<T> values = new ArrayList<>();
    for (JsonNode element : list(name)) {
      String field = field(name) + "[" + values.size() + "]";
      if (!element.isObject()) {
        throw wrong(field, element, "an object");
      }
      values.add(reader.read(new JsonObject(field, element)));
    }
    return List.copyOf(values);
  }

  /** Returns the path of one of its fields. */
  public String field(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private JsonNode list(String name) throws InvalidDocumentException {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw wrong(field(name), value, "a list");
    }
    return value;
  }

  private static <T> T text(String field, JsonNode value, String allowed, TextReader<T> reader)
      throws InvalidDocumentException {
    if (!value.isTextual()) {
      throw wrong(field, value, allowed);
    }
    return reader.read(field, value.textValue());
  }

  private static InvalidDocumentException wrong(String field, JsonNode value, String allowed) {
    return new InvalidDocumentException(
        field, value.isMissingNode() ? "nothing" : value.toString(), allowed);
  }
}
