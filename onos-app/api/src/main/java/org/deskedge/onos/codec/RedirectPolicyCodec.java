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
import java.util.Optional;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyBuilder;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.RedirectTarget;
import org.deskedge.onos.VoiceMarking;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a policy.
 *
 * <pre>
 * {"id": "branch-1", "priority": 100, "protocol": "rdp",
 *  "clients": ["10.10.0.0/24"], "clientPorts": ["of:0000000000000001/2"],
 *  "desktops": ["10.20.0.0/16"],
 *  "edges": ["edge-1", "edge-2"],             or "edgeGroup": "branch"
 *  "onEdgeDown": "permit",                    or "deny"
 *  "voice": {"dscp": 46, "queue": 1}}         may be left out, as may each of its fields
 * </pre>
 *
 * <p>One of {@code clients} and {@code clientPorts} may be left out.
 */
public final class RedirectPolicyCodec extends JsonCodec<RedirectPolicy> {

  /** Decodes; throws {@link InvalidFieldException} with the path of the first wrong field. */
  @Override
  public RedirectPolicy decode(ObjectNode json, CodecContext context) {
    JsonReader reader = JsonReader.of(json);
    RedirectPolicyBuilder policy =
        RedirectPolicy.builder()
            .id(PolicyId.of(reader.text("id")))
            .priority(reader.integer("priority", 0, RedirectPolicy.MAX_PRIORITY))
            .protocol(reader.word("protocol", RedirectProtocol.values(), RedirectProtocol::text))
            .clients(reader.optionalList("clients", RedirectPolicy.MAX_CLIENTS, Texts::prefix))
            .clientPorts(
                reader.optionalList("clientPorts", RedirectPolicy.MAX_CLIENTS, Texts::port))
            .desktops(reader.list("desktops", RedirectPolicy.MAX_DESKTOPS, Texts::prefix))
            .target(target(reader))
            .onEdgeDown(reader.word("onEdgeDown", EdgeDownAction.values(), EdgeDownAction::text));
    reader.optionalObject("voice").map(RedirectPolicyCodec::voice).ifPresent(policy::voice);
    reader.end();
    return policy.build();
  }

  private static RedirectTarget target(JsonReader reader) {
    Optional<String> group = reader.optionalText("edgeGroup");
    if (group.isPresent() == reader.has("edges")) {
      throw new InvalidFieldException("edges", "give either edges or edgeGroup");
    }
    return group.isPresent()
        ? RedirectTarget.group(group.get())
        : RedirectTarget.edges(reader.list("edges", RedirectTarget.MAX_EDGES, EdgeId::of));
  }

  private static VoiceMarking voice(JsonReader reader) {
    int dscp =
        reader.has("dscp") ? reader.integer("dscp", 0, 63) : VoiceMarking.EXPEDITED_FORWARDING;
    VoiceMarking marking =
        reader.has("queue")
            ? VoiceMarking.of(dscp, reader.integer("queue"))
            : VoiceMarking.of(dscp);
    reader.end();
    return marking;
  }

  @Override
  public ObjectNode encode(RedirectPolicy policy, CodecContext context) {
    ObjectNode json =
        context
            .mapper()
            .createObjectNode()
            .put("id", policy.id().id())
            .put("priority", policy.priority())
            .put("protocol", policy.protocol().text());
    putTexts(json, "clients", policy.clients());
    putTexts(json, "clientPorts", policy.clientPorts());
    putTexts(json, "desktops", policy.desktops());
    Optional<String> group = policy.target().group();
    if (group.isPresent()) {
      json.put("edgeGroup", group.get());
    } else {
      putTexts(json, "edges", policy.target().edges());
    }
    json.put("onEdgeDown", policy.onEdgeDown().text());
    ObjectNode voice = json.putObject("voice").put("dscp", policy.voice().dscp());
    policy.voice().queue().ifPresent(queue -> voice.put("queue", queue));
    return json;
  }

  static void putTexts(ObjectNode json, String field, Iterable<?> values) {
    ArrayNode array = json.putArray(field);
    values.forEach(value -> array.add(value.toString()));
  }
}
