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
import static org.deskedge.testbed.onos.provider.codec.FieldCodec.exact;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.onlab.packet.EthType;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosproject.net.flow.criteria.ArpHaCriterion;
import org.onosproject.net.flow.criteria.ArpOpCriterion;
import org.onosproject.net.flow.criteria.ArpPaCriterion;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.IPDscpCriterion;
import org.onosproject.net.flow.criteria.IPEcnCriterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;
import org.onosproject.net.flow.criteria.IPv6ExthdrFlagsCriterion;
import org.onosproject.net.flow.criteria.IPv6FlowLabelCriterion;
import org.onosproject.net.flow.criteria.IPv6NDLinkLayerAddressCriterion;
import org.onosproject.net.flow.criteria.IPv6NDTargetAddressCriterion;
import org.onosproject.net.flow.criteria.IcmpCodeCriterion;
import org.onosproject.net.flow.criteria.IcmpTypeCriterion;
import org.onosproject.net.flow.criteria.Icmpv6CodeCriterion;
import org.onosproject.net.flow.criteria.Icmpv6TypeCriterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.MplsBosCriterion;
import org.onosproject.net.flow.criteria.MplsCriterion;
import org.onosproject.net.flow.criteria.MplsTcCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.SctpPortCriterion;
import org.onosproject.net.flow.criteria.TcpPortCriterion;
import org.onosproject.net.flow.criteria.TunnelIdCriterion;
import org.onosproject.net.flow.criteria.UdpPortCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;
import org.onosproject.net.flow.criteria.VlanPcpCriterion;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.ICMPv4Code;
import org.projectfloodlight.openflow.types.ICMPv4Type;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.IPv6FlowLabel;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.IpEcn;
import org.projectfloodlight.openflow.types.IpProtocol;
import org.projectfloodlight.openflow.types.OFBooleanValue;
import org.projectfloodlight.openflow.types.OFMetadata;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.TransportPort;
import org.projectfloodlight.openflow.types.U16;
import org.projectfloodlight.openflow.types.U32;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.U8;
import org.projectfloodlight.openflow.types.VlanPcp;

/** Every match field that both ONOS and OpenFlow 1.3 have. */
final class MatchFields {

