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
package org.deskedge.management.internal.admission;

import java.util.List;

/**
 * Admits the sessions of some clients with some desktops.
 *
 * @param policy the controller's name of the policy the rule comes from
 * @param clients where clients may be; empty: anywhere
 * @param desktops where desktops may be, at least one prefix
 * @param protocol the remote-desktop protocol
 */
public record PolicyRule(
    String policy, List<IpPrefix> clients, List<IpPrefix> desktops, String protocol) {

  /** The protocol of every session there is. */
  public static final String RDP = "rdp";

  /** Copies the lists. */
  public PolicyRule {
    clients = List.copyOf(clients);
    desktops = List.copyOf(desktops);
  }

  /**
   * Returns whether it admits a session, given the addresses as {@link IpPrefix#bytes} has them.
   */
  boolean admits(byte[] client, byte[] desktop) {
    return (clients.isEmpty() || contains(clients, client)) && contains(desktops, desktop);
  }

  private static boolean contains(List<IpPrefix> prefixes, byte[] address) {
    for (IpPrefix prefix : prefixes) {
      if (prefix.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
