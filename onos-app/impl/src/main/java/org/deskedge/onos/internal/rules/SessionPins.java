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

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.RedirectPolicy;
import org.onlab.packet.IpAddress;
import org.onosproject.net.DeviceId;

/** Finds the sessions that policies, as they are now, would not lead to the edge they are on. */
final class SessionPins {

  private final NetworkView view;
  private final List<Assignment> assignments;

  /** Takes the assignments in the order in which they win. */
  SessionPins(NetworkView view, Collection<Assignment> assignments) {
    this.view = view;
    this.assignments = ImmutableList.copyOf(assignments);
  }

  /**
   * The sessions to pin on a device, each with its edge. Those of an edge that is down are lost.
   */
  Map<Session, Edge> on(DeviceId device) {
    Map<Session, Edge> pins = new LinkedHashMap<>();
    for (Edge edge : view.edges()) {
      if (view.state(edge.id()) == EdgeState.DOWN) {
        continue;
      }
      for (Session session : view.sessions(edge.id())) {
        if (!leadsThere(session, edge, device)) {
          pins.putIfAbsent(session, edge);
        }
      }
    }
    return pins;
  }

  private boolean leadsThere(Session session, Edge edge, DeviceId device) {
    for (Assignment assignment : assignments) {
      RedirectPolicy policy = assignment.policy();
      if (policy.protocol().port() != session.desktopPort() || !holds(policy, session.desktop())) {
        continue;
      }
      if (policy.clientPorts().stream().anyMatch(port -> port.deviceId().equals(device))) {
        // Which port the client is at is not known: it might match here, so the pin is needed.
        return false;
      }
      Optional<Optional<Edge>> decided = assignment.edgeFor(session.client());
      if (decided.isPresent()) {
        return decided.get().filter(edge::equals).isPresent();
      }
    }
    return false;
  }

  private static boolean holds(RedirectPolicy policy, IpAddress desktop) {
    return policy.desktops().stream().anyMatch(prefix -> prefix.contains(desktop));
  }
}
