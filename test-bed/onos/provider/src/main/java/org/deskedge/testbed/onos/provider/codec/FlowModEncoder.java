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
import java.util.Set;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowModFlags;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

/**
 * ONOS's flow rules, as the messages that add, change and remove them at a switch. The idle timeout
 * stays with ONOS, which counts it down itself; the hard one goes to the switch.
 */
public final class FlowModEncoder {

  /** OFPTT_MAX (OpenFlow 1.3, 7.3.4.1). */
  private static final int LAST_TABLE = 254;

  private FlowModEncoder() {}

  /** The message that adds a rule, or replaces one with the same match and priority. */
  public static OFFlowMod add(FlowRule rule, OFFactory factory) throws CodecException {
    return message(factory.buildFlowAdd(), rule, factory);
  }

  /** The message that changes a rule's treatment and keeps its counters. */
  public static OFFlowMod modify(FlowRule rule, OFFactory factory) throws CodecException {
    return message(factory.buildFlowModifyStrict(), rule, factory);
  }

  /** The message that removes a rule with this match and priority. */
  public static OFFlowMod remove(FlowRule rule, OFFactory factory) throws CodecException {
    return remove(
        MatchEncoder.encode(rule.selector(), factory), rule.priority(), table(rule), factory);
  }

  /** The message that removes a rule which ONOS has no words for. */
  public static OFFlowMod remove(Match match, int priority, TableId table, OFFactory factory) {
    return factory
        .buildFlowDeleteStrict()
        .setXid(factory.nextXid())
        .setTableId(table)
        .setPriority(priority)
        .setMatch(match)
        .setOutPort(OFPort.ANY)
        .setOutGroup(OFGroup.ANY)
        .build();
  }

  private static OFFlowMod message(OFFlowMod.Builder message, FlowRule rule, OFFactory factory)
      throws CodecException {
    Match match = MatchEncoder.encode(rule.selector(), factory);
    List<OFInstruction> instructions = TreatmentEncoder.encode(rule.treatment(), factory);
    requireSame(rule, match, instructions);
    return message
        .setXid(factory.nextXid())
        .setCookie(U64.of(rule.id().value()))
        .setTableId(table(rule))
        .setPriority(rule.priority())
        .setHardTimeout(rule.hardTimeout())
        .setFlags(Set.of(OFFlowModFlags.SEND_FLOW_REM))
        .setBufferId(OFBufferId.NO_BUFFER)
        .setMatch(match)
        .setInstructions(instructions)
        .build();
  }

  /** A rule that comes back changed would be installed again at every poll, for ever. */
  private static void requireSame(FlowRule rule, Match match, List<OFInstruction> instructions)
      throws CodecException {
    TrafficSelector selector = MatchDecoder.decode(match);
    if (!selector.equals(rule.selector())) {
      throw new CodecException(
          "selector " + rule.selector() + " would come back as " + selector + "; ask for that");
    }
    TrafficTreatment treatment = TreatmentDecoder.decode(instructions);
    if (!treatment.equals(rule.treatment())) {
      throw new CodecException(
          "treatment " + rule.treatment() + " would come back as " + treatment + "; ask for that");
    }
  }

  private static TableId table(FlowRule rule) throws CodecException {
    if (!(rule.table() instanceof IndexTableId)) {
      throw new CodecException("OpenFlow 1.3 numbers its tables; it has no table " + rule.table());
    }
    int number = ((IndexTableId) rule.table()).id();
    if (number < 0 || number > LAST_TABLE) {
      throw new CodecException("OpenFlow 1.3 has tables 0 to " + LAST_TABLE + ", not " + number);
    }
    return TableId.of(number);
  }
}
