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
package org.deskedge.onos.rest;

/** Documents as clients send them. */
final class Samples {

  static final String TOKEN = "s3cr3t-t0k3n";

  private Samples() {}

  static String edge(String id) {
    return ("{'id': '"
            + id
            + "', 'attachment': 'of:0000000000000001/3',"
            + " 'mac': '02:00:00:00:00:03', 'addresses': ['10.10.0.3'], 'groups': ['branch'],"
            + " 'rest': 'https://10.30.0.3:8443', 'token': '"
            + TOKEN
            + "'}")
        .replace('\'', '"');
  }

  /** The same as it comes back. */
  static String edgeAnswer(String id) {
    return edge(id).replace("\"token\": \"" + TOKEN + "\"", "\"fullyTransparent\": false");
  }

  /** A policy for edge x1. */
  static String policy(String id, int priority) {
    return ("{'id': '"
            + id
            + "', 'priority': "
            + priority
            + ", 'protocol': 'rdp',"
            + " 'clients': ['10.10.0.0/24'], 'clientPorts': [], 'desktops': ['10.20.0.0/16'],"
            + " 'edges': ['x1'], 'onEdgeDown': 'permit', 'voice': {'dscp': 46}}")
        .replace('\'', '"');
  }
}
