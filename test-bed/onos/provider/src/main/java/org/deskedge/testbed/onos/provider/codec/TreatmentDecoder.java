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

import java.util.List;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.meter.MeterId;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionApplyActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionGotoTable;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionMeter;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionWriteActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionWriteMetadata;

/** OpenFlow's instructions, as ONOS's treatment of packets. */
final class TreatmentDecoder {

  private TreatmentDecoder() {}

  static TrafficTreatment decode(List<OFInstruction> instructions) throws CodecException {
    TrafficTreatment.Builder treatment = DefaultTrafficTreatment.builder();
    for (OFInstruction instruction : instructions) {
      switch (instruction.getType()) {
        case METER:
          treatment.meter(MeterId.meterId(((OFInstructionMeter) instruction).getMeterId()));
          break;
        case APPLY_ACTIONS:
          treatment.immediate();
          ActionDecoder.decode(((OFInstructionApplyActions) instruction).getActions())
              .forEach(treatment::add);
          break;
        case CLEAR_ACTIONS:
          treatment.wipeDeferred();
          break;
        case WRITE_ACTIONS:
          treatment.deferred();
          ActionDecoder.decode(((OFInstructionWriteActions) instruction).getActions())
              .forEach(treatment::add);
          break;
        case WRITE_METADATA:
          OFInstructionWriteMetadata metadata = (OFInstructionWriteMetadata) instruction;
          treatment.writeMetadata(
              metadata.getMetadata().getValue(), metadata.getMetadataMask().getValue());
          break;
        case GOTO_TABLE:
          treatment.transition(
              (int) ((OFInstructionGotoTable) instruction).getTableId().getValue());
          break;
        default:
          throw new CodecException("ONOS has no instruction for " + instruction);
      }
    }
    return treatment.build();
  }
}
