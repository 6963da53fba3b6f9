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
package org.deskedge.management.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server makes of requests before, or without, any resource. */
class ProtocolTest {

  @TempDir private static Path directory;

  private Endpoint endpoint;

  private void start(Map<String, Object> changes) throws Exception {
    endpoint = new Endpoint(directory, changes);
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    start(Map.of());
    HttpResponse<String> answer = endpoint.get("/deskedge/v1/nothing");

    assertProblem(answer, 404, "Not Found", "/deskedge/v1/health");
  }

  @Test
  void aQueryDoesNotChangeThePath() throws Exception {
    start(Map.of());
    assertThat(endpoint.get("/deskedge/v1/drain?pretty").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws Exception {
    start(Map.of());
    HttpResponse<String> answer = endpoint.delete("/deskedge/v1/drain");

    assertProblem(answer, 405, "Method Not Allowed", "GET, PUT");
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, PUT");
  }

  @Test
  void aBodyOfAnotherMediaTypeIsRefused() throws Exception {
    start(Map.of());
    HttpResponse<String> answer =
        endpoint.send(
            endpoint
                .request("/deskedge/v1/drain")
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"draining\":true}"))
                .build());

    assertProblem(answer, 415, "Unsupported Media Type", "application/json");
    assertThat(endpoint.admission.status().draining()).isFalse();
  }

  @Test
  void theMediaTypeMayNameItsCharacterSet() throws Exception {
    start(Map.of());
    HttpResponse<String> answer =
        endpoint.send(
            endpoint
                .request("/deskedge/v1/drain")
                .header("Content-Type", "application/json; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"draining\":true}"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedAndTheConnectionGoesOn() throws Exception {
    start(Map.of("request.body.limit", "2048"));
    assertProblem(
        endpoint.put("/deskedge/v1/policy", " ".repeat(5000)),
        413,
        "Request Entity Too Large",
        "request.body.limit");
    assertThat(endpoint.get("/deskedge/v1/drain").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyBeyondTheLimitIsNotAskedForWhereThePeerAsksFirst() throws Exception {
    start(Map.of("request.body.limit", "2048"));
    try (Socket socket = endpoint.connect()) {
      String answer =
          exchange(
              socket,
              "PUT /deskedge/v1/policy HTTP/1.1\r\nHost: edge\r\nContent-Length: 5000\r\n"
                  + "Expect: 100-continue\r\nAuthorization: Bearer "
                  + endpoint.token()
                  + "\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
    }
  }

  @Test
  void aRequestLineBeyondTheLimitIsRefusedAndTheConnectionCloses() throws Exception {
    start(Map.of("request.line.limit", "256"));
    try (Socket socket = endpoint.connect()) {
      assertThat(toTheEnd(socket, "GET /" + "x".repeat(300) + " HTTP/1.1\r\n\r\n"))
          .startsWith("HTTP/1.1 414 ")
          .contains("request.line.limit");
    }
  }

  @Test
  void headersBeyondTheLimitAreRefusedAndTheConnectionCloses() throws Exception {
    start(Map.of("request.headers.limit", "256"));
    try (Socket socket = endpoint.connect()) {
      String longHeader = "X: " + "x".repeat(300);
      assertThat(toTheEnd(socket, "GET / HTTP/1.1\r\nHost: edge\r\n" + longHeader + "\r\n\r\n"))
          .startsWith("HTTP/1.1 431 ")
          .contains("request.headers.limit");
    }
  }

  @Test
  void whatIsNotHttpIsRefusedAndTheConnectionCloses() throws Exception {
    start(Map.of());
    try (Socket socket = endpoint.connect()) {
      assertThat(toTheEnd(socket, "\u0003\u0000\u0000+\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void aConnectionWithoutARequestIsClosedAfterTheTimeOut() throws Exception {
    start(Map.of("idle.timeout", "300"));
    try (Socket socket = endpoint.connect()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aRequestThatComesByteByByteIsClosedAfterTheTimeOut() throws Exception {
    start(Map.of("idle.timeout", "500"));
    try (Socket socket = endpoint.connect()) {
      Thread drip =
          new Thread(
              () -> {
                try {
                  while (true) {
                    socket.getOutputStream().write('G');
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  // closed, as it must be
                }
              });
      drip.start();
      assertThat(isClosedByPeer(socket)).isTrue();
      drip.join();
    }
  }

  @Test
  void aConnectionBeyondTheLimitIsClosedAndTheOneThatIsThereGoesOn() throws Exception {
    start(Map.of("connections.limit", "1"));
    try (Socket first = endpoint.connect()) {
      try (Socket second =
          new Socket(InetAddress.getLoopbackAddress(), endpoint.management.address().getPort())) {
        second.setSoTimeout(20_000);
        assertThat(isClosedByPeer(second)).isTrue();
      }
      assertThat(exchange(first, "GET / HTTP/1.1\r\nHost: edge\r\n\r\n"))
          .startsWith("HTTP/1.1 401 ");
    }
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String title, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .startsWith(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\""
                .formatted(title, status))
        .contains(detail);
  }

  /** Sends a request and returns an answer with its body. */
  private static String exchange(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("}")) {
      int next = in.read();
      assertThat(next).as("end of the connection behind " + answer).isNotEqualTo(-1);
      answer.append((char) next);
    }
    return answer.toString();
  }

  /** Sends a request and returns everything up to the end of the connection. */
  private static String toTheEnd(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  private static boolean isClosedByPeer(Socket socket) {
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
