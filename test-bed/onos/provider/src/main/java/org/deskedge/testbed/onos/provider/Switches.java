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

import org.onosproject.net.DeviceId;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.projectfloodlight.openflow.protocol.OFVersion;

/** How ONOS names OpenFlow switches. */
final class Switches {

  /** Scheme of the device ids, and what ONOS finds the providers by. */
  static final String SCHEME = "of";

  /** The providers of this bundle. */
  static final ProviderId PROVIDER =
      new ProviderId(SCHEME, "org.deskedge.testbed.onos.provider.openflow");

  private Switches() {}

  static DeviceId device(Dpid dpid) {
    return DeviceId.deviceId(Dpid.uri(dpid));
  }

  static Dpid dpid(DeviceId device) {
    return Dpid.dpid(device.uri());
  }

  /**
   * Whether a switch has no OpenFlow 1.3: it is known to ONOS, and nothing more is done with it.
   */
  static boolean isTooOld(OpenFlowSwitch known) {
    return known.factory().getVersion().compareTo(OFVersion.OF_13) < 0;
  }
}
