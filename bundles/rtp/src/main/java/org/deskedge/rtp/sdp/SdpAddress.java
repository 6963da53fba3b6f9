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
package org.deskedge.rtp.sdp;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The address of a c= line: {@code IN IP4 192.0.2.1} (RFC 8866 section 5.7). Host names are refused
 * rather than looked up: a look-up blocks, and lets a description make this side ask name servers.
 */
final class SdpAddress {

  private SdpAddress() {}

  static InetAddress parse(String value) throws SdpException {
    String[] words = value.split(" ", -1);
    if (words.length != 3 || !words[0].equals("IN")) {
      throw new SdpException("not an internet address: " + SdpException.quote(value));
    }
    InetAddress address = literal(words[2]);
    if (!typeOf(address).equals(words[1])) {
      throw new SdpException(
          "address " + SdpException.quote(words[2]) + " is not " + SdpException.quote(words[1]));
    }
    return address;
  }

  static String write(InetAddress address) {
    return "IN " + typeOf(address) + " " + NetUtil.toAddressString(address);
  }

  static String typeOf(InetAddress address) {
    return address instanceof Inet4Address ? "IP4" : "IP6";
  }

  private static InetAddress literal(String text) throws SdpException {
    byte[] bytes = text.contains("%") ? null : NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      throw new SdpException(
          "not an IP address, and host names are not looked up: " + SdpException.quote(text));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an IP address has 4 or 16 bytes", e);
    }
  }
}
