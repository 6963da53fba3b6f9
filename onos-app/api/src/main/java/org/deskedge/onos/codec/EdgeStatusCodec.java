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
package org.deskedge.onos.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of an edge's status; encoded only. What is not known is null.
 *
 * <pre>
 * {"state": "UP", "since": "2026-01-01T00:00:00Z", "reason": "…", "drainWanted": false,
 *  "version": "0.1.0", "policyRevision": 7, "certificateSha256": "…",
 *  "sessions": {"active": 3, "limit": 500}, "calls": {"active": 1, "limit": 500}}
 * </pre>
 */
public final class EdgeStatusCodec extends JsonCodec<EdgeStatus> {

  @Override
  public ObjectNode encode(EdgeStatus status, CodecContext context) {
    ObjectNode json =
        context
            .mapper()
            .createObjectNode()
            .put("state", status.state().name())
            .put("since", status.since().toString())
            .put("reason", status.reason())
            .put("drainWanted", status.drainWanted())
            .put("version", status.health().flatMap(EdgeHealth::version).orElse(null));
    json.putNull("policyRevision");
    status
        .health()
        .ifPresent(health -> health.policyRevision().ifPresent(r -> json.put("policyRevision", r)));
    json.put("certificateSha256", status.certificateSha256().orElse(null));
    putLoad(json, "sessions", status.health().flatMap(EdgeHealth::sessions).orElse(null));
    putLoad(json, "calls", status.health().flatMap(EdgeHealth::calls).orElse(null));
    return json;
  }

  private static void putLoad(ObjectNode json, String field, EdgeLoad load) {
    if (load == null) {
      json.putNull(field);
    } else {
      json.putObject(field).put("active", load.active()).put("limit", load.limit());
    }
  }
}
