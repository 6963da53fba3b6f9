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

import java.time.Duration;
import java.util.Set;
import org.deskedge.testbed.onos.provider.codec.Ports;
import org.onlab.packet.ChassisId;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.DefaultAnnotations;
import org.onosproject.net.DeviceId;
import org.onosproject.net.MastershipRole;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DefaultDeviceDescription;
import org.onosproject.net.device.DeviceDescription;
import org.onosproject.net.device.DeviceProvider;
import org.onosproject.net.device.DeviceProviderRegistry;
import org.onosproject.net.device.DeviceProviderService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.RoleState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortStatsReply;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.types.OFPort;

/** Tells ONOS which switches there are, who is their master, and how their ports do. */
@Component(
    service = {},
    configurationPid = "org.deskedge.testbed.onos.provider.devices")
public final class OpenFlowDeviceProvider extends AbstractProvider implements DeviceProvider {

  /** Its configuration. */
  @interface Config {
    /** Time between two questions for the port counters, in seconds, 1 to 3600. */
    int port_statistics_seconds() default 5;
  }

  private final Listener listener = new Listener();
  private final OpenFlowEventListener events = this::received;
  private final OpenFlowController controller;
  private final DeviceProviderRegistry registry;
  private final DeviceProviderService service;
  private final SwitchPoller portStatistics;

  /** Takes over the switches that are connected already. */
  @Activate
  public OpenFlowDeviceProvider(
      @Reference OpenFlowController controller,
      @Reference DeviceProviderRegistry registry,
      Config config) {
    super(Switches.PROVIDER);
    this.controller = controller;
    this.registry = registry;
    Duration interval =
        Seconds.of("port.statistics.seconds", config.port_statistics_seconds(), 1, 3600);
    portStatistics =
        new SwitchPoller("openflow-port-statistics", Duration.ZERO, interval, this::poll);
    service = registry.register(this);
    controller.addListener(listener);
    controller.addEventListener(events);
    controller.getSwitches().forEach(known -> listener.switchAdded(known.getDpid()));
  }

  /** Lets go of the switches; ONOS regards them as gone. */
  @Deactivate
  public void deactivate() {
    portStatistics.close();
    controller.removeEventListener(events);
    controller.removeListener(listener);
    controller
        .getSwitches()
        .forEach(known -> service.deviceDisconnected(Switches.device(known.getDpid())));
    registry.unregister(this);
  }

  @Override
  public void triggerProbe(DeviceId device) {
    // A switch is known by its connection alone.
  }

  @Override
  public void roleChanged(DeviceId device, MastershipRole role) {
    Dpid dpid = Switches.dpid(device);
    OpenFlowSwitch known = controller.getSwitch(dpid);
    if (known != null && Switches.isTooOld(known)) {
      // It knows no roles: whoever it is connected to is its master.
      service.receivedRoleReply(device, role, role);
      return;
    }
    switch (role) {
      case MASTER:
        controller.setRole(dpid, RoleState.MASTER);
        break;
      case STANDBY:
        controller.setRole(dpid, RoleState.EQUAL);
        break;
      default:
        controller.setRole(dpid, RoleState.SLAVE);
        break;
    }
  }

  @Override
  public boolean isReachable(DeviceId device) {
    OpenFlowSwitch known = controller.getSwitch(Switches.dpid(device));
    return known != null && known.isConnected();
  }

  @Override
  public void changePortState(DeviceId device, PortNumber port, boolean enable) {
    OpenFlowSwitch known = controller.getSwitch(Switches.dpid(device));
    if (known == null) {
      return;
    }
    OFPort number = Ports.encode(port);
    for (OFPortDesc description : known.getPorts()) {
      if (description.getPortNo().equals(number)) {
        known.sendMsg(
            known
                .factory()
                .buildPortMod()
                .setPortNo(number)
                .setHwAddr(description.getHwAddr())
                .setConfig(enable ? Set.of() : Set.of(OFPortConfig.PORT_DOWN))
                .setMask(Set.of(OFPortConfig.PORT_DOWN))
                .build());
      }
    }
  }

  @Override
  public void triggerDisconnect(DeviceId device) {
    OpenFlowSwitch known = controller.getSwitch(Switches.dpid(device));
    if (known != null) {
      known.disconnectSwitch();
    }
  }

  private void poll(Dpid dpid) {
    OpenFlowSwitch known = controller.getSwitch(dpid);
    if (known != null && known.getRole() == RoleState.MASTER && !Switches.isTooOld(known)) {
      known.sendMsg(known.factory().buildPortStatsRequest().setPortNo(OFPort.ANY).build());
    }
  }

  private void received(Dpid dpid, OFMessage message) {
    if (message instanceof OFPortStatsReply) {
      DeviceId device = Switches.device(dpid);
      service.updatePortStatistics(
          device, PortReader.read(device, ((OFPortStatsReply) message).getEntries()));
    }
  }

  private static DeviceDescription description(OpenFlowSwitch known) {
    String channel = known.channelId();
    return new DefaultDeviceDescription(
        Dpid.uri(known.getDpid()),
        known.deviceType(),
        known.manufacturerDescription(),
        known.hardwareDescription(),
        known.softwareDescription(),
        known.serialNumber(),
        new ChassisId(known.getId()),
        DefaultAnnotations.builder()
            .set(AnnotationKeys.PROTOCOL, known.factory().getVersion().toString())
            .set(AnnotationKeys.CHANNEL_ID, channel)
            .set(
                AnnotationKeys.MANAGEMENT_ADDRESS,
                channel.substring(0, Math.max(0, channel.lastIndexOf(':'))))
            .build());
  }

  private static MastershipRole role(RoleState state) {
    switch (state) {
      case MASTER:
        return MastershipRole.MASTER;
      case EQUAL:
        return MastershipRole.STANDBY;
      default:
        return MastershipRole.NONE;
    }
  }

  private final class Listener extends SwitchListenerAdapter {

    @Override
    public void switchAdded(Dpid dpid) {
      OpenFlowSwitch known = controller.getSwitch(dpid);
      if (known == null) {
        return;
      }
      DeviceId device = Switches.device(dpid);
      service.deviceConnected(device, description(known));
      service.updatePorts(device, PortReader.read(known.getPorts()));
      portStatistics.start(dpid);
    }

    @Override
    public void switchRemoved(Dpid dpid) {
      portStatistics.stop(dpid);
      service.deviceDisconnected(Switches.device(dpid));
    }

    @Override
    public void switchChanged(Dpid dpid) {
      OpenFlowSwitch known = controller.getSwitch(dpid);
      if (known != null) {
        service.updatePorts(Switches.device(dpid), PortReader.read(known.getPorts()));
      }
    }

    @Override
    public void portChanged(Dpid dpid, OFPortStatus status) {
      service.portStatusChanged(Switches.device(dpid), PortReader.read(status));
    }

    @Override
    public void receivedRoleReply(Dpid dpid, RoleState requested, RoleState response) {
      service.receivedRoleReply(Switches.device(dpid), role(requested), role(response));
    }
  }
}
