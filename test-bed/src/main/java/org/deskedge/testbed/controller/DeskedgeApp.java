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

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.deskedge.testbed.process.Waiting;

/** The Deskedge application of a controller, by its REST interface. */
public final class DeskedgeApp {

  /** Its name among ONOS's applications. */
  public static final String NAME = "org.deskedge";

  private static final String BASE = "/deskedge";

  private final Onos onos;

  private DeskedgeApp(Onos onos) {
    this.onos = onos;
  }

  /**
   * Installs and activates it, and waits until it answers.
   *
   * @param oar the application's archive
   */
  public static DeskedgeApp install(Onos onos, Path oar) {
    onos.installApplication(oar);
    DeskedgeApp app = new DeskedgeApp(onos);
    app.awaitAnswer();
    return app;
  }

  /** Waits until it answers, as after a restart of the controller. */
  public void awaitAnswer() {
    Waiting.until("answer of " + NAME, Onos.LIMIT, () -> onos.answers(BASE + "/status"));
  }

  /** Makes an edge known, or changes it. */
  public void putEdge(String id, String json) {
    onos.put(BASE + "/edges/" + id, json);
  }

  /** Forgets an edge. */
  public void removeEdge(String id) {
    onos.delete(BASE + "/edges/" + id);
  }

  /** Has an edge take no more sessions and calls, or take them again. */
  public void drain(String id, boolean draining) {
    onos.put(BASE + "/edges/" + id + "/drain", "{\"draining\": " + draining + "}");
  }

  /** What it knows of an edge. */
  public JsonNode edgeStatus(String id) {
    return onos.get(BASE + "/edges/" + id + "/status");
  }

  /** Waits until an edge is in a state, such as UP. */
  public void awaitEdge(String id, String state) {
    Waiting.until(
        "edge " + id + " in state " + state,
        Onos.LIMIT,
        () -> edgeStatus(id).path("state").asText().equals(state));
  }

  /** Makes a redirect policy, or replaces it. */
  public void putPolicy(String id, String json) {
    onos.put(BASE + "/policies/" + id, json);
  }

  /** Removes a redirect policy. */
  public void removePolicy(String id) {
    onos.delete(BASE + "/policies/" + id);
  }

  /** Where the rules of a policy are. */
  public JsonNode policyStatus(String id) {
    return onos.get(BASE + "/policies/" + id + "/status");
  }

  /** Waits until every switch has all rules of a policy. */
  public void awaitInstalled(String policy) {
    awaitPolicy(policy, "INSTALLED");
  }

  /** Waits until a policy is in a state, such as FAILED. */
  public void awaitPolicy(String policy, String state) {
    Waiting.until(
        "policy " + policy + " in state " + state,
        Onos.LIMIT,
        () -> policyStatus(policy).path("state").asText().equals(state));
  }
}
