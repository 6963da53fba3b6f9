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
package org.deskedge.onos.internal.sync;

import static org.deskedge.onos.internal.sync.RuleProperties.TABLE;
import static org.deskedge.onos.internal.sync.RuleProperties.TABLE_DEFAULT;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.internal.config.IntProperty;
import org.deskedge.onos.internal.probe.SessionSource;
import org.deskedge.onos.internal.store.App;
import org.deskedge.onos.internal.store.ConfigListener;
import org.deskedge.onos.internal.store.ConfigStore;
import org.deskedge.onos.internal.store.Snapshot;
import org.deskedge.onos.internal.store.StatusListener;
import org.deskedge.onos.internal.store.StatusStore;
import org.onosproject.app.ApplicationService;
import org.onosproject.cfg.ComponentConfigService;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.mastership.MastershipEvent;
import org.onosproject.mastership.MastershipListener;
import org.onosproject.mastership.MastershipService;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.FlowRuleService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of all that rules depend on, and has the devices of which this node is master updated. */
@Component(
    service = RuleSynchroniser.class,
    immediate = true,
    property = TABLE + ":Integer=" + TABLE_DEFAULT)
public final class RuleSynchroniser implements ConfigListener, StatusListener {

  private static final Logger LOG = LoggerFactory.getLogger(RuleSynchroniser.class);

  /** What ONOS calls OpenFlow 1.0. */
  private static final String OLD_OPENFLOW = "OF_10";

  private final ConfigStore config;
  private final StatusStore status;
  private final FlowRuleService flows;
  private final DeviceService devices;
  private final MastershipService mastership;
  private final ComponentConfigService properties;
  private final ApplicationService applications;
  private final BundleContext context;
  private final ApplicationId app;
  private final RuleWorker worker;
  private final DeviceListener deviceListener = this::deviceChanged;
  private final MastershipListener mastershipListener = this::masterChanged;
  private final ScheduledFuture<?> reconciliation;

  private volatile int table = TABLE_DEFAULT;

  /** Starts, with all devices that are there. */
  @Activate
  public RuleSynchroniser(
      @Reference ConfigStore config,
      @Reference StatusStore status,
      @Reference SessionSource sessions,
      @Reference FlowRuleService flows,
      @Reference DeviceService devices,
      @Reference MastershipService mastership,
      @Reference CoreService core,
      @Reference ComponentConfigService properties,
      @Reference ApplicationService applications,
      BundleContext context,
      Map<String, ?> values) {
    this.config = config;
    this.status = status;
    this.flows = flows;
    this.devices = devices;
    this.mastership = mastership;
    this.properties = properties;
    this.applications = applications;
    this.context = context;
    this.app = core.registerApplication(App.NAME);
    properties.registerProperties(RuleSynchroniser.class);
    table = IntProperty.read(values, TABLE, table, 0, 254);
    worker =
        new RuleWorker(
            config,
            status,
            sessions,
            new DeviceFlows(flows, app),
            app,
            () -> table,
            device -> devices.isAvailable(device) && mastership.isLocalMaster(device),
            this::inability);
    config.addListener(this);
    status.addListener(this);
    devices.addListener(deviceListener);
    mastership.addListener(mastershipListener);
    allDevices();
    reconciliation = worker.repeat(this::allDevices);
  }

  /** Takes over properties; another table means other rules. */
  @Modified
  public void modified(Map<String, ?> values) {
    table = IntProperty.read(values, TABLE, table, 0, 254);
    allDevices();
  }

  /** Ends; whether rules stay depends on why, see {@link Ending}. */
  @Deactivate
  public void deactivate() {
    reconciliation.cancel(false);
    devices.removeListener(deviceListener);
    mastership.removeListener(mastershipListener);
    status.removeListener(this);
    config.removeListener(this);
    properties.unregisterProperties(RuleSynchroniser.class, false);
    worker.close();
    Ending ending = Ending.of(context, applications);
    LOG.info("Rule synchroniser ends: {}", ending);
    if (ending != Ending.PAUSE) {
      flows.removeFlowRulesById(app);
      status.clear();
    }
    if (ending == Ending.DEACTIVATED) {
      config.park();
    } else if (ending == Ending.UNINSTALLED) {
      config.clear();
    }
  }

  /** Matches on ports of the transport layer over IPv6, and tables, came with later versions. */
  private Optional<String> inability(DeviceId device) {
    return Optional.ofNullable(devices.getDevice(device))
        .map(known -> known.annotations().value(AnnotationKeys.PROTOCOL))
        .filter(OLD_OPENFLOW::equals)
        .map(version -> "the switch speaks OpenFlow 1.0; redirecting needs OpenFlow 1.3");
  }

  private void allDevices() {
    for (Device device : devices.getDevices()) {
      if (devices.isAvailable(device.id())) {
        worker.update(device.id(), false);
      }
    }
  }

  private void deviceChanged(DeviceEvent event) {
    DeviceId device = event.subject().id();
    switch (event.type()) {
      case DEVICE_ADDED:
      case DEVICE_AVAILABILITY_CHANGED:
        if (devices.isAvailable(device)) {
          // It may have been restarted and lost what ONOS still takes for present.
          worker.update(device, true);
        } else {
          worker.lost(device);
        }
        break;
      case DEVICE_REMOVED:
        worker.lost(device);
        break;
      default:
        break;
    }
  }

  private void masterChanged(MastershipEvent event) {
    if (event.type() == MastershipEvent.Type.MASTER_CHANGED
        && mastership.isLocalMaster(event.subject())) {
      worker.update(event.subject(), false);
    }
  }

  @Override
  public void changed(Snapshot before, Snapshot after) {
    allDevices();
  }

  @Override
  public void edgeChanged(EdgeId edge, EdgeStatus before, EdgeStatus after) {
    if (before == null || before.state() != after.state()) {
      allDevices();
    }
  }

  @Override
  public void sessionsChanged(EdgeId edge) {
    allDevices();
  }
}
