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

import java.net.InetAddress;
import java.util.List;

/**
 * Which sessions the edge admits: those that any rule has.
 *
 * @param revision the controller counts its documents, 0 to {@link #MAX_REVISION}
 * @param rules none: no session is admitted
 */
public record Policy(long revision, List<PolicyRule> rules) {

  /** The greatest whole number every reader of JSON takes exactly (RFC 8259 section 6). */
  public static final long MAX_REVISION = (1L << 53) - 1;

  /** Copies the list. */
  public Policy {
    rules = List.copyOf(rules);
  }

  /** Returns whether a session between the two may begin. */
  public boolean admits(InetAddress client, InetAddress desktop) {
    byte[] from = IpPrefix.bytes(client);
    byte[] to = IpPrefix.bytes(desktop);
    for (PolicyRule rule : rules) {
      if (rule.admits(from, to)) {
        return true;
      }
    }
    return false;
  }
}
