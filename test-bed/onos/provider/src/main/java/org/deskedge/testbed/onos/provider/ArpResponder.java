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

import java.nio.ByteBuffer;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.MacAddress;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketPriority;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers ARP requests for one address, by way of the switch that a request comes in at: what an
 * application does with packets, and so what {@link OpenFlowPacketProvider} is seen to work by.
 * There only where it is configured.
 */
@Component(
    service = {},
    configurationPid = "org.deskedge.testbed.onos.provider.arp",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ArpResponder {

  /** Its configuration. */
  @interface Config {
    /** IPv4 address it answers for. */
    String address();

    /** Hardware address it tells. */
    String mac();
  }

  private static final String APPLICATION = "org.deskedge.test-bed.arp";

  private final PacketProcessor processor = this::process;
  private final PacketService packets;
  private final ApplicationId application;
  private final Ip4Address address;
  private final MacAddress mac;
  private final TrafficSelector requests;

  /** Asks all switches, present and future, for such requests. */
  @Activate
  public ArpResponder(
      @Reference PacketService packets, @Reference CoreService core, Config config) {
    this.packets = packets;
    address = Ip4Address.valueOf(config.address());
    mac = MacAddress.valueOf(config.mac());
    application = core.registerApplication(APPLICATION);
    requests =
        DefaultTrafficSelector.builder()
            .matchEthType(Ethernet.TYPE_ARP)
            .matchArpTpa(address)
            .build();
    packets.addProcessor(processor, PacketProcessor.director(1));
    packets.requestPackets(requests, PacketPriority.CONTROL, application);
  }

  /** Takes the flows back. */
  @Deactivate
  public void deactivate() {
    packets.cancelPackets(requests, PacketPriority.CONTROL, application);
    packets.removeProcessor(processor);
  }

  private void process(PacketContext context) {
    Ethernet frame = context.inPacket().parsed();
    if (context.isHandled() || !(frame.getPayload() instanceof ARP)) {
      return;
    }
    ARP request = (ARP) frame.getPayload();
    if (request.getOpCode() != ARP.OP_REQUEST
        || !address.equals(Ip4Address.valueOf(request.getTargetProtocolAddress()))) {
      return;
    }
    packets.emit(
        new DefaultOutboundPacket(
            context.inPacket().receivedFrom().deviceId(),
            DefaultTrafficTreatment.builder()
                .setOutput(context.inPacket().receivedFrom().port())
                .build(),
            ByteBuffer.wrap(ARP.buildArpReply(address, mac, frame).serialize())));
    context.block();
  }
}
