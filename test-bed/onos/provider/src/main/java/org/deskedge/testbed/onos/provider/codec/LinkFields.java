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
import static org.deskedge.testbed.onos.provider.codec.Addresses.mac;
import static org.deskedge.testbed.onos.provider.codec.FieldCodec.exact;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.onlab.packet.EthType;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.VlanId;
import org.onosproject.net.flow.criteria.ArpHaCriterion;
import org.onosproject.net.flow.criteria.ArpOpCriterion;
import org.onosproject.net.flow.criteria.ArpPaCriterion;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.MplsBosCriterion;
import org.onosproject.net.flow.criteria.MplsCriterion;
import org.onosproject.net.flow.criteria.MplsTcCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.TunnelIdCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;
import org.onosproject.net.flow.criteria.VlanPcpCriterion;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.OFBooleanValue;
import org.projectfloodlight.openflow.types.OFMetadata;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.U32;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.U8;
import org.projectfloodlight.openflow.types.VlanPcp;

/** Match fields of ports, Ethernet, VLAN, MPLS and ARP. */
final class LinkFields {

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

  private LinkFields() {}

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
