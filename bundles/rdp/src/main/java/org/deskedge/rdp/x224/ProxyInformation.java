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
package org.deskedge.rdp.x224;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.rdp.MalformedPduException;

/**
 * Tells a desktop of the edge its session goes through. Stands at the end of the one cookie line of
 * the Connection Request, where servers ignore it. An addition of Deskedge's.
 *
 * <pre>
 * Cookie: mstshash=alice;voip=192.0.2.1:5004,k=q83vEjRWeJASNFZ4kBI0Vg
 * Cookie: mstshash=;voip=[2001:db8::1]:5004,k=...     a client that sent no cookie
 * </pre>
 *
 * @param address where VOIP PDUs may be sent to outside the session; an IP address
 * @param key one-time key that proves an agent belongs to this session; base64url, 16 to 64
 *     characters
 */
public record ProxyInformation(InetSocketAddress address, String key) {

  private static final String MARK = ";voip=";
  private static final String KEY = "[\\w-]{16,64}";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<host>[0-9.]+|\\[[0-9A-Fa-f:.]+]):(?<port>[0-9]{1,5}),k=(?<key>" + KEY + ")");
  private static final int KEY_BYTES = 16;
  private static final int MAX_PORT = 65_535;

  /**
   * Checks that it can be written.
   *
   * @throws IllegalArgumentException if the address is unresolved, its port 0 or the key not of the
   *     form said above
   */
  public ProxyInformation {
    if (address.isUnresolved() || address.getPort() == 0 || !key.matches(KEY)) {
      throw new IllegalArgumentException("not an IP address, a port and a key");
    }
  }

  /** Makes a key of 128 random bits: 22 characters. */
  public static String newKey(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Finds the proxy information of a cookie line.
   *
   * @throws MalformedPduException if there is some and it cannot be read
   */
  public static Optional<ProxyInformation> find(String cookie) throws MalformedPduException {
    int mark = cookie.indexOf(MARK);
    if (mark < 0) {
      return Optional.empty();
    }
    Matcher matcher = VALUE.matcher(cookie.substring(mark + MARK.length()));
    if (!matcher.matches()) {
      throw new MalformedPduException("proxy information: not ADDRESS:PORT,k=KEY");
    }
    var host = NetUtil.createInetAddressFromIpAddressString(matcher.group("host"));
    int port = Integer.parseInt(matcher.group("port"));
    if (host == null || port == 0 || port > MAX_PORT) {
      throw new MalformedPduException("proxy information: not an address and port");
    }
    return Optional.of(
        new ProxyInformation(new InetSocketAddress(host, port), matcher.group("key")));
  }

  /**
   * Returns a cookie line without proxy information; empty if there was nothing else in it.
   *
   * @param cookie with or without it
   */
  public static Optional<String> strip(String cookie) {
    int mark = cookie.indexOf(MARK);
    String rest = mark < 0 ? cookie : cookie.substring(0, mark);
    return mark >= 0 && rest.equals(ConnectionRequest.USER_COOKIE)
        ? Optional.empty()
        : Optional.of(rest);
  }

  /**
   * Returns a cookie line with this proxy information in place of any a client made up.
   *
   * @param cookie the client's own line, if it sent one
   */
  public String appendTo(Optional<String> cookie) {
    String rest = cookie.flatMap(ProxyInformation::strip).orElse(ConnectionRequest.USER_COOKIE);
    return rest + MARK + NetUtil.toSocketAddressString(address) + ",k=" + key;
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "ProxyInformation[address=" + address + "]";
  }
}
