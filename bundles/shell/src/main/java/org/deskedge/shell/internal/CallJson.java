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
package org.deskedge.shell.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.deskedge.api.call.CallInfo;

/** Writes one call as a JSON object. */
final class CallJson {

  private CallJson() {}

  static void write(JsonGenerator json, CallInfo call) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", call.id().toString());
    json.writeStringField("session", call.id().session().toString());
    json.writeStringField("direction", call.direction().name());
    json.writeStringField("state", call.state().name());
    JsonDocument.text(json, "localParty", call.localParty());
    JsonDocument.text(json, "remoteParty", call.remoteParty());
    json.writeStringField("since", call.since().toString());
    json.writeStringField("mediaDirection", call.mediaDirection().name());
    json.writeFieldName("media");
    if (call.media().isPresent()) {
      MediaJson.write(json, call.media().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }
}
