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
package org.deskedge.onos.netcfg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskedge.onos.InvalidFieldException;

/**
 * Tokens outside the network configuration, which ONOS shows to everyone who may read it. The file
 * must be on every node of the cluster, as any may be the one that applies the configuration.
 */
final class TokenFiles {

  private static final String FIELD = "tokenFile";
  private static final int MAX_BYTES = 1024;

  private TokenFiles() {}

  /**
   * Puts the token in the place of the file's name.
   *
   * @throws InvalidFieldException naming {@code tokenFile} if the file cannot be read
   */
  static ObjectNode resolve(ObjectNode edge) {
    JsonNode file = edge.remove(FIELD);
    if (file == null) {
      return edge;
    }
    if (edge.has("token")) {
      throw new InvalidFieldException(FIELD, "is one too many: token is there");
    }
    if (!file.isTextual()) {
      throw new InvalidFieldException(FIELD, "is of the wrong type: a text is needed");
    }
    return edge.put("token", read(Path.of(file.textValue())));
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidFieldException(FIELD, "is longer than a token can be: " + file);
      }
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new InvalidFieldException(FIELD, "the controller cannot read " + file);
    }
  }
}
