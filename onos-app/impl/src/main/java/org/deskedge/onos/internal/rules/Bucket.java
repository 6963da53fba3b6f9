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
package org.deskedge.onos.internal.rules;

import java.util.Objects;
import java.util.Optional;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.ConnectPoint;

/** Clients of a policy that go to an edge together: those in a prefix, or those at a port. */
public final class Bucket {

  private final IpPrefix prefix;
  private final ConnectPoint port;

  private Bucket(IpPrefix prefix, ConnectPoint port) {
    this.prefix = prefix;
    this.port = port;
  }

  static Bucket of(IpPrefix prefix) {
    return new Bucket(Objects.requireNonNull(prefix), null);
  }

  static Bucket of(ConnectPoint port) {
    return new Bucket(null, Objects.requireNonNull(port));
  }

  /** The prefix the clients are in; empty if they are known by their port. */
  public Optional<IpPrefix> prefix() {
    return Optional.ofNullable(prefix);
  }

  /** The port the clients are at; empty if they are known by their prefix. */
  public Optional<ConnectPoint> port() {
    return Optional.ofNullable(port);
  }

  @Override
  public int hashCode() {
    return Objects.hash(prefix, port);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bucket
        && Objects.equals(prefix, ((Bucket) other).prefix)
        && Objects.equals(port, ((Bucket) other).port);
  }

  /** The prefix or the port, unique among both: what is hashed. */
  @Override
  public String toString() {
    return prefix == null ? port.toString() : prefix.toString();
  }
}
