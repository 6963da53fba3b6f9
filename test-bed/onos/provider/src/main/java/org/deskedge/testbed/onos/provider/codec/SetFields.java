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

import static org.deskedge.testbed.onos.provider.codec.Addresses.ip4;
import static org.deskedge.testbed.onos.provider.codec.Addresses.ip6;
import static org.deskedge.testbed.onos.provider.codec.Addresses.mac;
import static org.deskedge.testbed.onos.provider.codec.TransportFields.port;

import java.util.List;
import java.util.function.Function;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.L2SubType;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModMplsBosInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModMplsLabelInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModTunnelIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanPcpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.L3SubType;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpEthInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpOpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModDscpInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModIPv6FlowLabelInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction.L4SubType;
import org.onosproject.net.flow.instructions.L4ModificationInstruction.ModTransportPortInstruction;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.IPv6FlowLabel;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.OFBooleanValue;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.TransportPort;
import org.projectfloodlight.openflow.types.U32;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.VlanPcp;

/** Every field that both ONOS and OpenFlow 1.3 set. */
final class SetFields {

  static final List<SetFieldCodec<?, ?>> ALL =
      List.of(
          eth(L2SubType.ETH_SRC, MatchField.ETH_SRC, Instructions::modL2Src),
          eth(L2SubType.ETH_DST, MatchField.ETH_DST, Instructions::modL2Dst),
          new SetFieldCodec<>(
              L2SubType.VLAN_ID,
              MatchField.VLAN_VID,
              ModVlanIdInstruction.class,
              i -> OFVlanVidMatch.ofVlan(i.vlanId().toShort()),
              v -> Instructions.modVlanId(VlanId.vlanId(v.getVlan()))),
          new SetFieldCodec<>(
              L2SubType.VLAN_PCP,
              MatchField.VLAN_PCP,
              ModVlanPcpInstruction.class,
              i -> VlanPcp.of(i.vlanPcp()),
              v -> Instructions.modVlanPcp(v.getValue())),
          new SetFieldCodec<>(
              L2SubType.MPLS_LABEL,
              MatchField.MPLS_LABEL,
              ModMplsLabelInstruction.class,
              i -> U32.of(i.label().toInt()),
              v -> Instructions.modMplsLabel(MplsLabel.mplsLabel((int) v.getValue()))),
          new SetFieldCodec<>(
              L2SubType.MPLS_BOS,
              MatchField.MPLS_BOS,
              ModMplsBosInstruction.class,
              i -> OFBooleanValue.of(i.mplsBos()),
              v -> Instructions.modMplsBos(v.getValue())),
          new SetFieldCodec<>(
              L2SubType.TUNNEL_ID,
              MatchField.TUNNEL_ID,
              ModTunnelIdInstruction.class,
              i -> U64.of(i.tunnelId()),
              v -> Instructions.modTunnelId(v.getValue())),
          ip4Of(L3SubType.IPV4_SRC, MatchField.IPV4_SRC, Instructions::modL3Src),
          ip4Of(L3SubType.IPV4_DST, MatchField.IPV4_DST, Instructions::modL3Dst),
          ip6Of(L3SubType.IPV6_SRC, MatchField.IPV6_SRC, Instructions::modL3IPv6Src),
          ip6Of(L3SubType.IPV6_DST, MatchField.IPV6_DST, Instructions::modL3IPv6Dst),
          new SetFieldCodec<>(
              L3SubType.IPV6_FLABEL,
              MatchField.IPV6_FLABEL,
              ModIPv6FlowLabelInstruction.class,
              i -> IPv6FlowLabel.of(i.flowLabel()),
              v -> Instructions.modL3IPv6FlowLabel(v.getIPv6FlowLabelValue())),
          new SetFieldCodec<>(
              L3SubType.IP_DSCP,
              MatchField.IP_DSCP,
              ModDscpInstruction.class,
              i -> IpDscp.of(i.dscp()),
              v -> Instructions.modIpDscp(v.getDscpValue())),
          arpIp(L3SubType.ARP_SPA, MatchField.ARP_SPA, Instructions::modArpSpa),
          arpIp(L3SubType.ARP_TPA, MatchField.ARP_TPA, Instructions::modArpTpa),
          arpEth(L3SubType.ARP_SHA, MatchField.ARP_SHA, Instructions::modArpSha),
          arpEth(L3SubType.ARP_THA, MatchField.ARP_THA, Instructions::modArpTha),
          new SetFieldCodec<>(
              L3SubType.ARP_OP,
              MatchField.ARP_OP,
              ModArpOpInstruction.class,
              i -> ArpOpcode.of((int) i.op()),
              v -> Instructions.modL3ArpOp((short) v.getOpcode())),
          transport(L4SubType.TCP_SRC, MatchField.TCP_SRC, Instructions::modTcpSrc),
          transport(L4SubType.TCP_DST, MatchField.TCP_DST, Instructions::modTcpDst),
          transport(L4SubType.UDP_SRC, MatchField.UDP_SRC, Instructions::modUdpSrc),
          transport(L4SubType.UDP_DST, MatchField.UDP_DST, Instructions::modUdpDst));

  private SetFields() {}

  private static SetFieldCodec<?, ?> eth(
      L2SubType subtype,
      MatchField<org.projectfloodlight.openflow.types.MacAddress> field,
      Function<MacAddress, Instruction> instruction) {
    return new SetFieldCodec<>(
        subtype,
        field,
        ModEtherInstruction.class,
        i -> mac(i.mac()),
        v -> instruction.apply(mac(v)));
  }

  private static SetFieldCodec<?, ?> ip4Of(
      L3SubType subtype,
      MatchField<IPv4Address> field,
      Function<IpAddress, Instruction> instruction) {
    return new SetFieldCodec<>(
        subtype, field, ModIPInstruction.class, i -> ip4(i.ip()), v -> instruction.apply(ip4(v)));
  }

  private static SetFieldCodec<?, ?> ip6Of(
      L3SubType subtype,
      MatchField<IPv6Address> field,
      Function<IpAddress, Instruction> instruction) {
    return new SetFieldCodec<>(
        subtype, field, ModIPInstruction.class, i -> ip6(i.ip()), v -> instruction.apply(ip6(v)));
  }

  private static SetFieldCodec<?, ?> arpIp(
      L3SubType subtype,
      MatchField<IPv4Address> field,
      Function<IpAddress, Instruction> instruction) {
    return new SetFieldCodec<>(
        subtype,
        field,
        ModArpIPInstruction.class,
        i -> ip4(i.ip()),
        v -> instruction.apply(ip4(v)));
  }

  private static SetFieldCodec<?, ?> arpEth(
      L3SubType subtype,
      MatchField<org.projectfloodlight.openflow.types.MacAddress> field,
      Function<MacAddress, Instruction> instruction) {
    return new SetFieldCodec<>(
        subtype,
        field,
        ModArpEthInstruction.class,
        i -> mac(i.mac()),
        v -> instruction.apply(mac(v)));
  }

  private static SetFieldCodec<?, ?> transport(
      L4SubType subtype, MatchField<TransportPort> field, Function<TpPort, Instruction> modify) {
    return new SetFieldCodec<>(
        subtype,
        field,
        ModTransportPortInstruction.class,
        i -> port(i.port()),
        v -> modify.apply(port(v)));
  }
}
