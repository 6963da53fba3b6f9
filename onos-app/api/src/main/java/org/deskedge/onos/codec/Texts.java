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
package org.deskedge.onos.codec;

import static org.deskedge.onos.codec.JsonReader.shown;

import org.deskedge.onos.InvalidFieldException;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosproject.net.ConnectPoint;

/** Network values in their text form; each parser names the field it fails on. */
final class Texts {

  private Texts() {}

  static IpPrefix prefix(String at, String text) {
    int slash = text.indexOf('/');
    try {
      if (slash > 0) {
        IpAddress address = IpAddress.valueOf(text.substring(0, slash));
        IpPrefix prefix = IpPrefix.valueOf(address, Integer.parseInt(text.substring(slash + 1)));
        if (!prefix.address().equals(address)) {
          throw new InvalidFieldException(
              at, text + " has bits set beyond its length: write " + prefix);
        }
        return prefix;
      }
    } catch (IllegalArgumentException e) {
      // reported below, with what is allowed
    }
    throw new InvalidFieldException(
        at, "'" + shown(text) + "' is not a prefix: write it as 10.10.0.0/24 or 2001:db8::/32");
  }

  static IpAddress address(String at, String text) {
    try {
      return IpAddress.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(at, "'" + shown(text) + "' is not an IP address");
    }
  }

  static MacAddress mac(String at, String text) {
    try {
      return MacAddress.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException(
          at, "'" + shown(text) + "' is not a MAC address: write it as 02:00:00:00:00:01");
    }
  }

  static ConnectPoint port(String at, String text) {
    try {
      return ConnectPoint.deviceConnectPoint(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InvalidFieldException(
          at, "'" + shown(text) + "' is not a port of a device: write it as of:0000000000000001/2");
    }
  }
}
