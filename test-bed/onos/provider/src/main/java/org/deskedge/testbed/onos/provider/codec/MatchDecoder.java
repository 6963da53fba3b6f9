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

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.projectfloodlight.openflow.protocol.OFMatchV3;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchFields;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;

/** What OpenFlow matches, as ONOS selects it. */
final class MatchDecoder {

  private static final Map<MatchFields, FieldCodec<?, ?>> FIELDS =
      org.deskedge.testbed.onos.provider.codec.MatchFields.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(codec -> codec.field().id, Function.identity()));

  private MatchDecoder() {}

  static TrafficSelector decode(Match match) throws CodecException {
    TrafficSelector.Builder selector = DefaultTrafficSelector.builder();
    // The list and not the fields of the match: those leave out what lacks a prerequisite.
    for (OFOxm<?> oxm : ((OFMatchV3) match).getOxmList()) {
      FieldCodec<?, ?> field = FIELDS.get(oxm.getMatchField().id);
      if (field == null) {
        throw new CodecException("ONOS cannot select by " + oxm.getMatchField().getName());
      }
      try {
        selector.add(field.decode(oxm));
      } catch (RuntimeException e) {
        throw new CodecException("ONOS cannot select by " + oxm + ": " + e, e);
      }
    }
    return selector.build();
  }
}
