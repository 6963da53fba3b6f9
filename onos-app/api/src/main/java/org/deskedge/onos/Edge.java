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

import com.google.common.base.MoreObjects;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.net.ConnectPoint;

/** An edge: where it is attached and how the controller speaks to it. */
public final class Edge {

  /** Most addresses: one a family and network the edge is in. */
  public static final int MAX_ADDRESSES = 16;

  /** Most groups: a group is a site or a tier of one. */
  public static final int MAX_GROUPS = 16;

  private final EdgeId id;
  private final ConnectPoint attachment;
  private final MacAddress mac;
  private final ImmutableSet<IpAddress> addresses;
  private final ImmutableSet<String> groups;
  private final URI rest;
  private final String token;
  private final String certificateSha256;
  private final boolean fullyTransparent;

  Edge(EdgeBuilder builder) {
    id = builder.id;
    attachment = builder.attachment;
    mac = builder.mac;
    addresses = builder.addresses;
    groups = builder.groups;
    rest = builder.rest;
    token = builder.token;
    certificateSha256 = builder.certificateSha256;
    fullyTransparent = builder.fullyTransparent;
  }

  /** Starts an edge. */
  public static EdgeBuilder builder() {
    return new EdgeBuilder();
  }

  /** Identifies the edge. */
  public EdgeId id() {
    return id;
  }

  /** The switch port the edge is at. */
  public ConnectPoint attachment() {
    return attachment;
  }

  /** Its address on that port. */
  public MacAddress mac() {
    return mac;
  }

  /** The addresses its voice comes from, at least one. */
  public Set<IpAddress> addresses() {
    return addresses;
  }

  /** Names of the groups it belongs to; may be empty. */
  public Set<String> groups() {
    return groups;
  }

  /** Base of its management REST: {@code https://HOST:PORT}. */
  public URI rest() {
    return rest;
  }

  /** The bearer token of its management REST. Secret: never to be logged or returned. */
  public String token() {
    return token;
  }

  /**
   * SHA-256 of its management certificate (the DER form), 64 hexadecimal digits in lower case.
   * Empty: the first certificate seen is trusted and recorded.
   */
  public Optional<String> certificateSha256() {
    return Optional.ofNullable(certificateSha256);
  }

  /**
   * Whether it speaks to desktops under the client's address, so that what desktops answer must be
   * redirected to it as well.
   */
  public boolean fullyTransparent() {
    return fullyTransparent;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id, attachment, mac, addresses, groups, rest, token, certificateSha256, fullyTransparent);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof Edge)) {
      return false;
    }
    Edge other = (Edge) object;
    return id.equals(other.id)
        && attachment.equals(other.attachment)
        && mac.equals(other.mac)
        && addresses.equals(other.addresses)
        && groups.equals(other.groups)
        && rest.equals(other.rest)
        && token.equals(other.token)
        && Objects.equals(certificateSha256, other.certificateSha256)
        && fullyTransparent == other.fullyTransparent;
  }

  /** Everything but the token. */
  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .omitNullValues()
        .add("id", id)
        .add("attachment", attachment)
        .add("mac", mac)
        .add("addresses", addresses)
        .add("groups", groups)
        .add("rest", rest)
        .add("certificateSha256", certificateSha256)
        .add("fullyTransparent", fullyTransparent)
        .toString();
  }
}
