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
import java.util.List;
import java.util.Map;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onosproject.net.DeviceId;

class PolicyResourceTest {

  @RegisterExtension final RestServer server = new RestServer();

  private Api api;

  @BeforeEach
  void addEdge() {
    api = server.api();
    api.post("/edges", Samples.edge("x1"));
  }

  @Test
  void createsAndTellsWhereAndWhichVersion() {
    HttpResponse<String> created = api.post("/policies", Samples.policy("p1", 10));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).contains(api.base() + "/policies/p1");
    HttpResponse<String> read = api.get("/policies/p1");
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
    assertThat(read.headers().firstValue("ETag"))
        .isPresent()
        .isEqualTo(created.headers().firstValue("ETag"));
    assertThat(Api.json(read)).isEqualTo(json(Samples.policy("p1", 10)));
  }

  @Test
  void listsById() {
    for (String id : List.of("c", "a", "b")) {
      api.put("/policies/" + id, Samples.policy(id, id.charAt(0)));
    }

    assertThat(Api.json(api.get("/policies")).get("policies").findValuesAsText("id"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void replacesOnlyTheVersionThatWasRead() {
    String tag =
        api.post("/policies", Samples.policy("p1", 10)).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> replaced =
        api.put("/policies/p1", Samples.policy("p1", 20), "If-Match", tag);
    HttpResponse<String> tooLate =
        api.put("/policies/p1", Samples.policy("p1", 30), "If-Match", tag);

    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(tooLate.statusCode()).isEqualTo(412);
    assertThat(Api.json(tooLate).get("detail").textValue()).contains("read it again");
    assertThat(Api.json(api.get("/policies/p1")).get("priority").intValue()).isEqualTo(20);
    assertThat(api.delete("/policies/p1", "If-Match", tag).statusCode()).isEqualTo(412);
  }

  @Test
  void putCreatesWhatIsNotThereUnlessAVersionIsAskedFor() {
    assertThat(api.put("/policies/p1", Samples.policy("p1", 10), "If-Match", "\"3\"").statusCode())
        .isEqualTo(412);
    assertThat(api.put("/policies/p1", Samples.policy("p1", 10), "If-None-Match", "*").statusCode())
        .isEqualTo(201);
    assertThat(api.put("/policies/p1", Samples.policy("p1", 10), "If-None-Match", "*").statusCode())
        .isEqualTo(412);
  }

  @Test
  void readsAgainOnlyWhatHasChanged() {
    String tag =
        api.post("/policies", Samples.policy("p1", 10)).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> unchanged = api.get("/policies/p1", "If-None-Match", tag);
    api.put("/policies/p1", Samples.policy("p1", 20));

    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(api.get("/policies/p1", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void removes() {
    api.post("/policies", Samples.policy("p1", 10));

    assertThat(api.delete("/policies/p1").statusCode()).isEqualTo(204);
    assertThat(api.get("/policies/p1").statusCode()).isEqualTo(404);
    assertThat(api.delete("/policies/p1").statusCode()).isEqualTo(404);
  }

  @Test
  void takesTheIdFromThePathAndRefusesAnotherOneInTheBody() {
    String withoutId = Samples.policy("p1", 10).replace("\"id\": \"p1\",", "");

    assertThat(api.put("/policies/p1", withoutId).statusCode()).isEqualTo(201);
    assertProblem(api.put("/policies/p2", Samples.policy("p1", 10)), 400, "invalid-field", "id");
    assertProblem(api.post("/policies", withoutId), 400, "invalid-field", "id");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    String good = Samples.policy("p1", 10);

    assertProblem(
        api.post("/policies", good.replace("10.10.0.0/24", "10.10.0.1/24")),
        400,
        "invalid-field",
        "clients[0]");
    assertProblem(
        api.post("/policies", good.replace("46", "64")), 400, "invalid-field", "voice.dscp");
    assertProblem(
        api.post("/policies", good.replace("\"x1\"", "\"x7\"")), 400, "invalid-field", "edges");
    assertThat(api.get("/policies/p1").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatExistsAndWhatOverlaps() {
    api.post("/policies", Samples.policy("p1", 10));

    assertProblem(api.post("/policies", Samples.policy("p1", 20)), 409, "exists", null);
    assertProblem(api.put("/policies/p2", Samples.policy("p2", 10)), 409, "policy-conflict", null);
  }

  @Test
  void tellsHowFarAPolicyIs() {
    api.post("/policies", Samples.policy("p1", 10));
    DeviceId device = DeviceId.deviceId("of:0000000000000001");
    server
        .edges()
        .policies()
        .setStatus(
            PolicyStatus.of(
                PolicyId.of("p1"),
                List.of(DeviceRules.failed(device, 34, 12, "table full")),
                Map.of(EdgeId.of("x1"), 16),
                0));

    JsonNode status = Api.json(api.get("/policies/p1/status"));

    assertThat(status.get("state").textValue()).isEqualTo("FAILED");
    assertThat(status.at("/buckets/x1").intValue()).isEqualTo(16);
    assertThat(status.at("/devices/0/wanted").intValue()).isEqualTo(34);
    assertThat(status.at("/devices/0/installed").intValue()).isEqualTo(12);
    JsonNode summary = Api.json(api.get("/status"));
    assertThat(summary.at("/policies/failed").intValue()).isEqualTo(1);
    assertThat(summary.at("/devices/total").intValue()).isEqualTo(1);
    assertThat(summary.at("/edges/unknown").intValue()).isEqualTo(1);
    assertThat(summary.get("failures"))
        .singleElement()
        .isEqualTo(
            json(
                "{\"policy\": \"p1\", \"device\": \""
                    + device
                    + "\", \"reason\": \"table full\"}"));
  }

  private static void assertProblem(
      HttpResponse<String> response, int status, String kind, String field) {
    JsonNode problem = Api.json(response);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("type").textValue()).isEqualTo("urn:deskedge:problem:" + kind);
    assertThat(problem.path("field").textValue()).isEqualTo(field);
  }

  private static JsonNode json(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
