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
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.ConnectPoint;

/**
 * Which clients' connections to which desktops go through which edge.
 *
 * <p>A packet matches if it comes from one of the client prefixes <em>or</em> one of the client
 * ports, goes to one of the desktop prefixes, and is of the protocol.
 */
public final class RedirectPolicy {

  /** Greatest priority. */
  public static final int MAX_PRIORITY = 999;

  /**
   * Most client prefixes and ports together. Each costs at least two flow rules a desktop prefix; a
   * hardware table holds some thousands, a software one some ten thousands.
   */
  public static final int MAX_CLIENTS = 16384;

  /** Most desktop prefixes: desktops are served from a few subnets, each multiplies the rules. */
  public static final int MAX_DESKTOPS = 1024;

  private final PolicyId id;
  private final int priority;
  private final RedirectProtocol protocol;
  private final ImmutableSet<IpPrefix> clients;
  private final ImmutableSet<ConnectPoint> clientPorts;
  private final ImmutableSet<IpPrefix> desktops;
  private final RedirectTarget target;
  private final EdgeDownAction onEdgeDown;
  private final VoiceMarking voice;

  RedirectPolicy(RedirectPolicyBuilder builder) {
    id = builder.id;
    priority = builder.priority;
    protocol = builder.protocol;
    clients = builder.clients;
    clientPorts = builder.clientPorts;
    desktops = builder.desktops;
    target = builder.target;
    onEdgeDown = builder.onEdgeDown;
    voice = builder.voice;
  }

  /** Starts a policy. */
  public static RedirectPolicyBuilder builder() {
    return new RedirectPolicyBuilder();
  }

  /**
   * The same policy with another priority.
   *
   * @throws InvalidFieldException if it is not in 0..{@value #MAX_PRIORITY}
   */
  public RedirectPolicy withPriority(int other) {
    return builder()
        .id(id)
        .priority(other)
        .protocol(protocol)
        .clients(clients)
        .clientPorts(clientPorts)
        .desktops(desktops)
        .target(target)
        .onEdgeDown(onEdgeDown)
        .voice(voice)
        .build();
  }

  /** Identifies the policy. */
  public PolicyId id() {
    return id;
  }

  /** 0..{@value #MAX_PRIORITY}; where several policies match a packet, the highest one wins. */
  public int priority() {
    return priority;
  }

  /** The remote-desktop protocol. */
  public RedirectProtocol protocol() {
    return protocol;
  }

  /** Client prefixes, none within another; may be empty if there are ports. */
  public Set<IpPrefix> clients() {
    return clients;
  }

  /** Switch ports that clients are at; may be empty if there are prefixes. */
  public Set<ConnectPoint> clientPorts() {
    return clientPorts;
  }

  /** Desktop prefixes, at least one, none within another. */
  public Set<IpPrefix> desktops() {
    return desktops;
  }

  /** Where the connections go. */
  public RedirectTarget target() {
    return target;
  }

  /** What becomes of new connections while no edge of the target is up. */
  public EdgeDownAction onEdgeDown() {
    return onEdgeDown;
  }

  /** How the voice of the target's edges is marked. */
  public VoiceMarking voice() {
    return voice;
  }

  /**
   * Tells whether some packet could match both policies, whatever their priorities. A port and a
   * prefix are taken to meet, as any address may be behind a port.
   */
  public boolean overlaps(RedirectPolicy other) {
    return protocol == other.protocol
        && clientsMeet(other)
        && Prefixes.overlap(desktops, other.desktops);
  }

  private boolean clientsMeet(RedirectPolicy other) {
    if (!Collections.disjoint(clientPorts, other.clientPorts)) {
      return true;
    }
    return meetsPorts(other) || other.meetsPorts(this) || Prefixes.overlap(clients, other.clients);
  }

  private boolean meetsPorts(RedirectPolicy other) {
    return !other.clientPorts.isEmpty()
        && clients.stream().anyMatch(prefix -> hasFamily(other.desktops, prefix.version()));
  }

  static boolean hasFamily(Collection<IpPrefix> prefixes, IpAddress.Version family) {
    return prefixes.stream().anyMatch(prefix -> prefix.version() == family);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id, priority, protocol, clients, clientPorts, desktops, target, onEdgeDown, voice);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof RedirectPolicy)) {
      return false;
    }
    RedirectPolicy other = (RedirectPolicy) object;
    return id.equals(other.id)
        && priority == other.priority
        && protocol == other.protocol
        && clients.equals(other.clients)
        && clientPorts.equals(other.clientPorts)
        && desktops.equals(other.desktops)
        && target.equals(other.target)
        && onEdgeDown == other.onEdgeDown
        && voice.equals(other.voice);
  }

  @Override
  public String toString() {
    return MoreObjects.toStringHelper(this)
        .add("id", id)
        .add("priority", priority)
        .add("protocol", protocol)
        .add("clients", clients.size())
        .add("clientPorts", clientPorts)
        .add("desktops", desktops.size())
        .add("target", target)
        .add("onEdgeDown", onEdgeDown)
        .add("voice", voice)
        .toString();
  }
}
