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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.deskedge.onos.Edge;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.codec.EdgeCodec;
import org.deskedge.onos.codec.RedirectPolicyCodec;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.InvalidFieldException;

/** What the network configuration says: edges and policies in the form REST has them. */
public final class DeskedgeConfig extends Config<ApplicationId> {

  /** Key below {@code apps/org.deskedge}. */
  static final String KEY = "deskedge";

  private static final String EDGES = "edges";
  private static final String POLICIES = "policies";

  /**
   * Checks all of it; nothing of a configuration that fails is taken.
   *
   * @throws InvalidFieldException with the path of the field, such as {@code edges[0].mac}
   */
  @Override
  public boolean isValid() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals(EDGES) && !name.equals(POLICIES)) {
        throw new InvalidFieldException(name, "is unknown: known are edges, policies");
      }
    }
    unique(EDGES, edges(), edge -> edge.id().id());
    unique(POLICIES, policies(), policy -> policy.id().id());
    return true;
  }

  /** The edges; each has its token, if need be from a file. */
  List<Edge> edges() {
    EdgeCodec codec = new EdgeCodec();
    return entries(EDGES, json -> codec.decode(TokenFiles.resolve(json), null));
  }

  /** The policies. */
  List<RedirectPolicy> policies() {
    RedirectPolicyCodec codec = new RedirectPolicyCodec();
    return entries(POLICIES, json -> codec.decode(json, null));
  }

  private <T> List<T> entries(String field, Function<ObjectNode, T> decoder) {
    JsonNode array = object.path(field);
    if (!array.isArray() && !array.isMissingNode()) {
      throw new InvalidFieldException(field, "is of the wrong type: an array is needed");
    }
    List<T> entries = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      String path = field + "[" + i + "]";
      if (!array.get(i).isObject()) {
        throw new InvalidFieldException(path, "is of the wrong type: an object is needed");
      }
      try {
        entries.add(decoder.apply(array.get(i).deepCopy()));
      } catch (org.deskedge.onos.InvalidFieldException e) {
        throw new InvalidFieldException(path + "." + e.field(), e.problem());
      }
    }
    return entries;
  }

  private static <T> void unique(String field, List<T> entries, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!seen.add(id.apply(entries.get(i)))) {
        throw new InvalidFieldException(
            field + "[" + i + "].id", id.apply(entries.get(i)) + " occurs twice: name it once");
      }
    }
  }
}
