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
package org.deskedge.onos.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.deskedge.onos.Edge;

/**
 * The management REST of one edge, base path {@code /deskedge/v1}: TLS to exactly one certificate,
 * a bearer token, bounded answers in bounded time. Safe for use by several threads.
 */
final class EdgeClient {

  /** Longest answer: the sessions of the greatest edge are well below. */
  static final int MAX_ANSWER = 4 << 20;

  private static final String BASE = "/deskedge/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Edge edge;
  private final int timeoutMs;
  private final PinnedTrust trust;
  private final HttpClient http;

  /**
   * Makes a client; it connects when it is asked to.
   *
   * @param trusted SHA-256 of the edge's certificate; null: the first one seen
   * @param timeoutMs longest time of one exchange, in ms
   */
  EdgeClient(Edge edge, String trusted, int timeoutMs, Executor executor) {
    this.edge = edge;
    this.timeoutMs = timeoutMs;
    this.trust = new PinnedTrust(trusted);
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {trust}, null);
      http =
          HttpClient.newBuilder()
              .sslContext(tls)
              .executor(executor)
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(Duration.ofMillis(timeoutMs))
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  PinnedTrust trust() {
    return trust;
  }

  /**
   * Asks, and reads JSON.
   *
   * @param path below the base path
   * @param body null: none
   * @return fails with an IOException for humans: no connection, no answer in time, no JSON
   */
  CompletableFuture<Answer> exchange(String method, String path, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(edge.rest().resolve(BASE + path))
            .header("Authorization", "Bearer " + edge.token())
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMillis(timeoutMs))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8))
            .build();
    BoundedBody answer = new BoundedBody(MAX_ANSWER);
    return http.sendAsync(request, head -> answer)
        .orTimeout(timeoutMs, TimeUnit.MILLISECONDS)
        .whenComplete((ok, e) -> answer.abort(new IOException("ended")))
        .thenApply(response -> read(path, response));
  }

  private static Answer read(String path, HttpResponse<byte[]> response) {
    if (response.statusCode() == 401) {
      throw failure(
          "refuses the token (401): put the edge with the token of its etc/deskedge.token");
    }
    byte[] body = response.body();
    try {
      JsonNode json = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
      return new Answer(response.statusCode(), json);
    } catch (IOException e) {
      throw failure("answers " + path + " with something that is not JSON");
    }
  }

  static CompletionException failure(String reason) {
    return new CompletionException(new IOException(reason));
  }

  /** A status code and what came with it. */
  static final class Answer {

    private final int status;
    private final JsonNode json;

    private Answer(int status, JsonNode json) {
      this.status = status;
      this.json = json;
    }

    int status() {
      return status;
    }

    JsonNode json() {
      return json;
    }

    /** What the edge says is wrong, as RFC 9457 has it. */
    Optional<String> detail() {
      String text = json.path("detail").asText(json.path("title").asText(""));
      return text.isEmpty() ? Optional.empty() : Optional.of(shortened(text));
    }

    private static String shortened(String text) {
      return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
  }
}
