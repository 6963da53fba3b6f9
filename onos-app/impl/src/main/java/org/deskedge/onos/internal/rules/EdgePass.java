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

import static org.deskedge.onos.internal.rules.RuleFactory.normal;
import static org.deskedge.onos.internal.rules.RuleFactory.port;
import static org.deskedge.onos.internal.rules.RuleFactory.source;
import static org.deskedge.onos.internal.rules.RuleFactory.tcp;
import static org.deskedge.onos.internal.rules.RuleFactory.udp;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectProtocol;
import org.deskedge.onos.VoiceMarking;
import org.onlab.packet.IpAddress;
import org.onosproject.net.DeviceId;

/**
 * Rules for what comes from edges: remote-desktop TCP passes as it is, whichever side the edge
 * forwards or answers, and voice is marked.
 *
 * <p>Where policies name different markings for one edge, the one of the policy that wins counts:
 * voice does not show which session it belongs to.
 */
final class EdgePass {

  private final Map<EdgeId, Edge> edges = new LinkedHashMap<>();
  private final Map<EdgeId, VoiceMarking> voice = new LinkedHashMap<>();
  private final Set<IpAddress.Version> families = EnumSet.noneOf(IpAddress.Version.class);
  private final Set<RedirectProtocol> protocols = EnumSet.noneOf(RedirectProtocol.class);

  /** Considers the edges that a policy names and those that keep a session. */
  EdgePass(NetworkView view, Map<Session, Edge> pinned) {
    for (RedirectPolicy policy : view.policies()) {
      protocols.add(policy.protocol());
      policy.desktops().forEach(desktop -> families.add(desktop.version()));
      for (Edge edge : view.targets(policy)) {
        edges.put(edge.id(), edge);
        voice.putIfAbsent(edge.id(), policy.voice());
      }
    }
    pinned.forEach(
        (session, edge) -> {
          edges.put(edge.id(), edge);
          families.add(session.client().version());
          protocols.addAll(EnumSet.allOf(RedirectProtocol.class));
        });
  }

  void addTo(CompiledRules.Builder rules, RuleFactory factory, DeviceId device) {
    for (Edge edge : edges.values()) {
      for (IpAddress.Version family : families) {
        protocols.forEach(protocol -> addTcp(edge, family, protocol, rules, factory));
      }
      if (voice.containsKey(edge.id()) && edge.attachment().deviceId().equals(device)) {
        addVoice(edge, voice.get(edge.id()), rules, factory);
      }
    }
  }

  private static void addTcp(
      Edge edge,
      IpAddress.Version family,
      RedirectProtocol protocol,
      CompiledRules.Builder rules,
      RuleFactory factory) {
    rules.add(
        factory.rule(
            FlowLayers.EDGE_PASS,
            tcp(factory.fromEdge(edge, family)).matchTcpDst(port(protocol.port())),
            normal()));
    rules.add(
        factory.rule(
            FlowLayers.EDGE_PASS,
            tcp(factory.fromEdge(edge, family)).matchTcpSrc(port(protocol.port())),
            normal()));
  }

  private static void addVoice(
      Edge edge, VoiceMarking marking, CompiledRules.Builder rules, RuleFactory factory) {
    for (IpAddress address : edge.addresses()) {
      rules.add(
          factory.rule(
              FlowLayers.EDGE_PASS,
              source(udp(factory.fromEdge(edge, address.version())), address.toIpPrefix()),
              RuleFactory.voice(marking)));
    }
  }
}
