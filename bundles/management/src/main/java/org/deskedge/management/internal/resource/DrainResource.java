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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Map;
import org.deskedge.api.admission.AdmissionStatus;
import org.deskedge.api.admission.DrainService;
import org.deskedge.management.internal.http.Document;
import org.deskedge.management.internal.http.Operation;
import org.deskedge.management.internal.http.Request;
import org.deskedge.management.internal.http.Resource;
import org.deskedge.management.internal.http.Response;
import org.deskedge.management.internal.json.InvalidDocumentException;
import org.deskedge.management.internal.json.Json;

/** {@code /drain}: takes the edge out of service and back. */
public final class DrainResource implements Resource {

  private final DrainService drain;

  /** Makes the resource. */
  public DrainResource(DrainService drain) {
    this.drain = drain;
  }

  @Override
  public String path() {
    return "/drain";
  }

  @Override
  public Map<HttpMethod, Operation> operations() {
    return Map.of(
        HttpMethod.GET, request -> document(drain.status()), HttpMethod.PUT, this::change);
  }

  private Response change(Request request) throws InvalidDocumentException {
    boolean on = Json.read(request.body()).only("draining").flag("draining");
    return document(drain.drain(on));
  }

  private static Response document(AdmissionStatus status) {
    ObjectNode document = Json.object().put("draining", status.draining());
    document.put("since", status.draining() ? status.since().toString() : null);
    return Document.ok(document);
  }
}
