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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.deskedge.onos.rest.OpenApiDocument.Operation;

/** A client that accepts only answers which openapi.json has for the request. */
final class Api {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String credentials;
  private final Set<String> seen;

  Api(URI base, String user, String password) {
    this(base, "Basic " + base64(user + ":" + password), new TreeSet<>());
  }

  private Api(URI base, String credentials, Set<String> seen) {
    this.base = base;
    this.credentials = credentials;
    this.seen = seen;
  }

  /** The same for another user; null is nobody. */
  Api as(String user) {
    return new Api(base, user == null ? null : "Basic " + base64(user + ":" + user), seen);
  }

  URI base() {
    return base;
  }

  /** What has been answered: method, path as in openapi.json, status. */
  Set<String> seen() {
    return seen;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  HttpResponse<String> put(String path, String json, String... headers) {
    return send("PUT", path, json, headers);
  }

  /** Sends; headers are names and values in turn. */
  HttpResponse<String> send(String method, String path, String json, String... headers) {
    HttpResponse<String> response = sendAnything(method, path, json, headers);
    Operation operation = OpenApiDocument.operation(method, path);
    String answer = operation.answer(response.statusCode());
    assertThat(OpenApiDocument.answers()).contains(answer);
    if (!refusedByContainer(method, response)) {
      assertThat(response.headers().firstValue("Content-Type").orElse(null))
          .isEqualTo(operation.mediaType(response.statusCode()));
    }
    seen.add(answer);
    return response;
  }

  /** Jetty has error pages for GET and POST only. */
  private static boolean refusedByContainer(String method, HttpResponse<String> response) {
    boolean refused = response.statusCode() == 401 || response.statusCode() == 403;
    return refused && response.body().isEmpty() && !method.equals("GET") && !method.equals("POST");
  }

  /** Sends what openapi.json need not know. */
  HttpResponse<String> sendAnything(String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json));
    if (credentials != null) {
      request.setHeader("Authorization", credentials);
    }
    if (json != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
