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
import java.net.URI;
import java.net.URISyntaxException;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.InvalidFieldException;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of an edge.
 *
 * <pre>
 * {"id": "edge-1", "attachment": "of:0000000000000001/3", "mac": "02:00:00:00:00:03",
 *  "addresses": ["10.10.0.3"], "groups": ["branch"],
 *  "rest": "https://10.30.0.3:8443",
 *  "token": "…",                              is decoded, never encoded
 *  "certificateSha256": "…",                  may be left out: trusted at first sight
 *  "fullyTransparent": false}                 may be left out, as may groups
 * </pre>
 */
public final class EdgeCodec extends JsonCodec<Edge> {

  /** Decodes; throws {@link InvalidFieldException} with the path of the first wrong field. */
  @Override
  public Edge decode(ObjectNode json, CodecContext context) {
    JsonReader reader = JsonReader.of(json);
    Edge edge =
        Edge.builder()
            .id(EdgeId.of(reader.text("id")))
            .attachment(Texts.port("attachment", reader.text("attachment")))
            .mac(Texts.mac("mac", reader.text("mac")))
            .addresses(reader.list("addresses", Edge.MAX_ADDRESSES, Texts::address))
            .groups(reader.optionalList("groups", Edge.MAX_GROUPS, (at, text) -> text))
            .rest(uri("rest", reader.text("rest")))
            .token(reader.text("token"))
            .certificateSha256(reader.optionalText("certificateSha256").orElse(null))
            .fullyTransparent(reader.optionalBoolean("fullyTransparent", false))
            .build();
    reader.end();
    return edge;
  }

  private static URI uri(String at, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidFieldException(at, "is not a URI: write it as https://HOST:PORT");
    }
  }

  /** Encodes everything but the token. */
  @Override
  public ObjectNode encode(Edge edge, CodecContext context) {
    ObjectNode json =
        context
            .mapper()
            .createObjectNode()
            .put("id", edge.id().id())
            .put("attachment", edge.attachment().toString())
            .put("mac", edge.mac().toString());
    RedirectPolicyCodec.putTexts(json, "addresses", edge.addresses());
    RedirectPolicyCodec.putTexts(json, "groups", edge.groups());
    json.put("rest", edge.rest().toString());
    edge.certificateSha256().ifPresent(sha -> json.put("certificateSha256", sha));
    return json.put("fullyTransparent", edge.fullyTransparent());
  }
}
