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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFVersion;
import org.projectfloodlight.openflow.types.U64;

/** A switch that reports what it was told, byte for byte. */
final class Wire {

  static final OFFactory FACTORY = OFFactories.getFactory(OFVersion.OF_13);
  static final DeviceId DEVICE = DeviceId.deviceId("of:00000000000000a1");

  private Wire() {}

  /** The rule as it comes back after it went over the wire. */
  static FlowEntry throughSwitch(FlowRule rule) throws CodecException, OFParseError {
    ByteBuf bytes = Unpooled.buffer();
    FlowModEncoder.add(rule, FACTORY).writeTo(bytes);
    OFFlowMod seen = (OFFlowMod) OFFactories.getGenericReader().readFrom(bytes);
    OFFlowStatsEntry entry =
        FACTORY
            .buildFlowStatsEntry()
            .setTableId(seen.getTableId())
            .setPriority(seen.getPriority())
            .setCookie(seen.getCookie())
            .setHardTimeout(seen.getHardTimeout())
            .setMatch(seen.getMatch())
            .setInstructions(seen.getInstructions())
            .setDurationSec(3)
            .setPacketCount(U64.of(4))
            .setByteCount(U64.of(5))
            .build();
    return FlowEntryReader.read(DEVICE, entry);
  }
}