  static final List<FieldCodec<?, ?>> ALL =
      List.of(
          exact(
              MatchField.IN_PORT,
              Criterion.Type.IN_PORT,
              PortCriterion.class,
              c -> Ports.encode(c.port()),
              v -> Criteria.matchInPort(Ports.decode(v))),
          exact(
              MatchField.IN_PHY_PORT,
              Criterion.Type.IN_PHY_PORT,
              PortCriterion.class,
              c -> Ports.encode(c.port()),
              v -> Criteria.matchInPhyPort(Ports.decode(v))),
          exact(
              MatchField.METADATA,
              Criterion.Type.METADATA,
              MetadataCriterion.class,
              c -> OFMetadata.ofRaw(c.metadata()),
              v -> Criteria.matchMetadata(v.getValue().getValue())),
          eth(
              MatchField.ETH_DST,
              Criterion.Type.ETH_DST,
              Criteria::matchEthDst,
              Criterion.Type.ETH_DST_MASKED,
              Criteria::matchEthDstMasked),
          eth(
              MatchField.ETH_SRC,
              Criterion.Type.ETH_SRC,
              Criteria::matchEthSrc,
              Criterion.Type.ETH_SRC_MASKED,
              Criteria::matchEthSrcMasked),
          exact(
              MatchField.ETH_TYPE,
              Criterion.Type.ETH_TYPE,
              EthTypeCriterion.class,
              c -> type(c.ethType()),
              v -> Criteria.matchEthType(type(v))),
          vlan(),
          exact(
              MatchField.VLAN_PCP,
              Criterion.Type.VLAN_PCP,
              VlanPcpCriterion.class,
              c -> VlanPcp.of(c.priority()),
              v -> Criteria.matchVlanPcp(v.getValue())),
          exact(
              MatchField.IP_DSCP,
              Criterion.Type.IP_DSCP,
              IPDscpCriterion.class,
              c -> IpDscp.of(c.ipDscp()),
              v -> Criteria.matchIPDscp(v.getDscpValue())),
          exact(
              MatchField.IP_ECN,
              Criterion.Type.IP_ECN,
              IPEcnCriterion.class,
              c -> IpEcn.of(c.ipEcn()),
              v -> Criteria.matchIPEcn(v.getEcnValue())),
          exact(
              MatchField.IP_PROTO,
              Criterion.Type.IP_PROTO,
              IPProtocolCriterion.class,
              c -> IpProtocol.of(c.protocol()),
              v -> Criteria.matchIPProtocol(v.getIpProtocolNumber())),
          prefix4(MatchField.IPV4_SRC, Criterion.Type.IPV4_SRC, Criteria::matchIPSrc),
          prefix4(MatchField.IPV4_DST, Criterion.Type.IPV4_DST, Criteria::matchIPDst),
          prefix6(MatchField.IPV6_SRC, Criterion.Type.IPV6_SRC, Criteria::matchIPv6Src),
          prefix6(MatchField.IPV6_DST, Criterion.Type.IPV6_DST, Criteria::matchIPv6Dst),
          exact(
                  MatchField.TCP_SRC,
                  Criterion.Type.TCP_SRC,
                  TcpPortCriterion.class,
                  c -> port(c.tcpPort()),
                  v -> Criteria.matchTcpSrc(port(v)))
              .withMask(
                  Criterion.Type.TCP_SRC_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchTcpSrcMasked(port(v), port(m))),
          exact(
                  MatchField.TCP_DST,
                  Criterion.Type.TCP_DST,
                  TcpPortCriterion.class,
                  c -> port(c.tcpPort()),
                  v -> Criteria.matchTcpDst(port(v)))
              .withMask(
                  Criterion.Type.TCP_DST_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchTcpDstMasked(port(v), port(m))),
          exact(
                  MatchField.UDP_SRC,
                  Criterion.Type.UDP_SRC,
                  UdpPortCriterion.class,
                  c -> port(c.udpPort()),
                  v -> Criteria.matchUdpSrc(port(v)))
              .withMask(
                  Criterion.Type.UDP_SRC_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchUdpSrcMasked(port(v), port(m))),
          exact(
                  MatchField.UDP_DST,
                  Criterion.Type.UDP_DST,
                  UdpPortCriterion.class,
                  c -> port(c.udpPort()),
                  v -> Criteria.matchUdpDst(port(v)))
              .withMask(
                  Criterion.Type.UDP_DST_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchUdpDstMasked(port(v), port(m))),
          exact(
                  MatchField.SCTP_SRC,
                  Criterion.Type.SCTP_SRC,
                  SctpPortCriterion.class,
                  c -> port(c.sctpPort()),
                  v -> Criteria.matchSctpSrc(port(v)))
              .withMask(
                  Criterion.Type.SCTP_SRC_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchSctpSrcMasked(port(v), port(m))),
          exact(
                  MatchField.SCTP_DST,
                  Criterion.Type.SCTP_DST,
                  SctpPortCriterion.class,
                  c -> port(c.sctpPort()),
                  v -> Criteria.matchSctpDst(port(v)))
              .withMask(
                  Criterion.Type.SCTP_DST_MASKED,
                  c -> port(c.mask()),
                  (v, m) -> Criteria.matchSctpDstMasked(port(v), port(m))),
          exact(
              MatchField.ICMPV4_TYPE,
              Criterion.Type.ICMPV4_TYPE,
              IcmpTypeCriterion.class,
              c -> ICMPv4Type.of(c.icmpType()),
              v -> Criteria.matchIcmpType(v.getType())),
          exact(
              MatchField.ICMPV4_CODE,
              Criterion.Type.ICMPV4_CODE,
              IcmpCodeCriterion.class,
              c -> ICMPv4Code.of(c.icmpCode()),
              v -> Criteria.matchIcmpCode(v.getCode())),
          exact(
              MatchField.ICMPV6_TYPE,
              Criterion.Type.ICMPV6_TYPE,
              Icmpv6TypeCriterion.class,
              c -> U8.of(c.icmpv6Type()),
              v -> Criteria.matchIcmpv6Type(v.getValue())),
          exact(
              MatchField.ICMPV6_CODE,
              Criterion.Type.ICMPV6_CODE,
              Icmpv6CodeCriterion.class,
              c -> U8.of(c.icmpv6Code()),
              v -> Criteria.matchIcmpv6Code(v.getValue())),
          exact(
              MatchField.ARP_OP,
              Criterion.Type.ARP_OP,
              ArpOpCriterion.class,
              c -> ArpOpcode.of(c.arpOp()),
              v -> Criteria.matchArpOp(v.getOpcode())),
          exact(
              MatchField.ARP_SPA,
              Criterion.Type.ARP_SPA,
              ArpPaCriterion.class,
              c -> ip4(c.ip()),
              v -> Criteria.matchArpSpa(ip4(v))),
          exact(
              MatchField.ARP_TPA,
              Criterion.Type.ARP_TPA,
              ArpPaCriterion.class,
              c -> ip4(c.ip()),
              v -> Criteria.matchArpTpa(ip4(v))),
          exact(
              MatchField.ARP_SHA,
              Criterion.Type.ARP_SHA,
              ArpHaCriterion.class,
              c -> mac(c.mac()),
              v -> Criteria.matchArpSha(mac(v))),
          exact(
              MatchField.ARP_THA,
              Criterion.Type.ARP_THA,
              ArpHaCriterion.class,
              c -> mac(c.mac()),
              v -> Criteria.matchArpTha(mac(v))),
          exact(
              MatchField.IPV6_FLABEL,
              Criterion.Type.IPV6_FLABEL,
              IPv6FlowLabelCriterion.class,
              c -> IPv6FlowLabel.of(c.flowLabel()),
              v -> Criteria.matchIPv6FlowLabel(v.getIPv6FlowLabelValue())),
          exact(
              MatchField.IPV6_ND_TARGET,
              Criterion.Type.IPV6_ND_TARGET,
              IPv6NDTargetAddressCriterion.class,
              c -> ip6(c.targetAddress()),
              v -> Criteria.matchIPv6NDTargetAddress(ip6(v))),
          exact(
              MatchField.IPV6_ND_SLL,
              Criterion.Type.IPV6_ND_SLL,
              IPv6NDLinkLayerAddressCriterion.class,
              c -> mac(c.mac()),
              v -> Criteria.matchIPv6NDSourceLinkLayerAddress(mac(v))),
          exact(
              MatchField.IPV6_ND_TLL,
              Criterion.Type.IPV6_ND_TLL,
              IPv6NDLinkLayerAddressCriterion.class,
              c -> mac(c.mac()),
              v -> Criteria.matchIPv6NDTargetLinkLayerAddress(mac(v))),
          exact(
              MatchField.IPV6_EXTHDR,
              Criterion.Type.IPV6_EXTHDR,
              IPv6ExthdrFlagsCriterion.class,
              c -> U16.of(c.exthdrFlags()),
              v -> Criteria.matchIPv6ExthdrFlags(v.getValue())),
          exact(
              MatchField.MPLS_LABEL,
              Criterion.Type.MPLS_LABEL,
              MplsCriterion.class,
              c -> U32.of(c.label().toInt()),
              v -> Criteria.matchMplsLabel(MplsLabel.mplsLabel((int) v.getValue()))),
          exact(
              MatchField.MPLS_TC,
              Criterion.Type.MPLS_TC,
              MplsTcCriterion.class,
              c -> U8.of(c.tc()),
              v -> Criteria.matchMplsTc((byte) v.getValue())),
          exact(
              MatchField.MPLS_BOS,
              Criterion.Type.MPLS_BOS,
              MplsBosCriterion.class,
              c -> OFBooleanValue.of(c.mplsBos()),
              v -> Criteria.matchMplsBos(v.getValue())),
          exact(
              MatchField.TUNNEL_ID,
              Criterion.Type.TUNNEL_ID,
              TunnelIdCriterion.class,
              c -> U64.of(c.tunnelId()),
              v -> Criteria.matchTunnelId(v.getValue())));

