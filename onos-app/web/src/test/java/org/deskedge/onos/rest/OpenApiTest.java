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
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.deskedge.onos.MemoryEdges;
import org.deskedge.onos.rest.OpenApiDocument.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** openapi.json and the resources say the same. */
class OpenApiTest {

  @RegisterExtension final RestServer server = new RestServer();

  @Test
  void namesEveryOperationAndNoOther() {
    Set<Operation> operations = new HashSet<>();
    for (Class<?> type : new DeskedgeApplication().getClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> operations.add(new Operation(verb, path(type, method))));
      }
    }

    assertThat(OpenApiDocument.operations()).isEqualTo(operations);
  }

  @Test
  void hasABodyWhereTheResourceTakesOne() {
    for (Class<?> type : new DeskedgeApplication().getClasses()) {
      for (Method method : type.getDeclaredMethods()) {
        verb(method)
            .ifPresent(
                verb -> {
                  Operation operation = new Operation(verb, path(type, method));
                  assertThat(operation.hasRequestBody())
                      .as("body of %s", operation)
                      .isEqualTo(method.isAnnotationPresent(Consumes.class));
                });
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = OpenApiDocument.root().findValues("$ref");

    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      assertThat(OpenApiDocument.root().at(reference.textValue().substring(1)).isMissingNode())
          .as(reference.textValue())
          .isFalse();
    }
  }

  @Test
  void isServed() {
    HttpResponse<String> response = server.api().as("guest").get("/openapi.json");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Api.json(response)).isEqualTo(OpenApiDocument.root());
  }

  /** Api refuses an answer that is not in the document; here is each one that is. */
  @Test
  void everyAnswerItNamesIsGiven() {
    Api api = server.api();
    for (Operation operation : OpenApiDocument.operations()) {
      String method = operation.method();
      String path = operation.path().replace("{id}", "e1");
      String body = operation.hasRequestBody() ? "{}" : null;
      api.as(null).send(method, path, body);
      api.as("other").send(method, path, body);
      if (!method.equals("GET")) {
        assertThat(api.as("guest").send(method, path, body).statusCode()).isEqualTo(403);
      }
      if (operation.path().contains("{id}")) {
        api.send(method, operation.path().replace("{id}", "E1"), body);
      }
      if (operation.hasRequestBody()) {
        api.send(method, path, "{");
        api.send(method, path, " ".repeat(JsonObjectReader.MAX_BYTES + 1));
        api.send(method, path, "{}", "Content-Type", "text/plain");
      }
    }
    for (String kind : List.of("/edges", "/policies")) {
      String first = kind.equals("/edges") ? Samples.edge("x1") : Samples.policy("x1", 1);
      String second = kind.equals("/edges") ? Samples.edge("x2") : Samples.policy("x2", 2);
      api.get(kind + "/x1");
      api.get(kind + "/x1/status");
      api.delete(kind + "/x1");
      api.post(kind, first);
      api.post(kind, first);
      api.put(kind + "/x1", first);
      api.put(kind + "/x1", first, "If-None-Match", "*");
      api.put(kind + "/x2", second);
      api.get(kind);
      String tag = api.get(kind + "/x1").headers().firstValue("ETag").orElseThrow();
      api.get(kind + "/x1", "If-None-Match", tag);
      api.get(kind + "/x1/status");
      api.delete(kind + "/x1", "If-Match", "\"999\"");
    }
    api.put("/policies/x2", Samples.policy("x2", 1));
    api.delete("/edges/x1");
    api.put("/edges/x1/drain", "{\"draining\": true}");
    api.put("/edges/x9/drain", "{\"draining\": true}");
    for (int i = 3; i <= MemoryEdges.LIMIT + 1; i++) {
      api.put("/edges/x" + i, Samples.edge("x" + i));
    }
    api.delete("/policies/x1");
    api.delete("/edges/x3");
    api.get("/status");
    api.get("/openapi.json");
    server.stopServices();
    for (Operation operation : OpenApiDocument.operations()) {
      String path = operation.path().replace("{id}", "x1");
      String body =
          path.endsWith("drain")
              ? "{\"draining\": true}"
              : path.startsWith("/edges") ? Samples.edge("x1") : Samples.policy("x1", 1);
      api.send(operation.method(), path, operation.hasRequestBody() ? body : null);
    }

    assertThat(api.seen()).isEqualTo(OpenApiDocument.answers());
  }

  private static Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value());
      }
    }
    return Optional.empty();
  }

  private static String path(Class<?> type, Method method) {
    Path sub = method.getAnnotation(Path.class);
    return "/" + type.getAnnotation(Path.class).value() + (sub == null ? "" : "/" + sub.value());
  }
}
