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

import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;

/** Addresses: ONOS and openflowj each have their own types. */
final class Addresses {

  private Addresses() {}

  static org.projectfloodlight.openflow.types.MacAddress mac(MacAddress mac) {
    return org.projectfloodlight.openflow.types.MacAddress.of(mac.toLong());
  }

  static MacAddress mac(org.projectfloodlight.openflow.types.MacAddress mac) {
    return MacAddress.valueOf(mac.getLong());
  }

  static IPv4Address ip4(IpAddress ip) {
    return IPv4Address.of(ip.getIp4Address().toInt());
  }

  static Ip4Address ip4(IPv4Address ip) {
    return Ip4Address.valueOf(ip.getInt());
  }

  static IPv6Address ip6(IpAddress ip) {
    return IPv6Address.of(ip.getIp6Address().toOctets());
  }

  static Ip6Address ip6(IPv6Address ip) {
    return Ip6Address.valueOf(ip.getBytes());
  }

  static IPv4Address mask4(IpPrefix prefix) {
    return IPv4Address.ofCidrMaskLength(prefix.prefixLength());
  }

  static IPv6Address mask6(IpPrefix prefix) {
    return IPv6Address.ofCidrMaskLength(prefix.prefixLength());
  }

  /** Fails on a mask that is no prefix, which ONOS cannot express. */
  static IpPrefix prefix(IPv4Address ip, IPv4Address mask) {
    return IpPrefix.valueOf(ip4(ip), mask.asCidrMaskLength());
  }

  /** Fails on a mask that is no prefix, which ONOS cannot express. */
  static IpPrefix prefix(IPv6Address ip, IPv6Address mask) {
    return IpPrefix.valueOf(ip6(ip), mask.asCidrMaskLength());
  }
}
