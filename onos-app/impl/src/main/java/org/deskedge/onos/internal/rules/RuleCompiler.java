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

import static org.deskedge.onos.internal.rules.RuleFactory.destination;
import static org.deskedge.onos.internal.rules.RuleFactory.drop;
import static org.deskedge.onos.internal.rules.RuleFactory.ip;
import static org.deskedge.onos.internal.rules.RuleFactory.normal;
import static org.deskedge.onos.internal.rules.RuleFactory.port;
import static org.deskedge.onos.internal.rules.RuleFactory.source;
import static org.deskedge.onos.internal.rules.RuleFactory.tcp;
import static org.deskedge.onos.internal.rules.RuleFactory.udp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeDownAction;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.RedirectPolicy;
import org.onlab.packet.IpPrefix;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Turns one view of the network into the rules of any device. The layers are described at {@link
 * FlowLayers}. Immutable; safe for use by several threads.
 */
public final class RuleCompiler {

  private final ApplicationId app;
  private final int table;
  private final NetworkView view;
  private final Map<PolicyId, Assignment> assignments = new LinkedHashMap<>();
  private final SessionPins pins;

  /**
   * Assigns clients to edges, once for all devices.
   *
   * @param table the flow table that all rules go to
   */
  public RuleCompiler(ApplicationId app, int table, NetworkView view) {
    this.app = app;
    this.table = table;
    this.view = view;
    for (RedirectPolicy policy : view.policies()) {
      assignments.put(policy.id(), Assignment.of(policy, view));
    }
    this.pins = new SessionPins(view, assignments.values());
  }

  /** Who serves whom, by policy; the policy that wins first. */
  public Map<PolicyId, Assignment> assignments() {
    return Collections.unmodifiableMap(assignments);
  }

  /** Every rule wanted on a device. */
  public CompiledRules compile(DeviceId device) {
    CompiledRules.Builder rules = new CompiledRules.Builder();
    RuleFactory factory = new RuleFactory(app, device, table);
    Map<Session, Edge> pinned = pins.on(device);
    new EdgePass(view, pinned).addTo(rules, factory, device);
    pinned.forEach((session, edge) -> pin(session, edge, rules, factory));
    for (Assignment assignment : assignments.values()) {
      addPolicy(assignment, device, rules, factory);
    }
    return rules.build();
  }

  private static void pin(
      Session session, Edge edge, CompiledRules.Builder rules, RuleFactory factory) {
    IpPrefix client = session.client().toIpPrefix();
    IpPrefix desktop = session.desktop().toIpPrefix();
    TrafficSelector.Builder there =
        destination(source(tcp(ip(client.version())), client), desktop)
            .matchTcpSrc(port(session.clientPort()))
            .matchTcpDst(port(session.desktopPort()));
    rules.add(factory.rule(FlowLayers.SESSION_PIN, there, factory.toEdge(edge)));
    if (edge.fullyTransparent()) {
      // The edge has spoken to the desktop from the client's address and another port.
      TrafficSelector.Builder back =
          destination(source(tcp(ip(client.version())), desktop), client)
              .matchTcpSrc(port(session.desktopPort()));
      rules.add(factory.rule(FlowLayers.SESSION_PIN, back, factory.toEdge(edge)));
    }
  }

  private static void addPolicy(
      Assignment assignment, DeviceId device, CompiledRules.Builder rules, RuleFactory factory) {
    RedirectPolicy policy = assignment.policy();
    assignment
        .edges()
        .forEach((bucket, edge) -> addTcp(policy, bucket, edge, device, rules, factory));
    policy.clients().forEach(p -> addUdp(policy, Bucket.of(p), device, rules, factory));
    policy.clientPorts().forEach(p -> addUdp(policy, Bucket.of(p), device, rules, factory));
  }

  private static void addTcp(
      RedirectPolicy policy,
      Bucket bucket,
      Optional<Edge> edge,
      DeviceId device,
      CompiledRules.Builder rules,
      RuleFactory factory) {
    int priority = FlowLayers.of(policy, bucket);
    int port = policy.protocol().port();
    TrafficTreatment treatment = edge.map(factory::toEdge).orElseGet(() -> without(policy));
    for (IpPrefix desktop : policy.desktops()) {
      there(bucket, desktop, device)
          .ifPresent(
              selector ->
                  rules.add(
                      factory.rule(priority, tcp(selector).matchTcpDst(port(port)), treatment),
                      policy.id()));
      if (edge.isPresent() && edge.get().fullyTransparent()) {
        back(bucket, desktop)
            .ifPresent(
                selector ->
                    rules.add(
                        factory.rule(priority, tcp(selector).matchTcpSrc(port(port)), treatment),
                        policy.id()));
      }
    }
  }

  /** UDP of matched pairs goes nowhere, so that clients stay on TCP. */
  private static void addUdp(
      RedirectPolicy policy,
      Bucket bucket,
      DeviceId device,
      CompiledRules.Builder rules,
      RuleFactory factory) {
    int priority = FlowLayers.of(policy, bucket);
    int port = policy.protocol().port();
    for (IpPrefix desktop : policy.desktops()) {
      there(bucket, desktop, device)
          .ifPresent(
              selector ->
                  rules.add(
                      factory.rule(priority, udp(selector).matchUdpDst(port(port)), drop()),
                      policy.id()));
      back(bucket, desktop)
          .ifPresent(
              selector ->
                  rules.add(
                      factory.rule(priority, udp(selector).matchUdpSrc(port(port)), drop()),
                      policy.id()));
    }
  }

  /** Explicit either way: no policy of lower priority is to decide instead. */
  private static TrafficTreatment without(RedirectPolicy policy) {
    return policy.onEdgeDown() == EdgeDownAction.PERMIT ? normal() : drop();
  }

  /** Client to desktop; empty where the bucket and the prefix never meet on this device. */
  private static Optional<TrafficSelector.Builder> there(
      Bucket bucket, IpPrefix desktop, DeviceId device) {
    if (bucket.prefix().isPresent()) {
      return bucket
          .prefix()
          .filter(client -> client.version() == desktop.version())
          .map(client -> destination(source(ip(desktop.version()), client), desktop));
    }
    return bucket
        .port()
        .filter(port -> port.deviceId().equals(device))
        .map(ConnectPoint::port)
        .map(port -> destination(ip(desktop.version()).matchInPort(port), desktop));
  }

  /** Desktop to client; empty for a port, behind which no address is known. */
  private static Optional<TrafficSelector.Builder> back(Bucket bucket, IpPrefix desktop) {
    return bucket
        .prefix()
        .filter(client -> client.version() == desktop.version())
        .map(client -> destination(source(ip(desktop.version()), desktop), client));
  }
}
