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

import static org.deskedge.testbed.onos.provider.codec.FieldCodec.exact;

import java.util.List;
import org.onlab.packet.TpPort;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.SctpPortCriterion;
import org.onosproject.net.flow.criteria.TcpPortCriterion;
import org.onosproject.net.flow.criteria.UdpPortCriterion;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.TransportPort;

/** Match fields of TCP, UDP and SCTP. */
final class TransportFields {

  static final List<FieldCodec<?, ?>> ALL =
      List.of(
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
                  (v, m) -> Criteria.matchSctpDstMasked(port(v), port(m))));

  private TransportFields() {}

  static TransportPort port(TpPort port) {
    return TransportPort.of(port.toInt());
  }

  static TpPort port(TransportPort port) {
    return TpPort.tpPort(port.getPort());
  }
}
