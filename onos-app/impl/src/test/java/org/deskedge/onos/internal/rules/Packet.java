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
package org.deskedge.onos.internal.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.TcpPortCriterion;
import org.onosproject.net.flow.criteria.UdpPortCriterion;

/** A packet, and the rule a switch would apply to it: what the tests reason by. */
record Packet(
    long inPort, MacAddress from, String src, String dst, int protocol, int srcPort, int dstPort) {

  private static final MacAddress SOMEBODY = MacAddress.valueOf("02:00:00:00:99:99");

  static Packet tcp(String src, int srcPort, String dst, int dstPort) {
    return new Packet(1, SOMEBODY, src, dst, 6, srcPort, dstPort);
  }

  static Packet udp(String src, int srcPort, String dst, int dstPort) {
    return new Packet(1, SOMEBODY, src, dst, 17, srcPort, dstPort);
  }

  Packet at(long port) {
    return new Packet(port, from, src, dst, protocol, srcPort, dstPort);
  }

  Packet sentBy(MacAddress mac) {
    return new Packet(inPort, mac, src, dst, protocol, srcPort, dstPort);
  }

  /** What the switch does, in ONOS's words; empty if no rule matches. */
  String treatedBy(Set<FlowRule> rules) {
    Optional<FlowRule> rule =
        rules.stream().filter(this::matches).max(Comparator.comparingInt(FlowRule::priority));
    return rule.map(r -> r.treatment().allInstructions().toString()).orElse("");
  }

  /** Rules that match at the highest priority: more than one would leave it to the switch. */
  List<FlowRule> winners(Set<FlowRule> rules) {
    List<FlowRule> matching = rules.stream().filter(this::matches).toList();
    int top = matching.stream().mapToInt(FlowRule::priority).max().orElse(0);
    return matching.stream().filter(rule -> rule.priority() == top).toList();
  }

  private boolean matches(FlowRule rule) {
    return rule.selector().criteria().stream().allMatch(this::meets);
  }

  private boolean meets(Criterion criterion) {
    return switch (criterion.type()) {
      case IN_PORT -> ((PortCriterion) criterion).port().toLong() == inPort;
      case ETH_SRC -> ((EthCriterion) criterion).mac().equals(from);
      case ETH_TYPE ->
          ((EthTypeCriterion) criterion).ethType().toShort()
              == (short) (src.contains(":") ? 0x86dd : 0x0800);
      case IP_PROTO -> ((IPProtocolCriterion) criterion).protocol() == protocol;
      case IPV4_SRC, IPV6_SRC -> ((IPCriterion) criterion).ip().contains(IpAddress.valueOf(src));
      case IPV4_DST, IPV6_DST -> ((IPCriterion) criterion).ip().contains(IpAddress.valueOf(dst));
      case TCP_SRC -> ((TcpPortCriterion) criterion).tcpPort().toInt() == srcPort;
      case TCP_DST -> ((TcpPortCriterion) criterion).tcpPort().toInt() == dstPort;
      case UDP_SRC -> ((UdpPortCriterion) criterion).udpPort().toInt() == srcPort;
      case UDP_DST -> ((UdpPortCriterion) criterion).udpPort().toInt() == dstPort;
      default -> throw new AssertionError("a match nobody expects: " + criterion);
    };
  }
}