  private MatchFields() {}

  static TransportPort port(TpPort port) {
    return TransportPort.of(port.toInt());
  }

  static TpPort port(TransportPort port) {
    return TpPort.tpPort(port.getPort());
  }

  static org.projectfloodlight.openflow.types.EthType type(EthType type) {
    return org.projectfloodlight.openflow.types.EthType.of(Short.toUnsignedInt(type.toShort()));
  }

  static EthType type(org.projectfloodlight.openflow.types.EthType type) {
    return new EthType(type.getValue());
  }

  private static FieldCodec<EthCriterion, ?> eth(
      MatchField<org.projectfloodlight.openflow.types.MacAddress> field,
      Criterion.Type type,
      Function<MacAddress, Criterion> criterion,
      Criterion.Type maskedType,
      BiFunction<MacAddress, MacAddress, Criterion> maskedCriterion) {
    return exact(field, type, EthCriterion.class, c -> mac(c.mac()), v -> criterion.apply(mac(v)))
        .withMask(maskedType, c -> mac(c.mask()), (v, m) -> maskedCriterion.apply(mac(v), mac(m)));
  }

  private static FieldCodec<IPCriterion, IPv4Address> prefix4(
      MatchField<IPv4Address> field,
      Criterion.Type type,
      Function<org.onlab.packet.IpPrefix, Criterion> criterion) {
    return exact(
            field,
            type,
            IPCriterion.class,
            c -> ip4(c.ip().address()),
            v -> criterion.apply(Addresses.prefix(v, IPv4Address.NO_MASK)))
        .withMask(
            type, c -> Addresses.mask4(c.ip()), (v, m) -> criterion.apply(Addresses.prefix(v, m)));
  }

