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
package org.deskedge.testbed.onos.provider.codec;

import java.util.EnumMap;
import java.util.Map;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.match.Match;

/** What ONOS selects, as OpenFlow matches it. */
final class MatchEncoder {

  private static final Map<Criterion.Type, FieldCodec<?, ?>> FIELDS = byType();

  private MatchEncoder() {}

  static Match encode(TrafficSelector selector, OFFactory factory) throws CodecException {
    Match.Builder match = factory.buildMatch();
    for (Criterion criterion : selector.criteria()) {
      FieldCodec<?, ?> field = FIELDS.get(criterion.type());
      if (field == null) {
        throw new CodecException("OpenFlow 1.3 cannot match " + criterion);
      }
      try {
        field.encode(criterion, match);
      } catch (RuntimeException e) {
        throw new CodecException("OpenFlow 1.3 cannot match " + criterion + ": " + e, e);
      }
    }
    return match.build();
  }

  private static Map<Criterion.Type, FieldCodec<?, ?>> byType() {
    Map<Criterion.Type, FieldCodec<?, ?>> fields = new EnumMap<>(Criterion.Type.class);
    for (FieldCodec<?, ?> field : MatchFields.ALL) {
      fields.put(field.type(), field);
      if (field.maskedType() != null) {
        fields.put(field.maskedType(), field);
      }
    }
    return fields;
  }
}
