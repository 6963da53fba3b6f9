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

import java.util.ArrayList;
import java.util.List;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instructions.MetadataInstruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructions;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

/**
 * What ONOS does with packets, as OpenFlow's instructions, in the order in which a switch executes
 * them (OpenFlow 1.3, 5.9). Without any, packets are dropped.
 */
final class TreatmentEncoder {

  private TreatmentEncoder() {}

  static List<OFInstruction> encode(TrafficTreatment treatment, OFFactory factory)
      throws CodecException {
    if (treatment.statTrigger() != null) {
      throw new CodecException("OpenFlow 1.3 has no statistics triggers");
    }
    if (treatment.meters().size() > 1) {
      throw new CodecException("OpenFlow 1.3 has one meter a rule: " + treatment.meters());
    }
    OFInstructions make = factory.instructions();
    List<OFInstruction> instructions = new ArrayList<>();
    if (treatment.metered() != null) {
      instructions.add(make.meter(treatment.metered().meterId().id()));
    }
    List<OFAction> apply = ActionEncoder.encode(treatment.immediate(), factory);
    if (!apply.isEmpty()) {
      instructions.add(make.applyActions(apply));
    }
    if (treatment.clearedDeferred()) {
      instructions.add(make.clearActions());
    }
    List<OFAction> write = ActionEncoder.encode(treatment.deferred(), factory);
    if (!write.isEmpty()) {
      instructions.add(make.writeActions(write));
    }
    MetadataInstruction metadata = treatment.writeMetadata();
    if (metadata != null) {
      instructions.add(
          make.writeMetadata(U64.of(metadata.metadata()), U64.of(metadata.metadataMask())));
    }
    if (treatment.tableTransition() != null) {
      instructions.add(make.gotoTable(TableId.of(treatment.tableTransition().tableId())));
    }
    return instructions;
  }
}
