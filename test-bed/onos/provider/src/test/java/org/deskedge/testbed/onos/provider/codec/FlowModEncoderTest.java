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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosproject.net.OduSignalType;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.instructions.Instructions;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowModCommand;
import org.projectfloodlight.openflow.protocol.OFFlowModFlags;
import org.projectfloodlight.openflow.protocol.OFMatchV3;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.types.OFPort;

class FlowModEncoderTest {

  /** OpenFlow 1.3, 7.2.3.2: class, field and mask bit, length; then the value and its mask. */
  static Stream<Arguments> matches() {
    return Stream.of(
        Arguments.of(Criteria.matchInPort(PortNumber.LOCAL), "80000004 fffffffe"),
        Arguments.of(Criteria.matchVlanId(VlanId.NONE), "80000c02 0000"),
        Arguments.of(Criteria.matchVlanId(VlanId.ANY), "80000d04 1000 1000"),
        Arguments.of(Criteria.matchVlanId(VlanId.vlanId((short) 5)), "80000c02 1005"),
        Arguments.of(
            Criteria.matchIPDst(IpPrefix.valueOf("10.20.0.0/16")), "80001908 0a140000 ffff0000"),
        Arguments.of(Criteria.matchIPDst(IpPrefix.valueOf("10.20.0.10/32")), "80001804 0a14000a"),
        Arguments.of(
            Criteria.matchEthDstMasked(MacAddress.IPV4_MULTICAST, MacAddress.IPV4_MULTICAST_MASK),
            "8000070c 01005e000000 ffffff800000"),
        Arguments.of(Criteria.matchTcpDst(TpPort.tpPort(3389)), "80001c02 0d3d"));
  }

  @ParameterizedTest
  @MethodSource("matches")
  void matchesAsOpenFlowWritesIt(Criterion criterion, String expected) throws Exception {
    ByteBuf bytes = Unpooled.buffer();
    Match match = FlowModEncoder.add(Rules.matching(criterion), Wire.FACTORY).getMatch();
    ((OFMatchV3) match).getOxmList().writeTo(bytes);
    assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(expected.replace(" ", ""));
  }

  static Stream<Arguments> impossible() {
    return Stream.of(
        Arguments.of(
            Rules.matching(Criteria.matchOduSignalType(OduSignalType.ODU2)), "cannot match"),
        Arguments.of(Rules.matching(Criteria.matchInnerVlanId(VlanId.vlanId((short) 3))), "cannot"),
        Arguments.of(Rules.matching(Criteria.matchPbbIsid(7)), "cannot match"),
        Arguments.of(
            Rules.matching(Criteria.matchIPDst(IpPrefix.valueOf("0.0.0.0/0"))), "come back as"),
        Arguments.of(
            Rules.matching(Criteria.matchEthDstMasked(MacAddress.ONOS, MacAddress.EXACT_MASK)),
            "come back as"),
        Arguments.of(Rules.matching(Criteria.matchInPort(PortNumber.portNumber(-9))), "no port -9"),
        Arguments.of(
            Rules.doing(Instructions.createOutput(PortNumber.portNumber(0xffffff01L))), "no port"),
        Arguments.of(Rules.doing(Instructions.setQueue(1, PortNumber.P0)), "come back as"),
        Arguments.of(Rules.doing(Instructions.truncate(100)), "no action for"),
        Arguments.of(
            Rules.doing(Instructions.createNoAction(), Instructions.transition(1)),
            "come back as"));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void saysWhatItCannotEncode(FlowRule rule, String reason) {
    assertThatThrownBy(() -> FlowModEncoder.add(rule, Wire.FACTORY))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void outputToAReservedPortKeepsItsNumber() throws Exception {
    FlowRule rule = Rules.doing(Instructions.createOutput(PortNumber.NORMAL));
    assertThat(FlowModEncoder.add(rule, Wire.FACTORY).getInstructions().toString())
        .contains("port=normal");
    assertThat(Wire.throughSwitch(rule).treatment().allInstructions())
        .containsExactly(Instructions.createOutput(PortNumber.NORMAL));
  }

  @Test
  void droppingHasNoInstructions() throws Exception {
    FlowRule rule = Rules.doing(Instructions.createNoAction());
    assertThat(FlowModEncoder.add(rule, Wire.FACTORY).getInstructions()).isEmpty();
    assertThat(Wire.throughSwitch(rule).exactMatch(rule)).isTrue();
  }

  @Test
  void aRuleIsAddedWithItsIdItsTimeoutAndAWordWhenItGoes() throws Exception {
    FlowRule rule =
        DefaultFlowRule.builder()
            .forDevice(Wire.DEVICE)
            .withCookie(0x1234)
            .withPriority(65535)
            .forTable(3)
            .withSelector(DefaultTrafficSelector.emptySelector())
            .withTreatment(DefaultTrafficTreatment.emptyTreatment())
            .withHardTimeout(30)
            .build();
    OFFlowMod message = FlowModEncoder.add(rule, Wire.FACTORY);
    assertThat(message.getCommand()).isEqualTo(OFFlowModCommand.ADD);
    assertThat(message.getCookie().getValue()).isEqualTo(0x1234);
    assertThat(message.getPriority()).isEqualTo(65535);
    assertThat(message.getTableId().getValue()).isEqualTo((short) 3);
    assertThat(message.getHardTimeout()).isEqualTo(30);
    assertThat(message.getIdleTimeout()).isZero();
    assertThat(message.getFlags()).isEqualTo(Set.of(OFFlowModFlags.SEND_FLOW_REM));
    assertThat(Wire.throughSwitch(rule).hardTimeout()).isEqualTo(30);
  }

  @Test
  void aRuleIsRemovedWhateverItsTreatment() throws Exception {
    FlowRule rule = Rules.doing(Instructions.truncate(100));
    OFFlowMod message = FlowModEncoder.remove(rule, Wire.FACTORY);
    assertThat(message.getCommand()).isEqualTo(OFFlowModCommand.DELETE_STRICT);
    assertThat(message.getPriority()).isEqualTo(rule.priority());
    assertThat(message.getOutPort()).isEqualTo(OFPort.ANY);
  }

  @Test
  void tablesThatOpenFlowDoesNotHaveAreRefused() {
    FlowRule rule =
        DefaultFlowRule.builder()
            .forDevice(Wire.DEVICE)
            .withCookie(1)
            .withPriority(1)
            .forTable(255)
            .makePermanent()
            .build();
    assertThatThrownBy(() -> FlowModEncoder.remove(rule, Wire.FACTORY))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("tables 0 to 254");
  }
}
