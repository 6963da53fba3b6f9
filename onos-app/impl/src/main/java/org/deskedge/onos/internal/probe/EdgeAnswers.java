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
import java.util.LinkedHashSet;
import java.util.Set;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.internal.rules.Session;
import org.onlab.packet.IpAddress;

/** Reads what an edge answers; what does not follow the contract fails with a reason for humans. */
final class EdgeAnswers {

  /** Most sessions taken from one edge: each may need a flow rule on every switch. */
  static final int MAX_SESSIONS = 16384;

  private EdgeAnswers() {}

  static EdgeHealth health(JsonNode json) {
    JsonNode revision = json.path("policyRevision");
    JsonNode version = json.path("version");
    return EdgeHealth.of(
        version.isTextual() ? version.textValue() : null,
        load(json.path("sessions")),
        load(json.path("calls")),
        revision.canConvertToLong() && revision.isIntegralNumber() ? revision.longValue() : null);
  }

  private static EdgeLoad load(JsonNode json) {
    JsonNode active = json.path("active");
    JsonNode limit = json.path("limit");
    return active.isInt() && limit.isInt()
        ? EdgeLoad.of(active.intValue(), limit.intValue())
        : null;
  }

  static boolean draining(JsonNode health) {
    String state = health.path("state").asText("");
    if (!state.equals("UP") && !state.equals("DRAINING")) {
      throw EdgeClient.failure("answers /health without a state of UP or DRAINING");
    }
    return state.equals("DRAINING");
  }

  static Set<Session> sessions(JsonNode json) {
    JsonNode list = json.path("sessions");
    if (!list.isArray() || list.size() > MAX_SESSIONS) {
      throw EdgeClient.failure(
          "answers /sessions without a list of at most " + MAX_SESSIONS + " sessions");
    }
    Set<Session> sessions = new LinkedHashSet<>();
    for (JsonNode each : list) {
      sessions.add(session(each.path("client").asText(""), each.path("desktop").asText("")));
    }
    return sessions;
  }

  private static Session session(String client, String desktop) {
    try {
      return Session.of(address(client), port(client), address(desktop), port(desktop));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw EdgeClient.failure("answers /sessions with a session that has no two ADDRESS:PORT");
    }
  }

  private static IpAddress address(String text) {
    String host = text.substring(0, text.lastIndexOf(':'));
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return IpAddress.valueOf(bracketed ? host.substring(1, host.length() - 1) : host);
  }

  private static int port(String text) {
    return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
  }
}
