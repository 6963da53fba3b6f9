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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.Instructions.SetQueueInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModMplsHeaderInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanHeaderInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActions;
import org.projectfloodlight.openflow.types.OFGroup;

/** ONOS's instructions on a packet, as OpenFlow's actions. */
public final class ActionEncoder {

  /** OFPCML_NO_BUFFER: the whole packet goes to the controller (OpenFlow 1.3, 7.2.5). */
  private static final int WHOLE_PACKET = 0xffff;

  private static final Map<Enum<?>, SetFieldCodec<?, ?>> SET_FIELDS =
      SetFields.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(SetFieldCodec::subtype, Function.identity()));

  private ActionEncoder() {}

  /**
   * The actions in the order of the instructions; none for "no action".
   *
   * @throws CodecException if OpenFlow 1.3 has no action for one of them
   */
  public static List<OFAction> encode(List<Instruction> instructions, OFFactory factory)
      throws CodecException {
    List<OFAction> actions = new ArrayList<>(instructions.size());
    for (Instruction instruction : instructions) {
      if (instruction.type() != Instruction.Type.NOACTION) {
        actions.add(encode(instruction, factory));
      }
    }
    return actions;
  }

  private static OFAction encode(Instruction instruction, OFFactory factory) throws CodecException {
    try {
      switch (instruction.type()) {
        case OUTPUT:
          return output(((OutputInstruction) instruction).port(), factory.actions());
        case GROUP:
          int group = ((GroupInstruction) instruction).groupId().id();
          return factory.actions().group(OFGroup.of(group));
        case QUEUE:
          return factory.actions().setQueue(((SetQueueInstruction) instruction).queueId());
        case L2MODIFICATION:
          return layer2((L2ModificationInstruction) instruction, factory);
        case L3MODIFICATION:
          return layer3((L3ModificationInstruction) instruction, factory);
        case L4MODIFICATION:
          return setField(
              ((L4ModificationInstruction) instruction).subtype(), instruction, factory);
        default:
          throw new CodecException("OpenFlow 1.3 has no action for " + instruction);
      }
    } catch (RuntimeException e) {
      throw new CodecException("OpenFlow 1.3 has no action for " + instruction + ": " + e, e);
    }
  }

  private static OFAction output(PortNumber port, OFActions actions) {
    return actions.output(
        Ports.encode(port), port.equals(PortNumber.CONTROLLER) ? WHOLE_PACKET : 0);
  }

  private static OFAction layer2(L2ModificationInstruction instruction, OFFactory factory)
      throws CodecException {
    OFActions actions = factory.actions();
    switch (instruction.subtype()) {
      case VLAN_PUSH:
        return actions.pushVlan(
            LinkFields.type(((ModVlanHeaderInstruction) instruction).ethernetType()));
      case VLAN_POP:
        return actions.popVlan();
      case MPLS_PUSH:
        return actions.pushMpls(
            LinkFields.type(((ModMplsHeaderInstruction) instruction).ethernetType()));
      case MPLS_POP:
        return actions.popMpls(
            LinkFields.type(((ModMplsHeaderInstruction) instruction).ethernetType()));
      case DEC_MPLS_TTL:
        return actions.decMplsTtl();
      default:
        return setField(instruction.subtype(), instruction, factory);
    }
  }

  private static OFAction layer3(L3ModificationInstruction instruction, OFFactory factory)
      throws CodecException {
    switch (instruction.subtype()) {
      case DEC_TTL:
        return factory.actions().decNwTtl();
      case TTL_IN:
        return factory.actions().copyTtlIn();
      case TTL_OUT:
        return factory.actions().copyTtlOut();
      default:
        return setField(instruction.subtype(), instruction, factory);
    }
  }

  private static OFAction setField(Enum<?> subtype, Instruction instruction, OFFactory factory)
      throws CodecException {
    SetFieldCodec<?, ?> field = SET_FIELDS.get(subtype);
    if (field == null) {
      throw new CodecException("OpenFlow 1.3 has no action for " + instruction);
    }
    return field.encode(instruction, factory);
  }
}
