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
package org.deskedge.testbed.onos.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deskedge.testbed.onos.provider.codec.Ports;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.DefaultAnnotations;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.device.DefaultPortDescription;
import org.onosproject.net.device.DefaultPortStatistics;
import org.onosproject.net.device.PortDescription;
import org.onosproject.net.device.PortStatistics;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortState;
import org.projectfloodlight.openflow.protocol.OFPortStatsEntry;
import org.projectfloodlight.openflow.protocol.OFPortStatus;

/** What a switch says about its ports, as ONOS has them. */
final class PortReader {

  private static final long KILOBITS_PER_MEGABIT = 1000;

  private PortReader() {}

  static List<PortDescription> read(List<OFPortDesc> ports) {
    List<PortDescription> descriptions = new ArrayList<>(ports.size());
    ports.forEach(port -> descriptions.add(description(port, false)));
    return descriptions;
  }

  static PortDescription read(OFPortStatus status) {
    return description(status.getDesc(), status.getReason() == OFPortReason.DELETE);
  }

  static List<PortStatistics> read(DeviceId device, List<OFPortStatsEntry> entries) {
    List<PortStatistics> statistics = new ArrayList<>(entries.size());
    entries.forEach(entry -> statistics.add(statistics(device, entry)));
    return statistics;
  }

  private static PortDescription description(OFPortDesc port, boolean removed) {
    return DefaultPortDescription.builder()
        .withPortNumber(Ports.decode(port.getPortNo()))
        .isEnabled(isUp(port))
        .isRemoved(removed)
        .type(Port.Type.COPPER)
        .portSpeed(port.getCurrSpeed() / KILOBITS_PER_MEGABIT)
        .annotations(
            DefaultAnnotations.builder()
                .set(AnnotationKeys.PORT_NAME, port.getName())
                .set(AnnotationKeys.PORT_MAC, port.getHwAddr().toString())
                .build())
        .build();
  }

  private static boolean isUp(OFPortDesc port) {
    Set<OFPortState> state = port.getState();
    return !state.contains(OFPortState.LINK_DOWN)
        && !port.getConfig().contains(OFPortConfig.PORT_DOWN);
  }

  private static PortStatistics statistics(DeviceId device, OFPortStatsEntry entry) {
    return DefaultPortStatistics.builder()
        .setDeviceId(device)
        .setPort(Ports.decode(entry.getPortNo()))
        .setPacketsReceived(entry.getRxPackets().getValue())
        .setPacketsSent(entry.getTxPackets().getValue())
        .setBytesReceived(entry.getRxBytes().getValue())
        .setBytesSent(entry.getTxBytes().getValue())
        .setPacketsRxDropped(entry.getRxDropped().getValue())
        .setPacketsTxDropped(entry.getTxDropped().getValue())
        .setPacketsRxErrors(entry.getRxErrors().getValue())
        .setPacketsTxErrors(entry.getTxErrors().getValue())
        .setDurationSec(entry.getDurationSec())
        .setDurationNano(entry.getDurationNsec())
        .build();
  }
}
