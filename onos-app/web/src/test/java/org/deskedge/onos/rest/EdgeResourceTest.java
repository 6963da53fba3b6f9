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
import java.util.ArrayList;
import java.util.List;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.MemoryEdges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EdgeResourceTest {

  @RegisterExtension final RestServer server = new RestServer();

  @Test
  void neverGivesATokenBack() {
    Api api = server.api();
    List<HttpResponse<String>> answers = new ArrayList<>();

    answers.add(api.post("/edges", Samples.edge("x1")));
    answers.add(api.post("/edges", Samples.edge("x1")));
    answers.add(api.put("/edges/x1", Samples.edge("x1")));
    answers.add(api.put("/edges/x1", Samples.edge("x1").replace(Samples.TOKEN, "s3cr3t-t0k3n é")));
    answers.add(api.put("/edges/x1", Samples.edge("x1").replace("branch", "BRANCH")));
    answers.add(api.get("/edges/x1"));
    answers.add(api.get("/edges"));
    answers.add(api.get("/edges/x1/status"));

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsExactly(201, 409, 200, 400, 400, 200, 200, 200);
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(Samples.TOKEN));
    assertThat(server.edges().getEdge(EdgeId.of("x1")).orElseThrow().value().token())
        .isEqualTo(Samples.TOKEN);
  }

  @Test
  void keepsTheTokenOfAnEdgeThatStaysWhereItIs() {
    Api api = server.api();
    api.post("/edges", Samples.edge("x1"));
    String read = api.get("/edges/x1").body();

    HttpResponse<String> regrouped = api.put("/edges/x1", read.replace("branch", "main"));
    HttpResponse<String> moved = api.put("/edges/x1", read.replace("10.30.0.3", "10.30.0.99"));
    HttpResponse<String> added = api.put("/edges/x2", read.replace("x1", "x2"));

    assertThat(regrouped.statusCode()).isEqualTo(200);
    assertThat(server.edges().getEdge(EdgeId.of("x1")).orElseThrow().value())
        .satisfies(edge -> assertThat(edge.token()).isEqualTo(Samples.TOKEN))
        .satisfies(edge -> assertThat(edge.groups()).containsExactly("main"));
    assertThat(Api.json(moved).get("field").textValue()).isEqualTo("token");
    assertThat(Api.json(added).get("field").textValue()).isEqualTo("token");
  }

  @Test
  void keepsAnEdgeThatAPolicyNeeds() {
    Api api = server.api();
    api.post("/edges", Samples.edge("x1"));
    api.post("/policies", Samples.policy("p1", 1));

    HttpResponse<String> refused = api.delete("/edges/x1");
    api.delete("/policies/p1");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Api.json(refused).get("type").textValue())
        .isEqualTo("urn:deskedge:problem:edge-in-use");
    assertThat(Api.json(refused).get("detail").textValue()).contains("p1");
    assertThat(api.delete("/edges/x1").statusCode()).isEqualTo(204);
  }

  @Test
  void drainsAndEndsDraining() {
    Api api = server.api();
    api.post("/edges", Samples.edge("x1"));

    JsonNode draining = Api.json(api.put("/edges/x1/drain", "{\"draining\": true}"));
    JsonNode again = Api.json(api.put("/edges/x1/drain", "{\"draining\": true}"));
    JsonNode taking = Api.json(api.put("/edges/x1/drain", "{\"draining\": false}"));

    assertThat(draining.get("drainWanted").booleanValue()).isTrue();
    assertThat(again).isEqualTo(draining);
    assertThat(taking.get("drainWanted").booleanValue()).isFalse();
    assertThat(Api.json(api.put("/edges/x1/drain", "{\"draining\": 1}")).get("field").textValue())
        .isEqualTo("draining");
    assertThat(
            Api.json(api.put("/edges/x1/drain", "{\"draining\": true, \"now\": 1}"))
                .get("field")
                .textValue())
        .isEqualTo("now");
  }

  @Test
  void tellsAStateSinceWhenAndWhy() {
    Api api = server.api();
    api.post("/edges", Samples.edge("x1"));
    server
        .edges()
        .setStatus(
            EdgeId.of("x1"),
            EdgeStatus.unknown(MemoryEdges.SINCE)
                .withState(EdgeState.DOWN, "connection refused", MemoryEdges.SINCE.plusSeconds(5)));

    JsonNode status = Api.json(api.get("/edges/x1/status"));

    assertThat(status.get("state").textValue()).isEqualTo("DOWN");
    assertThat(status.get("since").textValue()).isEqualTo("2026-01-01T00:00:05Z");
    assertThat(status.get("reason").textValue()).isEqualTo("connection refused");
    assertThat(Api.json(api.get("/status")).at("/edges/down").intValue()).isEqualTo(1);
  }
}
