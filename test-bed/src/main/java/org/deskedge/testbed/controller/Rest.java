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
package org.deskedge.testbed.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.process.Command;
import org.deskedge.testbed.process.TestBedException;

/**
 * Requests to an HTTP server, made from a machine that reaches it: with curl, since a Java process
 * is in one network namespace only.
 */
final class Rest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Namespace from;
  private final Path options;
  private final String base;

  /**
   * Requests to one server.
   *
   * @param from the machine that asks
   * @param options curl's configuration file, which holds the credentials
   * @param base what the paths are appended to
   */
  Rest(Namespace from, Path options, String base) {
    this.from = from;
    this.options = options;
    this.base = base;
  }

  /** An answer, whatever it says. */
  record Answer(int status, String body) {

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Makes a request with a JSON body, or none.
   *
   * @param body sent if it is not empty
   * @return the JSON of the answer; a missing node if it has none
   * @throws TestBedException if the server does not answer, or not with success
   */
  JsonNode json(String method, String path, String body) {
    Answer answer = ask(method, path, body, "application/json");
    return parse(method + " " + path, answer);
  }

  /**
   * Sends a file.
   *
   * @throws TestBedException if the server does not answer, or not with success
   */
  JsonNode upload(String path, Path file) {
    Command command =
        curl("POST", path)
            .plus("-H", "Content-Type: application/octet-stream", "-T", file.toString());
    return parse("POST " + path, answer(command.run(LIMIT)));
  }

  /** Makes a request, and takes any answer; fails if there is none. */
  Answer ask(String method, String path, String body, String type) {
    Command command = curl(method, path);
    if (!body.isEmpty()) {
      command = command.plus("-H", "Content-Type: " + type, "--data-binary", "@-");
    }
    return answer(command.run(body, LIMIT));
  }

  private Command curl(String method, String path) {
    return from.command(
        "curl",
        "-sS",
        "-K",
        options.toString(),
        "--max-time",
        Long.toString(LIMIT.toSeconds()),
        "-w",
        "\n%{http_code}",
        "-X",
        method,
        base + path);
  }

  private static Answer answer(String text) {
    int end = text.lastIndexOf('\n');
    return new Answer(Integer.parseInt(text.substring(end + 1)), text.substring(0, end));
  }

  private static JsonNode parse(String request, Answer answer) {
    if (!answer.isSuccess()) {
      throw new TestBedException(request + ": " + answer.status() + " " + answer.body());
    }
    if (answer.body().isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new TestBedException(request + " is answered with " + answer.body(), e);
    }
  }
}
