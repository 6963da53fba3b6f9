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
package org.deskedge.management.internal.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.Map;
import org.deskedge.api.admission.AdmissionStatus;
import org.deskedge.api.admission.DrainService;
import org.deskedge.management.internal.http.Document;
import org.deskedge.management.internal.http.Operation;
import org.deskedge.management.internal.http.Resource;
import org.deskedge.management.internal.http.Response;

/** {@code /health}: whether the edge can do its job, and how busy it is. */
public final class HealthResource implements Resource {

  private final DrainService drain;
  private final EdgeParts parts;
  private final String version;
  private final Instant started;

  /**
   * Makes the resource.
   *
   * @param started when the edge's process began
   */
  public HealthResource(DrainService drain, EdgeParts parts, String version, Instant started) {
    this.drain = drain;
    this.parts = parts;
    this.version = version;
    this.started = started;
  }

  @Override
  public String path() {
    return "/health";
  }

  @Override
  public Map<HttpMethod, Operation> operations() {
    return Map.of(HttpMethod.GET, request -> health());
  }

  private Response health() {
    AdmissionStatus status = drain.status();
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    health.put("state", status.draining() ? "DRAINING" : "UP");
    health.put("since", status.since().toString());
    health.put("version", version);
    health.put("started", started.toString());
    if (status.policyRevision().isPresent()) {
      health.put("policyRevision", status.policyRevision().getAsLong());
    } else {
      health.putNull("policyRevision");
    }
    ArrayNode missing = JsonNodeFactory.instance.arrayNode();
    parts
        .sessions()
        .ifPresentOrElse(
            sessions ->
                health
                    .putObject("sessions")
                    .put("active", sessions.counters().active())
                    .put("limit", sessions.counters().limit()),
            () -> absent(health, "sessions", missing, "rdp-proxy"));
    parts
        .calls()
        .ifPresentOrElse(
            calls ->
                health
                    .putObject("calls")
                    .put("active", calls.counters().active())
                    .put("limit", calls.counters().limit()),
            () -> absent(health, "calls", missing, "call-control"));
    parts
        .relay()
        .ifPresentOrElse(
            relay ->
                health
                    .putObject("rtpPorts")
                    .put("used", relay.ports().used())
                    .put("total", relay.ports().limit()),
            () -> absent(health, "rtpPorts", missing, "media-relay"));
    if (missing.isEmpty()) {
      return Document.ok(health);
    }
    health.set("missing", missing);
    return Document.of(HttpResponseStatus.SERVICE_UNAVAILABLE, health);
  }

  private static void absent(ObjectNode health, String field, ArrayNode missing, String part) {
    health.putNull(field);
    missing.add(part);
  }
}
