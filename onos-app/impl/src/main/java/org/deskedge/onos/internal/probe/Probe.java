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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.deskedge.onos.internal.probe.EdgeClient.Answer;

/**
 * One round of questions to an edge: how it is, that it drains or not and admits whom it should,
 * and whom it carries. An edge that refuses drain or policy still works; its status says so.
 */
final class Probe {

  private final EdgeClient client;
  private final boolean drainWanted;
  private final ObjectNode policy;

  Probe(EdgeClient client, boolean drainWanted, ObjectNode policy) {
    this.client = client;
    this.drainWanted = drainWanted;
    this.policy = policy;
  }

  /** Never fails: what goes wrong is the result. */
  CompletableFuture<ProbeResult> run() {
    client.trust().forgetRefusal();
    return client
        .exchange("GET", "/health", null)
        .thenCompose(this::wishes)
        .handle((result, error) -> error == null ? result : failed(error));
  }

  private CompletableFuture<ProbeResult> wishes(Answer answer) {
    JsonNode health = answer.json();
    if (answer.status() == 503) {
      throw EdgeClient.failure("cannot do its job: it lacks " + health.path("missing"));
    }
    if (answer.status() != 200) {
      throw EdgeClient.failure("answers /health with " + answer.status());
    }
    boolean draining = EdgeAnswers.draining(health);
    return drain(draining)
        .thenCombine(policy(health), (first, second) -> first + second)
        .thenCompose(refusals -> sessions(health, refusals));
  }

  private CompletableFuture<ProbeResult> sessions(JsonNode health, String refusals) {
    return client
        .exchange("GET", "/sessions", null)
        .thenApply(
            answer -> {
              if (answer.status() != 200) {
                throw EdgeClient.failure("answers /sessions with " + answer.status());
              }
              return ProbeResult.good(
                  "answers" + refusals,
                  drainWanted,
                  EdgeAnswers.health(health),
                  EdgeAnswers.sessions(answer.json()));
            });
  }

  private CompletableFuture<String> drain(boolean draining) {
    if (draining == drainWanted) {
      return CompletableFuture.completedFuture("");
    }
    JsonNode wish = JsonNodeFactory.instance.objectNode().put("draining", drainWanted);
    return client.exchange("PUT", "/drain", wish).thenApply(answer -> refusal("drain", answer));
  }

  private CompletableFuture<String> policy(JsonNode health) {
    JsonNode present = health.path("policyRevision");
    long wanted = policy.path("revision").longValue();
    if (present.isIntegralNumber() && present.longValue() == wanted) {
      return CompletableFuture.completedFuture("");
    }
    return client
        .exchange("PUT", "/policy", policy)
        .thenCompose(
            answer ->
                answer.status() == 409
                    // It has one of a controller that was there before this one.
                    ? client
                        .exchange("DELETE", "/policy", null)
                        .thenCompose(gone -> client.exchange("PUT", "/policy", policy))
                    : CompletableFuture.completedFuture(answer))
        .thenApply(answer -> refusal("policy", answer));
  }

  private static String refusal(String what, Answer answer) {
    return answer.status() / 100 == 2
        ? ""
        : "; refuses "
            + what
            + " with "
            + answer.status()
            + answer.detail().map(d -> ": " + d).orElse("");
  }

  private ProbeResult failed(Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    PinnedTrust trust = client.trust();
    if (trust.refused().isPresent()) {
      return ProbeResult.stranger(
          "shows certificate "
              + trust.refused().get()
              + " but "
              + trust.trusted().orElse("none")
              + " is trusted: if the edge was given a new one, put it with certificateSha256");
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return ProbeResult.bad("does not answer in time");
    }
    String message = cause.getMessage();
    return ProbeResult.bad(message == null || message.isEmpty() ? "cannot be reached" : message);
  }
}
