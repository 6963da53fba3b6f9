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
package org.deskedge.testbed.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskedge.testbed.controller.Controller;

/**
 * One size of the policy benchmark.
 *
 * @param switches how many the policy is for
 * @param prefixes how many client prefixes it names
 */
public record PolicyCase(int switches, int prefixes) {

  /** Name of the policy. */
  static final String POLICY = "bench";

  /** One desktop prefix, so that flows grow with clients alone. */
  private static final String DESKTOPS = "10.20.0.0/16";

  // By docs/policy.md, "The flow rules": TCP to the edge, UDP dropped in both directions.
  private static final int FLOWS_PER_PREFIX = 3;

  // What comes from the edge, TCP to and from port 3389.
  private static final int FLOWS_PER_SWITCH = 2;

  // The edge's voice, at its own switch.
  private static final int FLOWS_AT_EDGE = 1;

  /** Flows on one of its switches; the edge is at the first one. */
  long flowsAt(int index) {
    return (long) FLOWS_PER_PREFIX * prefixes + FLOWS_PER_SWITCH + (index == 0 ? FLOWS_AT_EDGE : 0);
  }

  /** Flows on all its switches together. */
  long flows() {
    return IntStream.range(0, switches).mapToLong(this::flowsAt).sum();
  }

  /** Flows on each of its switches. */
  List<Long> flowsBySwitch() {
    return IntStream.range(0, switches).mapToObj(this::flowsAt).toList();
  }

  /** The same with some more prefixes; those that are there stay. */
  PolicyCase with(int more) {
    return new PolicyCase(switches, prefixes + more);
  }

  /** The policy, as the controller takes it. */
  String policy() {
    String clients =
        IntStream.range(0, prefixes)
            .mapToObj(PolicyCase::prefix)
            .collect(Collectors.joining("\", \"", "\"", "\""));
    return """
        {"id": "%s", "priority": 100, "protocol": "rdp", "clients": [%s],
         "desktops": ["%s"], "edges": ["%s"], "onEdgeDown": "permit"}
        """
        .formatted(POLICY, clients, DESKTOPS, Controller.EDGE);
  }

  /** How it is called in what is printed. */
  @Override
  public String toString() {
    return switches + " x " + prefixes;
  }

  // Subnets of 16 addresses each, one behind the other from 100.64.0.0 on (RFC 6598): 262,144.
  private static String prefix(int index) {
    return "100.%d.%d.%d/28".formatted(64 + (index >> 12), index >> 4 & 0xff, (index & 0xf) << 4);
  }
}