  private static FieldCodec<IPCriterion, IPv6Address> prefix6(
      MatchField<IPv6Address> field,
      Criterion.Type type,
      Function<org.onlab.packet.IpPrefix, Criterion> criterion) {
    return exact(
            field,
            type,
            IPCriterion.class,
            c -> ip6(c.ip().address()),
            v -> criterion.apply(Addresses.prefix(v, IPv6Address.NO_MASK)))
        .withMask(
            type, c -> Addresses.mask6(c.ip()), (v, m) -> criterion.apply(Addresses.prefix(v, m)));
  }

  /** Untagged is the value 0; any tag is the bit that says there is one, under itself as mask. */
  private static FieldCodec<VlanIdCriterion, ?> vlan() {
    return exact(
            MatchField.VLAN_VID,
            Criterion.Type.VLAN_VID,
            VlanIdCriterion.class,
            c -> vlan(c.vlanId()),
            v ->
                Criteria.matchVlanId(
                    v.isPresentBitSet() ? VlanId.vlanId(v.getVlan()) : VlanId.NONE))
        .withMask(
            Criterion.Type.VLAN_VID,
            c -> c.vlanId().equals(VlanId.ANY) ? OFVlanVidMatch.PRESENT : OFVlanVidMatch.NO_MASK,
            (v, m) -> anyVlan(v, m));
  }

  private static OFVlanVidMatch vlan(VlanId id) {
    if (id.equals(VlanId.ANY)) {
      return OFVlanVidMatch.PRESENT;
    }
    return id.equals(VlanId.NONE) ? OFVlanVidMatch.UNTAGGED : OFVlanVidMatch.ofVlan(id.toShort());
  }

  private static Criterion anyVlan(OFVlanVidMatch value, OFVlanVidMatch mask) {
    if (!value.equals(OFVlanVidMatch.PRESENT) || !mask.equals(OFVlanVidMatch.PRESENT)) {
      throw new IllegalArgumentException("vlan_vid under mask " + mask);
    }
    return Criteria.matchVlanId(VlanId.ANY);
  }
}
