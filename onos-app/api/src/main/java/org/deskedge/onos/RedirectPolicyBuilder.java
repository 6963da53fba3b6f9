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
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.ConnectPoint;

/** Gathers and checks a {@link RedirectPolicy}. Not safe for use by several threads. */
public final class RedirectPolicyBuilder {

  PolicyId id;
  int priority = -1;
  RedirectProtocol protocol;
  ImmutableSet<IpPrefix> clients = ImmutableSet.of();
  ImmutableSet<ConnectPoint> clientPorts = ImmutableSet.of();
  ImmutableSet<IpPrefix> desktops = ImmutableSet.of();
  RedirectTarget target;
  EdgeDownAction onEdgeDown;
  VoiceMarking voice = VoiceMarking.DEFAULT;

  RedirectPolicyBuilder() {}

  /** Sets the id; required. */
  public RedirectPolicyBuilder id(PolicyId value) {
    id = value;
    return this;
  }

  /** Sets the priority, 0..{@value RedirectPolicy#MAX_PRIORITY}; required. */
  public RedirectPolicyBuilder priority(int value) {
    priority = value;
    return this;
  }

  /** Sets the protocol; required. */
  public RedirectPolicyBuilder protocol(RedirectProtocol value) {
    protocol = value;
    return this;
  }

  /** Sets the client prefixes; these or ports are required. */
  public RedirectPolicyBuilder clients(Collection<IpPrefix> value) {
    clients = ImmutableSet.copyOf(value);
    return this;
  }

  /** Sets the ports clients are at; these or prefixes are required. */
  public RedirectPolicyBuilder clientPorts(Collection<ConnectPoint> value) {
    clientPorts = ImmutableSet.copyOf(value);
    return this;
  }

  /** Sets the desktop prefixes; required. */
  public RedirectPolicyBuilder desktops(Collection<IpPrefix> value) {
    desktops = ImmutableSet.copyOf(value);
    return this;
  }

  /** Sets where the connections go; required. */
  public RedirectPolicyBuilder target(RedirectTarget value) {
    target = value;
    return this;
  }

  /** Sets what happens while no edge is up; required. */
  public RedirectPolicyBuilder onEdgeDown(EdgeDownAction value) {
    onEdgeDown = value;
    return this;
  }

  /** Sets how voice is marked; {@link VoiceMarking#DEFAULT} if never called. */
  public RedirectPolicyBuilder voice(VoiceMarking value) {
    voice = value;
    return this;
  }

  /**
   * Checks and makes the policy.
   *
   * @throws InvalidFieldException naming the first field that is wrong, and what is allowed
   */
  public RedirectPolicy build() {
    require("id", id);
    if (priority < 0 || priority > RedirectPolicy.MAX_PRIORITY) {
      throw new InvalidFieldException(
          "priority", priority + " is not in 0.." + RedirectPolicy.MAX_PRIORITY);
    }
    require("protocol", protocol);
    require("edges", target);
    require("onEdgeDown", onEdgeDown);
    require("voice", voice);
    checkClients();
    checkDesktops();
    return new RedirectPolicy(this);
  }

  private static void require(String field, Object value) {
    if (value == null) {
      throw new InvalidFieldException(field, "is missing");
    }
  }

  private void checkClients() {
    int count = clients.size() + clientPorts.size();
    if (count == 0) {
      throw new InvalidFieldException("clients", "name at least one prefix here or in clientPorts");
    }
    if (count > RedirectPolicy.MAX_CLIENTS) {
      throw new InvalidFieldException(
          "clients", count + " prefixes and ports: allowed are 1.." + RedirectPolicy.MAX_CLIENTS);
    }
    checkApart("clients", clients);
    for (ConnectPoint port : clientPorts) {
      Attachments.check("clientPorts", port);
    }
  }

  private void checkDesktops() {
    if (desktops.isEmpty() || desktops.size() > RedirectPolicy.MAX_DESKTOPS) {
      throw new InvalidFieldException(
          "desktops", desktops.size() + " prefixes: allowed are 1.." + RedirectPolicy.MAX_DESKTOPS);
    }
    checkApart("desktops", desktops);
    Set<IpAddress.Version> clientFamilies = families(clients);
    Set<IpAddress.Version> desktopFamilies = families(desktops);
    for (IpAddress.Version family : clientFamilies) {
      if (!desktopFamilies.contains(family)) {
        throw new InvalidFieldException(
            "desktops", "none is of " + family + " as some clients are: name one");
      }
    }
    for (IpAddress.Version family : desktopFamilies) {
      if (clientPorts.isEmpty() && !clientFamilies.contains(family)) {
        throw new InvalidFieldException(
            "clients", "none is of " + family + " as some desktops are: name one");
      }
    }
  }

  private static Set<IpAddress.Version> families(Set<IpPrefix> prefixes) {
    Set<IpAddress.Version> families = EnumSet.noneOf(IpAddress.Version.class);
    prefixes.forEach(prefix -> families.add(prefix.version()));
    return families;
  }

  private static void checkApart(String field, Set<IpPrefix> prefixes) {
    for (IpPrefix prefix : prefixes) {
      if (prefix.prefixLength() > 0 && prefix.isMulticast()) {
        throw new InvalidFieldException(field, prefix + " is multicast: name unicast prefixes");
      }
    }
    Prefixes.nested(prefixes)
        .ifPresent(
            prefix -> {
              throw new InvalidFieldException(
                  field, prefix + " lies within another prefix named here: leave it out");
            });
  }
}
