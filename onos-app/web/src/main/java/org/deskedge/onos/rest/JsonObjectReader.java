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

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Provider;

/** Reads a request's body: one JSON object, no key twice, nothing after it, not too long. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonObjectReader implements MessageBodyReader<ObjectNode> {

  /**
   * Longest body, in bytes. The longest policy there can be (16384 clients and 1024 desktops, each
   * an IPv6 prefix written out) has 0.8 MB.
   */
  static final int MAX_BYTES = 2 * 1024 * 1024;

  /** Deepest nesting; policies have two levels. */
  private static final int MAX_DEPTH = 16;

  private static final ObjectReader STRICT =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readerFor(JsonNode.class);

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == ObjectNode.class;
  }

  @Override
  public ObjectNode readFrom(
      Class<ObjectNode> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw Problem.of(413, "the body is longer than " + MAX_BYTES + " bytes: shorten it")
          .toException();
    }
    JsonNode json;
    try {
      checkDepth(bytes);
      json = STRICT.readValue(bytes);
    } catch (JsonProcessingException e) {
      throw malformed("the body is not JSON: " + e.getOriginalMessage() + place(e)).toException();
    }
    if (json == null || !json.isObject()) {
      throw malformed("the body is not a JSON object").toException();
    }
    return (ObjectNode) json;
  }

  /** Building a tree takes a stack frame a level, and ONOS's Jackson has no bound of its own. */
  private static void checkDepth(byte[] bytes) throws IOException {
    int depth = 0;
    try (JsonParser parser = STRICT.getFactory().createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart() && ++depth > MAX_DEPTH) {
          throw malformed("the body is nested deeper than " + MAX_DEPTH + " levels").toException();
        }
        if (token.isStructEnd()) {
          depth--;
        }
      }
    }
  }

  private static Problem malformed(String detail) {
    return Problem.of(400, Problem.MALFORMED_JSON, detail);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }
}
