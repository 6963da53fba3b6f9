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
package org.deskedge.onos;

import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.net.ConnectPoint;

/** Gathers and checks an {@link Edge}. Not safe for use by several threads. */
public final class EdgeBuilder {

  /** RFC 6750 section 2.1: b64token. The bound is ours: an edge makes tokens of 43 characters. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,512}=*");

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  EdgeId id;
  ConnectPoint attachment;
  MacAddress mac;
  ImmutableSet<IpAddress> addresses = ImmutableSet.of();
  ImmutableSet<String> groups = ImmutableSet.of();
  URI rest;
  String token;
  String certificateSha256;
  boolean fullyTransparent;

  EdgeBuilder() {}

  /** Sets the id; required. */
  public EdgeBuilder id(EdgeId value) {
    id = value;
    return this;
  }

  /** Sets the switch port the edge is at; required. */
  public EdgeBuilder attachment(ConnectPoint value) {
    attachment = value;
    return this;
  }

  /** Sets the address on that port, unicast; required. */
  public EdgeBuilder mac(MacAddress value) {
    mac = value;
    return this;
  }

  /** Sets the addresses voice comes from, 1..{@value Edge#MAX_ADDRESSES}; required. */
  public EdgeBuilder addresses(Collection<IpAddress> value) {
    addresses = ImmutableSet.copyOf(value);
    return this;
  }

  /** Sets the groups, at most {@value Edge#MAX_GROUPS}; none if never called. */
  public EdgeBuilder groups(Collection<String> value) {
    groups = ImmutableSet.copyOf(value);
    return this;
  }

  /** Sets the base of the management REST, {@code https://HOST:PORT}; required. */
  public EdgeBuilder rest(URI value) {
    rest = value;
    return this;
  }

  /** Sets the bearer token; required. */
  public EdgeBuilder token(String value) {
    token = value;
    return this;
  }

  /**
   * Sets the certificate's SHA-256: 64 hexadecimal digits, colons and capitals allowed; or null.
   */
  public EdgeBuilder certificateSha256(String value) {
    certificateSha256 = value == null ? null : value.replace(":", "").toLowerCase(Locale.ROOT);
    return this;
  }

  /** Sets whether the edge speaks to desktops under the client's address; false if never called. */
  public EdgeBuilder fullyTransparent(boolean value) {
    fullyTransparent = value;
    return this;
  }

  /**
   * Checks and makes the edge.
   *
   * @throws InvalidFieldException naming the first field that is wrong, and what is allowed
   */
  public Edge build() {
    require("id", id);
    require("attachment", attachment);
    Attachments.check("attachment", attachment);
    require("mac", mac);
    if (mac.isMulticast() || mac.isBroadcast() || mac.equals(MacAddress.ZERO)) {
      throw new InvalidFieldException("mac", mac + " is not a unicast address");
    }
    checkAddresses();
    if (groups.size() > Edge.MAX_GROUPS) {
      throw new InvalidFieldException(
          "groups", groups.size() + " groups: allowed are 0.." + Edge.MAX_GROUPS);
    }
    groups.forEach(group -> Names.check("groups", group));
    checkRest();
    require("token", token);
    if (!TOKEN.matcher(token).matches()) {
      throw new InvalidFieldException(
          "token", "is not a bearer token: allowed are 1 to 512 of A-Z a-z 0-9 . _ ~ + / -");
    }
    if (certificateSha256 != null && !SHA_256.matcher(certificateSha256).matches()) {
      throw new InvalidFieldException(
          "certificateSha256", "is not a SHA-256: allowed are 64 hexadecimal digits");
    }
    return new Edge(this);
  }

  private static void require(String field, Object value) {
    if (value == null) {
      throw new InvalidFieldException(field, "is missing");
    }
  }

  private void checkAddresses() {
    if (addresses.isEmpty() || addresses.size() > Edge.MAX_ADDRESSES) {
      throw new InvalidFieldException(
          "addresses", addresses.size() + " addresses: allowed are 1.." + Edge.MAX_ADDRESSES);
    }
    for (IpAddress address : addresses) {
      if (address.isMulticast() || address.isZero() || address.isSelfAssigned()) {
        throw new InvalidFieldException("addresses", address + " is not a unicast host address");
      }
    }
  }

  private void checkRest() {
    require("rest", rest);
    String path = rest.getRawPath();
    boolean bare =
        (path == null || path.isEmpty() || path.equals("/"))
            && rest.getRawQuery() == null
            && rest.getRawFragment() == null
            && rest.getRawUserInfo() == null;
    if (!"https".equals(rest.getScheme()) || rest.getHost() == null || !bare) {
      throw new InvalidFieldException(
          "rest", "is not the base of an edge's REST: write it as https://HOST:PORT");
    }
  }
}
