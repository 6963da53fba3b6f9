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
package org.deskedge.callcontrol.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.deskedge.api.admission.AdmissionControl;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.call.CallService;
import org.deskedge.api.control.ControlChannel;
import org.deskedge.api.control.ControlChannelAcceptor;
import org.deskedge.api.control.ControlChannelListener;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.voip.VoipChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Answers the desktop agents of every session and runs their calls. A changed configuration starts
 * it anew.
 */
@Component(
    configurationPid = CallControlSettings.PID,
    service = {ControlChannelAcceptor.class, CallService.class})
public final class CallControl implements ControlChannelAcceptor, CallService {

  private final CallControlSettings settings;
  private final MediaRelay relay;
  private final CallTable table;
  private final AgentDirectory agents = new AgentDirectory();
  private final AtomicReference<AdmissionControl> admission =
      new AtomicReference<>(AdmissionControl.OPEN);

  /**
   * Starts call control.
   *
   * @throws org.deskedge.api.config.InvalidConfigurationException naming everything that is wrong
   */
  @Activate
  public CallControl(@Reference MediaRelay relay, Map<String, Object> properties) {
    this.settings = CallControlSettings.read(properties);
    this.relay = relay;
    this.table = new CallTable(settings.callsLimit());
  }

  /** Takes note of who says whether calls may begin. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbindAdmission")
  void bindAdmission(AdmissionControl control) {
    admission.set(control);
  }

  void unbindAdmission(AdmissionControl control) {
    admission.compareAndSet(control, AdmissionControl.OPEN);
  }

  /** Says BYE to every agent and gives back everything their calls hold before it returns. */
  @Deactivate
  void stop() {
    agents.stop();
  }

  @Override
  public String channelName() {
    return VoipChannel.NAME;
  }

  @Override
  public ControlChannelListener accept(DesktopSession session, ControlChannel channel) {
    AgentChannel agent =
        new AgentChannel(
            session,
            channel,
            settings,
            relay,
            table,
            agents,
            () -> admission.get().refusalOfCall());
    agent.start();
    return agent;
  }

  @Override
  public List<CallInfo> calls() {
    return table.calls();
  }

  @Override
  public CallCounters counters() {
    return table.counters();
  }
}
