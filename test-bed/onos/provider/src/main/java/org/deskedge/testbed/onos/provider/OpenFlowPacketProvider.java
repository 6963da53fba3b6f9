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
import org.deskedge.testbed.onos.provider.codec.ActionEncoder;
import org.deskedge.testbed.onos.provider.codec.CodecException;
import org.deskedge.testbed.onos.provider.codec.Ports;
import org.onlab.packet.Ethernet;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.packet.DefaultInboundPacket;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.DefaultPacketContext;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.net.packet.PacketProvider;
import org.onosproject.net.packet.PacketProviderRegistry;
import org.onosproject.net.packet.PacketProviderService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowPacketContext;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.PacketListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings packets from the switches to ONOS, and from ONOS to the switches. */
@Component(service = {})
public final class OpenFlowPacketProvider extends AbstractProvider implements PacketProvider {

  private static final Logger log = LoggerFactory.getLogger(OpenFlowPacketProvider.class);

  private static final int ORDER = 20;

  private final PacketListener listener = this::received;
  private final OpenFlowController controller;
  private final PacketProviderRegistry registry;
  private final PacketProviderService service;

  /** Packets come from now on. */
  @Activate
  public OpenFlowPacketProvider(
      @Reference OpenFlowController controller, @Reference PacketProviderRegistry registry) {
    super(Switches.PROVIDER);
    this.controller = controller;
    this.registry = registry;
    service = registry.register(this);
    controller.addPacketListener(ORDER, listener);
  }

  /** No packets any more. */
  @Deactivate
  public void deactivate() {
    controller.removePacketListener(listener);
    registry.unregister(this);
  }

  @Override
  public void emit(OutboundPacket packet) {
    OpenFlowSwitch known = controller.getSwitch(Switches.dpid(packet.sendThrough()));
    if (known == null) {
      log.debug("Packet dropped: {} is not connected", packet.sendThrough());
      return;
    }
    try {
      known.sendMsg(
          known
              .factory()
              .buildPacketOut()
              .setBufferId(OFBufferId.NO_BUFFER)
              .setInPort(inPort(packet.inPort()))
              .setActions(
                  ActionEncoder.encode(packet.treatment().allInstructions(), known.factory()))
              .setData(bytes(packet.data()))
              .build());
    } catch (CodecException e) {
      log.warn("Packet for {} dropped: {}", packet.sendThrough(), e.getMessage());
    }
  }

  private void received(OpenFlowPacketContext packet) {
    Ethernet parsed = packet.parsed();
    if (parsed == null) {
      // Applications rely on a packet they can read; the controller has logged this one.
      return;
    }
    DeviceId device = Switches.device(packet.dpid());
    PortNumber port = Ports.decode(OFPort.ofInt(packet.inPort()));
    InboundPacket in =
        new DefaultInboundPacket(
            new ConnectPoint(device, port),
            parsed,
            ByteBuffer.wrap(packet.unparsed()),
            packet.cookie());
    OutboundPacket out =
        new DefaultOutboundPacket(device, null, ByteBuffer.wrap(packet.unparsed()), port);
    service.processPacket(new Context(in, out, packet.isHandled()));
  }

  // OFPP_CONTROLLER stands for a packet that came in nowhere (OpenFlow 1.3, 7.3.7).
  private static OFPort inPort(PortNumber port) {
    return port == null ? OFPort.CONTROLLER : Ports.encode(port);
  }

  private static byte[] bytes(ByteBuffer data) {
    ByteBuffer copy = data.duplicate();
    copy.rewind();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return bytes;
  }

  /** A packet that applications deal with one after another, the first to send it last. */
  private final class Context extends DefaultPacketContext {

    private final OutboundPacket out;

    Context(InboundPacket in, OutboundPacket out, boolean handled) {
      super(System.currentTimeMillis(), in, out, handled);
      this.out = out;
    }

    @Override
    public void send() {
      if (block()) {
        log.debug("A packet of {} was sent already", out.sendThrough());
        return;
      }
      emit(
          new DefaultOutboundPacket(
              out.sendThrough(), treatmentBuilder().build(), out.data(), out.inPort()));
    }
  }
}
