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
package org.deskedge.mediarelay.internal;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.deskedge.api.config.Settings;

/** The addresses at which this edge receives RTP. */
final class AddressSettings {

  static final String ADDRESS = "rtp.address";
  static final String AUTO = "auto";

  private AddressSettings() {}

  /** Returns one address, or one of each family; none for the session's own. */
  static List<InetAddress> read(Settings settings) {
    String text = settings.text(ADDRESS, AUTO);
    if (text.equals(AUTO)) {
      return List.of();
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      InetAddress address = NetUtil.createInetAddressFromIpAddressString(part.strip());
      if (address == null || address.isAnyLocalAddress() || address.isMulticastAddress()) {
        return refuse(settings, text);
      }
      addresses.add(address);
    }
    long ofFour = addresses.stream().filter(Inet4Address.class::isInstance).count();
    if (ofFour > 1 || addresses.size() - ofFour > 1) {
      return refuse(settings, text);
    }
    return List.copyOf(addresses);
  }

  private static List<InetAddress> refuse(Settings settings, String text) {
    settings.problem(
        ADDRESS,
        text,
        AUTO + " or an IP address of this edge, or one IPv4 and one IPv6 address with a comma");
    return List.of();
  }
}
