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

import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowSwitchListener;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFPortStatus;

/** A listener that leaves out what it does not want to hear. */
abstract class SwitchListenerAdapter implements OpenFlowSwitchListener {

  @Override
  public void switchAdded(Dpid dpid) {}

  @Override
  public void switchRemoved(Dpid dpid) {}

  @Override
  public void switchChanged(Dpid dpid) {}

  @Override
  public void portChanged(Dpid dpid, OFPortStatus status) {}

  @Override
  public void receivedRoleReply(Dpid dpid, RoleState requested, RoleState response) {}
}
