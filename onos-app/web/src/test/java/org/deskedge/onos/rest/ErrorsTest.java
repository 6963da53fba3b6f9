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
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody describes for a single operation, as any request may meet it. */
class ErrorsTest {

  @RegisterExtension final RestServer server = new RestServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": }|line 1, column 9",
        "{\"id\": \"a\", \"id\": \"b\"}|Duplicate field 'id'",
        "{} {}|Trailing token",
        "[1]|not a JSON object",
        "null|not a JSON object",
        "``|end-of-input",
        "{\"a\": \"|end-of-input",
        "id: p1|line 1"
      })
  void saysWhereABodyIsNotJson(String body, String detail) {
    JsonNode problem = problem(server.api().post("/policies", body), 400);

    assertThat(problem.get("type").textValue()).isEqualTo("urn:deskedge:problem:malformed-json");
    assertThat(problem.get("detail").textValue()).contains(detail);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String deep = "{\"id\": " + "[".repeat(500_000);

    problem(server.api().post("/policies", deep), 400);
  }

  @Test
  void refusesAHeaderThatIsNone() {
    problem(server.api().sendAnything("POST", "/edges", "{}", "Content-Type", "json"), 400);
  }

  @Test
  void namesTheMethodsThatAreAllowed() {
    HttpResponse<String> response = server.api().sendAnything("DELETE", "/policies", null);

    assertThat(problem(response, 405).get("detail").textValue()).contains("GET").contains("POST");
    assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void answersUnknownPathsAndTypes() {
    problem(server.api().sendAnything("GET", "/nothing", null), 404);
    problem(server.api().sendAnything("GET", "/application.wadl", null), 404);
    problem(server.api().sendAnything("GET", "/status", null, "Accept", "text/html"), 406);
    problem(server.api().sendAnything("PATCH", "/policies/p1", "{}"), 405);
  }

  @Test
  void asksForAUserAndKeepsViewersFromWriting() {
    HttpResponse<String> nobody = server.api().as(null).get("/status");

    assertThat(problem(nobody, 401).get("detail").textValue()).contains("Basic");
    assertThat(nobody.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWithIgnoringCase("Basic realm=\"karaf\"");
    assertThat(server.api().as("guest").get("/status").statusCode()).isEqualTo(200);
    problem(server.api().as("guest").post("/edges", Samples.edge("x1")), 403);
    problem(server.api().as("other").get("/status"), 403);
    assertThat(server.edges().getEdges()).isEmpty();
  }

  @Test
  void refusesABodyThatIsTooLong() {
    String body = Samples.edge("x1") + " ".repeat(JsonObjectReader.MAX_BYTES);

    assertThat(problem(server.api().post("/edges", body), 413).get("detail").textValue())
        .contains("2097152 bytes");
  }

  private static JsonNode problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains(Problem.JSON);
    assertThat(response.body()).doesNotContain("Exception").doesNotContain("org.");
    JsonNode problem = Api.json(response);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("title").textValue()).isNotEmpty();
    assertThat(problem.get("detail").textValue()).isNotEmpty();
    return problem;
  }
}
