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
import java.util.function.Function;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
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
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ICMPv4Code;
import org.projectfloodlight.openflow.types.ICMPv4Type;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.IPv6FlowLabel;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.IpEcn;
import org.projectfloodlight.openflow.types.IpProtocol;
import org.projectfloodlight.openflow.types.U16;
import org.projectfloodlight.openflow.types.U8;

/** Match fields of IP and ICMP. */
final class NetworkFields {

  static final List<FieldCodec<?, ?>> ALL =
      List.of(
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
              v -> Criteria.matchIPv6ExthdrFlags(v.getValue())));

  private NetworkFields() {}

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
}
