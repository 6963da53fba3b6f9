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
package org.deskedge.onos.internal.store;

import java.util.stream.Collectors;
import org.deskedge.onos.InvalidFieldException;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceService;

/**
 * Whether ports that are named are there. A switch that ONOS has never seen may still come, with
 * any port.
 */
final class Ports {

  private final DeviceService devices;

  Ports(DeviceService devices) {
    this.devices = devices;
  }

  /** Refuses a port that its switch does not have. */
  void check(String field, ConnectPoint point) {
    if (devices.getDevice(point.deviceId()) == null || devices.getPort(point) != null) {
      return;
    }
    String there =
        devices.getPorts(point.deviceId()).stream()
            .map(Port::number)
            .filter(number -> !number.isLogical())
            .map(number -> Long.toString(number.toLong()))
            .collect(Collectors.joining(", "));
    throw new InvalidFieldException(
        field, point + " does not exist; ports of " + point.deviceId() + " are " + there);
  }
}
