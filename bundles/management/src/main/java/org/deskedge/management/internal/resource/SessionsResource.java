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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.NetUtil;
import java.util.Map;
import org.deskedge.api.session.SessionInfo;
import org.deskedge.api.session.SessionService;
import org.deskedge.management.internal.http.Document;
import org.deskedge.management.internal.http.Operation;
import org.deskedge.management.internal.http.Resource;
import org.deskedge.management.internal.http.Response;
import org.deskedge.management.internal.json.Json;

/** {@code /sessions}: the sessions that pass through the edge, oldest first. */
public final class SessionsResource implements Resource {

  private final EdgeParts parts;

  /** Makes the resource. */
  public SessionsResource(EdgeParts parts) {
    this.parts = parts;
  }

  @Override
  public String path() {
    return "/sessions";
  }

  @Override
  public Map<HttpMethod, Operation> operations() {
    return Map.of(HttpMethod.GET, request -> list());
  }

  private Response list() {
    return parts
        .sessions()
        .map(SessionsResource::list)
        .orElseGet(
            () ->
                Document.problem(
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "the RDP proxy does not run; look into data/log/deskedge.log of the edge"));
  }

  private static Document list(SessionService service) {
    ObjectNode document = Json.object();
    ArrayNode sessions = document.putArray("sessions");
    for (SessionInfo session : service.sessions()) {
      sessions
          .addObject()
          .put("id", session.id().toString())
          .put("client", NetUtil.toSocketAddressString(session.client()))
          .put("desktop", NetUtil.toSocketAddressString(session.desktop()))
          .put("state", session.state().name());
    }
    return Document.ok(document);
  }
}
