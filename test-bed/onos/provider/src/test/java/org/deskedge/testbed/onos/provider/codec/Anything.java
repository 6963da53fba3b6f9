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
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.onlab.packet.EthType;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosproject.core.GroupId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.meter.MeterId;

/** Any selector and any treatment that OpenFlow 1.3 has. */
final class Anything {

  private Anything() {}

  static Arbitrary<TrafficSelector> selectors() {
    return Arbitraries.oneOf(criteria())
        .list()
        .ofMaxSize(12)
        .map(
            some -> {
              TrafficSelector.Builder selector = DefaultTrafficSelector.builder();
              some.stream()
                  .collect(Collectors.toMap(Anything::field, c -> c, (one, other) -> one))
                  .values()
                  .forEach(selector::add);
              return selector.build();
            });
  }

  static Arbitrary<TrafficTreatment> treatments() {
    Arbitrary<List<Instruction>> actions = Arbitraries.oneOf(actions()).list().ofMaxSize(6);
    return Combinators.combine(
            actions,
            actions,
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 254).injectNull(0.7),
            Arbitraries.longs().injectNull(0.7),
            Arbitraries.longs().between(1, 0xffff0000L).injectNull(0.7))
        .as(
            (immediate, deferred, wipe, table, metadata, meter) -> {
              TrafficTreatment.Builder treatment = DefaultTrafficTreatment.builder();
              immediate.forEach(treatment::add);
              treatment.deferred();
              deferred.forEach(treatment::add);
              if (wipe) {
                treatment.wipeDeferred();
              }
              if (table != null) {
                treatment.transition(table);
              }
              if (metadata != null) {
                treatment.writeMetadata(metadata, ~0xffL);
              }
              if (meter != null) {
                treatment.meter(MeterId.meterId(meter));
              }
              return treatment.build();
            });
  }

  /** A match has one value a field: criteria with and without a mask are the same field. */
  private static String field(Criterion criterion) {
    return criterion.type().name().replace("_MASKED", "");
  }

  private static List<Arbitrary<Criterion>> criteria() {
    return List.of(
        ports().map(Criteria::matchInPort),
        Arbitraries.longs().map(Criteria::matchMetadata),
        macs().map(Criteria::matchEthDst),
        macs().map(Criteria::matchEthSrc),
        masks().map(mask -> Criteria.matchEthDstMasked(mask, mask)),
        masks().map(mask -> Criteria.matchEthSrcMasked(mask, mask)),
        Arbitraries.shorts().map(type -> Criteria.matchEthType(new EthType(type))),
        vlans().map(Criteria::matchVlanId),
        Arbitraries.of(VlanId.NONE, VlanId.ANY).map(Criteria::matchVlanId),
        Arbitraries.bytes().between((byte) 0, (byte) 7).map(Criteria::matchVlanPcp),
        Arbitraries.bytes().between((byte) 0, (byte) 63).map(Criteria::matchIPDscp),
        Arbitraries.bytes().between((byte) 0, (byte) 3).map(Criteria::matchIPEcn),
        // openflowj has no protocol 255, which is reserved.
        octets().filter(octet -> octet != 255).map(Criteria::matchIPProtocol),
        prefixes4().map(Criteria::matchIPSrc),
        prefixes4().map(Criteria::matchIPDst),
        prefixes6().map(Criteria::matchIPv6Src),
        prefixes6().map(Criteria::matchIPv6Dst),
        transport().map(Criteria::matchTcpSrc),
        transport().map(Criteria::matchTcpDst),
        transport().map(Criteria::matchUdpSrc),
        transport().map(Criteria::matchUdpDst),
        transport().map(Criteria::matchSctpSrc),
        transport().map(Criteria::matchSctpDst),
        transport().map(port -> Criteria.matchTcpDstMasked(masked(port), TpPort.tpPort(0xff00))),
        transport().map(port -> Criteria.matchUdpSrcMasked(masked(port), TpPort.tpPort(0xff00))),
        octets().map(Criteria::matchIcmpType),
        octets().map(Criteria::matchIcmpCode),
        octets().map(Criteria::matchIcmpv6Type),
        octets().map(Criteria::matchIcmpv6Code),
        Arbitraries.integers().between(0, 0xffff).map(Criteria::matchArpOp),
        ip4s().map(Criteria::matchArpSpa),
        ip4s().map(Criteria::matchArpTpa),
        macs().map(Criteria::matchArpSha),
        macs().map(Criteria::matchArpTha),
        Arbitraries.integers().between(0, 0xfffff).map(Criteria::matchIPv6FlowLabel),
        ip6s().map(Criteria::matchIPv6NDTargetAddress),
        macs().map(Criteria::matchIPv6NDSourceLinkLayerAddress),
        macs().map(Criteria::matchIPv6NDTargetLinkLayerAddress),
        labels().map(Criteria::matchMplsLabel),
        Arbitraries.bytes().between((byte) 0, (byte) 7).map(Criteria::matchMplsTc),
        Arbitraries.of(true, false).map(Criteria::matchMplsBos),
        Arbitraries.longs().map(Criteria::matchTunnelId),
        Arbitraries.integers().between(0, 0x1ff).map(Criteria::matchIPv6ExthdrFlags));
  }

  private static List<Arbitrary<Instruction>> actions() {
    return List.of(
        ports().map(Instructions::createOutput),
        Arbitraries.integers()
            .between(0, 0x7fffff00)
            .map(g -> Instructions.createGroup(new GroupId(g))),
        Arbitraries.longs().between(0, 0xfffffffeL).map(q -> Instructions.setQueue(q, null)),
        macs().map(Instructions::modL2Src),
        macs().map(Instructions::modL2Dst),
        vlans().map(Instructions::modVlanId),
        Arbitraries.bytes().between((byte) 0, (byte) 7).map(Instructions::modVlanPcp),
        labels().map(Instructions::modMplsLabel),
        Arbitraries.of(true, false).map(Instructions::modMplsBos),
        Arbitraries.longs().map(Instructions::modTunnelId),
        ip4s().map(Instructions::modL3Src),
        ip4s().map(Instructions::modL3Dst),
        ip6s().map(Instructions::modL3IPv6Src),
        ip6s().map(Instructions::modL3IPv6Dst),
        Arbitraries.integers().between(0, 0xfffff).map(Instructions::modL3IPv6FlowLabel),
        Arbitraries.bytes().between((byte) 0, (byte) 63).map(Instructions::modIpDscp),
        ip4s().map(Instructions::modArpSpa),
        ip4s().map(Instructions::modArpTpa),
        macs().map(Instructions::modArpSha),
        macs().map(Instructions::modArpTha),
        Arbitraries.shorts().between((short) 1, (short) 25).map(Instructions::modL3ArpOp),
        transport().map(Instructions::modTcpSrc),
        transport().map(Instructions::modTcpDst),
        transport().map(Instructions::modUdpSrc),
        transport().map(Instructions::modUdpDst),
        Arbitraries.of(0x8100, 0x88a8).map(type -> Instructions.pushVlan(new EthType(type))),
        Arbitraries.of(0x0800, 0x86dd).map(type -> Instructions.popMpls(new EthType(type))),
        Arbitraries.of(
            Instructions.popVlan(),
            Instructions.pushMpls(),
            Instructions.decMplsTtl(),
            Instructions.decNwTtl(),
            Instructions.copyTtlIn(),
            Instructions.copyTtlOut()));
  }

  private static Arbitrary<PortNumber> ports() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, 0xffffff00L).map(PortNumber::portNumber),
        Arbitraries.of(
            PortNumber.IN_PORT,
            PortNumber.TABLE,
            PortNumber.NORMAL,
            PortNumber.FLOOD,
            PortNumber.ALL,
            PortNumber.CONTROLLER,
            PortNumber.LOCAL));
  }

  private static Arbitrary<MacAddress> macs() {
    return Arbitraries.longs().between(0, 0xffffffffffffL).map(MacAddress::valueOf);
  }

  /** With some bits and not with all: those are no masks. */
  private static Arbitrary<MacAddress> masks() {
    return Arbitraries.longs().between(1, 0xfffffffffffeL).map(MacAddress::valueOf);
  }

  private static Arbitrary<VlanId> vlans() {
    return Arbitraries.shorts().between((short) 0, (short) 4095).map(VlanId::vlanId);
  }

  private static Arbitrary<Short> octets() {
    return Arbitraries.shorts().between((short) 0, (short) 255);
  }

  private static Arbitrary<TpPort> transport() {
    return Arbitraries.integers().between(0, 0xffff).map(TpPort::tpPort);
  }

  private static TpPort masked(TpPort port) {
    return TpPort.tpPort(port.toInt() & 0xff00);
  }

  private static Arbitrary<MplsLabel> labels() {
    return Arbitraries.integers().between(0, 0xfffff).map(MplsLabel::mplsLabel);
  }

  private static Arbitrary<Ip4Address> ip4s() {
    return Arbitraries.integers().map(Ip4Address::valueOf);
  }

  private static Arbitrary<Ip6Address> ip6s() {
    return Arbitraries.bytes().array(byte[].class).ofSize(16).map(Ip6Address::valueOf);
  }

  private static Arbitrary<IpPrefix> prefixes4() {
    return Combinators.combine(ip4s(), Arbitraries.integers().between(1, 32)).as(IpPrefix::valueOf);
  }

  private static Arbitrary<IpPrefix> prefixes6() {
    return Combinators.combine(ip6s(), Arbitraries.integers().between(1, 128))
        .as(IpPrefix::valueOf);
  }
}
