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

import org.deskedge.onos.Edge;
import org.deskedge.onos.VoiceMarking;
import org.onlab.packet.EthType;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.TpPort;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/** Makes the flow rules of one device; knows ONOS's builders and no policy. */
final class RuleFactory {

  private final ApplicationId app;
  private final DeviceId device;
  private final int table;

  RuleFactory(ApplicationId app, DeviceId device, int table) {
    this.app = app;
    this.device = device;
    this.table = table;
  }

  FlowRule rule(int priority, TrafficSelector.Builder selector, TrafficTreatment treatment) {
    return DefaultFlowRule.builder()
        .fromApp(app)
        .forDevice(device)
        .forTable(table)
        .withPriority(priority)
        .withSelector(selector.build())
        .withTreatment(treatment)
        .makePermanent()
        .build();
  }

  /**
   * Sends to an edge: at its own switch out of its port, elsewhere on to its address, by the
   * branch's layer 2. That is all the same for an edge that lies behind several switches.
   */
  TrafficTreatment toEdge(Edge edge) {
    boolean here = edge.attachment().deviceId().equals(device);
    return DefaultTrafficTreatment.builder()
        .setEthDst(edge.mac())
        .setOutput(here ? edge.attachment().port() : PortNumber.NORMAL)
        .build();
  }

  /** What comes from an edge: at its own switch by port, elsewhere by its address. */
  TrafficSelector.Builder fromEdge(Edge edge, IpAddress.Version family) {
    boolean here = edge.attachment().deviceId().equals(device);
    return here
        ? ip(family).matchInPort(edge.attachment().port())
        : ip(family).matchEthSrc(edge.mac());
  }

  static TrafficTreatment normal() {
    return DefaultTrafficTreatment.builder().setOutput(PortNumber.NORMAL).build();
  }

  static TrafficTreatment drop() {
    return DefaultTrafficTreatment.builder().drop().build();
  }

  static TrafficTreatment voice(VoiceMarking marking) {
    TrafficTreatment.Builder treatment =
        DefaultTrafficTreatment.builder().setIpDscp((byte) marking.dscp());
    marking.queue().ifPresent(treatment::setQueue);
    return treatment.setOutput(PortNumber.NORMAL).build();
  }

  static TrafficSelector.Builder ip(IpAddress.Version family) {
    EthType.EtherType type =
        family == IpAddress.Version.INET ? EthType.EtherType.IPV4 : EthType.EtherType.IPV6;
    return DefaultTrafficSelector.builder().matchEthType(type.ethType().toShort());
  }

  static TrafficSelector.Builder tcp(TrafficSelector.Builder selector) {
    return selector.matchIPProtocol(IPv4.PROTOCOL_TCP);
  }

  static TrafficSelector.Builder udp(TrafficSelector.Builder selector) {
    return selector.matchIPProtocol(IPv4.PROTOCOL_UDP);
  }

  static TpPort port(int number) {
    return TpPort.tpPort(number);
  }

  /** A prefix of length 0 is left out: switches report no such match, and it matches all anyway. */
  static TrafficSelector.Builder source(TrafficSelector.Builder selector, IpPrefix prefix) {
    if (prefix.prefixLength() == 0) {
      return selector;
    }
    return prefix.isIp4() ? selector.matchIPSrc(prefix) : selector.matchIPv6Src(prefix);
  }

  /** A prefix of length 0 is left out, as in {@link #source}. */
  static TrafficSelector.Builder destination(TrafficSelector.Builder selector, IpPrefix prefix) {
    if (prefix.prefixLength() == 0) {
      return selector;
    }
    return prefix.isIp4() ? selector.matchIPDst(prefix) : selector.matchIPv6Dst(prefix);
  }
}
