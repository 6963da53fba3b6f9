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
import org.onosproject.core.GroupId;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActionGroup;
import org.projectfloodlight.openflow.protocol.action.OFActionOutput;
import org.projectfloodlight.openflow.protocol.action.OFActionPopMpls;
import org.projectfloodlight.openflow.protocol.action.OFActionPushMpls;
import org.projectfloodlight.openflow.protocol.action.OFActionPushVlan;
import org.projectfloodlight.openflow.protocol.action.OFActionSetField;
import org.projectfloodlight.openflow.protocol.action.OFActionSetQueue;
import org.projectfloodlight.openflow.protocol.match.MatchFields;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.types.EthType;

/** OpenFlow's actions, as ONOS's instructions on a packet. */
final class ActionDecoder {

  private static final Map<MatchFields, SetFieldCodec<?, ?>> SET_FIELDS =
      SetFields.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(codec -> codec.field().id, Function.identity()));

  private ActionDecoder() {}

  /** The instructions in the order of the actions. */
  static List<Instruction> decode(List<OFAction> actions) throws CodecException {
    List<Instruction> instructions = new ArrayList<>(actions.size());
    for (OFAction action : actions) {
      try {
        instructions.add(decode(action));
      } catch (RuntimeException e) {
        throw new CodecException("ONOS has no instruction for " + action + ": " + e, e);
      }
    }
    return instructions;
  }

  private static Instruction decode(OFAction action) throws CodecException {
    switch (action.getType()) {
      case OUTPUT:
        return Instructions.createOutput(Ports.decode(((OFActionOutput) action).getPort()));
      case GROUP:
        int group = ((OFActionGroup) action).getGroup().getGroupNumber();
        return Instructions.createGroup(new GroupId(group));
      case SET_QUEUE:
        return Instructions.setQueue(((OFActionSetQueue) action).getQueueId(), null);
      case SET_FIELD:
        return setField(((OFActionSetField) action).getField());
      case PUSH_VLAN:
        return Instructions.pushVlan(type(((OFActionPushVlan) action).getEthertype()));
      case POP_VLAN:
        return Instructions.popVlan();
      case PUSH_MPLS:
        return pushMpls(((OFActionPushMpls) action).getEthertype());
      case POP_MPLS:
        return Instructions.popMpls(type(((OFActionPopMpls) action).getEthertype()));
      case DEC_MPLS_TTL:
        return Instructions.decMplsTtl();
      case DEC_NW_TTL:
        return Instructions.decNwTtl();
      case COPY_TTL_IN:
        return Instructions.copyTtlIn();
      case COPY_TTL_OUT:
        return Instructions.copyTtlOut();
      default:
        throw new CodecException("ONOS has no instruction for " + action);
    }
  }

  private static Instruction setField(OFOxm<?> oxm) throws CodecException {
    SetFieldCodec<?, ?> field = SET_FIELDS.get(oxm.getMatchField().id);
    if (field == null || oxm.isMasked()) {
      throw new CodecException("ONOS cannot set " + oxm);
    }
    return field.decode(oxm);
  }

  private static Instruction pushMpls(EthType type) throws CodecException {
    if (type.getValue() != EthType.MPLS_UNICAST.getValue()) {
      throw new CodecException("ONOS pushes MPLS labels of type " + EthType.MPLS_UNICAST + " only");
    }
    return Instructions.pushMpls();
  }

  private static org.onlab.packet.EthType type(EthType type) {
    return org.deskedge.testbed.onos.provider.codec.LinkFields.type(type);
  }
}
