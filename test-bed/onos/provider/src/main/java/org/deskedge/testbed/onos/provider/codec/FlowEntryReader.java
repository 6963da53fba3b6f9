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

import java.util.concurrent.TimeUnit;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRule.FlowRemoveReason;
import org.projectfloodlight.openflow.protocol.OFFlowRemoved;
import org.projectfloodlight.openflow.protocol.OFFlowRemovedReason;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.types.U64;

/** What a switch says about its flow rules, as ONOS has them. */
public final class FlowEntryReader {

  private FlowEntryReader() {}

  /**
   * A rule that is installed.
   *
   * @throws CodecException if ONOS has no words for it; then it is none of ONOS's rules
   */
  public static FlowEntry read(DeviceId device, OFFlowStatsEntry entry) throws CodecException {
    FlowRule.Builder rule =
        DefaultFlowRule.builder()
            .forDevice(device)
            .forTable(entry.getTableId().getValue())
            .withSelector(MatchDecoder.decode(entry.getMatch()))
            .withTreatment(TreatmentDecoder.decode(entry.getInstructions()))
            .withPriority(entry.getPriority())
            .withCookie(entry.getCookie().getValue());
    return entry(
        timeout(rule, entry.getHardTimeout()).build(),
        FlowEntryState.ADDED,
        entry.getDurationSec(),
        entry.getPacketCount(),
        entry.getByteCount());
  }

  /**
   * A rule that was installed; its treatment is not known any more.
   *
   * @throws CodecException if ONOS has no words for it; then it is none of ONOS's rules
   */
  public static FlowEntry read(DeviceId device, OFFlowRemoved removed) throws CodecException {
    FlowRule.Builder rule =
        DefaultFlowRule.builder()
            .forDevice(device)
            .forTable(removed.getTableId().getValue())
            .withSelector(MatchDecoder.decode(removed.getMatch()))
            .withTreatment(DefaultTrafficTreatment.emptyTreatment())
            .withPriority(removed.getPriority())
            .withCookie(removed.getCookie().getValue());
    return entry(
        timeout(rule, removed.getHardTimeout()).withReason(reason(removed.getReason())).build(),
        FlowEntryState.REMOVED,
        removed.getDurationSec(),
        removed.getPacketCount(),
        removed.getByteCount());
  }

  private static FlowRule.Builder timeout(FlowRule.Builder rule, int hardTimeout) {
    return hardTimeout == 0 ? rule.makePermanent() : rule.withHardTimeout(hardTimeout);
  }

  private static FlowEntry entry(
      FlowRule rule, FlowEntryState state, long seconds, U64 packets, U64 bytes) {
    return new DefaultFlowEntry(
        rule, state, seconds, TimeUnit.SECONDS, packets.getValue(), bytes.getValue());
  }

  private static FlowRemoveReason reason(OFFlowRemovedReason reason) {
    switch (reason) {
      case IDLE_TIMEOUT:
        return FlowRemoveReason.IDLE_TIMEOUT;
      case HARD_TIMEOUT:
        return FlowRemoveReason.HARD_TIMEOUT;
      case DELETE:
        return FlowRemoveReason.DELETE;
      case GROUP_DELETE:
        return FlowRemoveReason.GROUP_DELETE;
      default:
        return FlowRemoveReason.NO_REASON;
    }
  }
}
