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

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.PolicyStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a policy's status; encoded only.
 *
 * <pre>
 * {"id": "branch-1", "state": "INSTALLED", "buckets": {"edge-1": 9, "edge-2": 7},
 *  "bucketsWithoutEdge": 0,
 *  "devices": [{"device": "of:0000000000000001", "state": "INSTALLED",
 *               "wanted": 34, "installed": 34, "reason": null}]}
 * </pre>
 */
public final class PolicyStatusCodec extends JsonCodec<PolicyStatus> {

  @Override
  public ObjectNode encode(PolicyStatus status, CodecContext context) {
    ObjectNode json =
        context
            .mapper()
            .createObjectNode()
            .put("id", status.id().id())
            .put("state", status.state().name());
    ObjectNode buckets = json.putObject("buckets");
    status.buckets().forEach((edge, count) -> buckets.put(edge.id(), count));
    json.put("bucketsWithoutEdge", status.bucketsWithoutEdge());
    ArrayNode devices = json.putArray("devices");
    for (DeviceRules rules : status.devices()) {
      devices
          .addObject()
          .put("device", rules.device().toString())
          .put("state", rules.state().name())
          .put("wanted", rules.wanted())
          .put("installed", rules.installed())
          .put("reason", rules.reason().orElse(null));
    }
    return json;
  }
}
