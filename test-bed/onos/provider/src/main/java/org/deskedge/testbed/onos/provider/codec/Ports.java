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
package org.deskedge.testbed.onos.provider.codec;

import org.onosproject.net.PortNumber;
import org.projectfloodlight.openflow.types.OFPort;

/**
 * Port numbers. OpenFlow has 32 unsigned bits of which the topmost are reserved ports; ONOS has the
 * same reserved ports as small negative numbers.
 */
public final class Ports {

  /** OFPP_MAX: the highest number a port may have (OpenFlow 1.3, 7.2.1). */
  private static final long HIGHEST = 0xffffff00L;

  private Ports() {}

  /**
   * The port as OpenFlow numbers it.
   *
   * @throws IllegalArgumentException if the number is neither a port's nor a reserved one
   */
  public static OFPort encode(PortNumber port) {
    long number = port.toLong();
    boolean reserved = number >= PortNumber.IN_PORT.toLong() && number <= PortNumber.ANY.toLong();
    if (!reserved && (number < 0 || number > HIGHEST)) {
      throw new IllegalArgumentException("OpenFlow has no port " + number);
    }
    return OFPort.ofInt((int) number);
  }

  /** The port as ONOS numbers it. */
  public static PortNumber decode(OFPort port) {
    int number = port.getPortNumber();
    long unsigned = Integer.toUnsignedLong(number);
    return PortNumber.portNumber(unsigned > HIGHEST ? number : unsigned);
  }
}
