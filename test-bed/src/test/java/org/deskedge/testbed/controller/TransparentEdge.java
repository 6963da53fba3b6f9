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
package org.deskedge.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskedge.testbed.controller.Branch.LIMIT;
import static org.deskedge.testbed.controller.Controller.POLICY;

import java.util.List;
import org.deskedge.testbed.DialledDesktop;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An edge that speaks to desktops under the client's address, over IPv4 and IPv6. Packets meet a
 * machine that routes them on as they are, at two ports as if it were two edges; who is asked for
 * health and sessions is the edge program elsewhere in the branch.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TransparentEdge {

  private static final Machine FIRST = Machine.EDGE_2;
  private static final Machine SECOND = Branch.at(10);
  private static final String THERE = "edge-t";
  private static final String OTHER = "edge-u";
  private static final String CLIENT_6 = "fd10::2";
  private static final String DESKTOP_6 = "fd20::10";

  private final Branch branch = Branch.up();
  private final Controller controller = branch.controller();
  private final Namespace edgeMachine = branch.bed().topology().edge();

  @Test
  @Order(1)
  void bothDirectionsOfBothFamiliesAreRedirected() {
    addRelay();
    addIpv6();
    for (Machine each : List.of(FIRST, SECOND)) {
      Branch.answerUnder(management(each).managementAddress(), edgeMachine);
      String id = each.equals(FIRST) ? THERE : OTHER;
      String device = branch.access().deviceId();
      String json =
          Controller.edge(id, device, each, branch.edge().token(), "\"fullyTransparent\": true,");
      controller
          .app()
          .putEdge(
              id, json.replace(each.managementAddress(), management(each).managementAddress()));
      controller.app().awaitEdge(id, "UP");
    }
    controller.app().putPolicy(POLICY, policy(THERE, OTHER));
    controller.app().awaitInstalled(POLICY);

    assertThat(branch.tcpFlows())
        .hasSize(4)
        .allMatch(flow -> flow.contains(FIRST.mac() + "->eth_dst,output:" + FIRST.port()))
        .anyMatch(flow -> flow.contains("tcp,nw_src=10.10.0.0/24,nw_dst=10.20.0.0/16,tp_dst=3389"))
        .anyMatch(flow -> flow.contains("tcp,nw_src=10.20.0.0/16,nw_dst=10.10.0.0/24,tp_src=3389"))
        .anyMatch(flow -> flow.contains("tcp6,ipv6_src=fd10::/64,ipv6_dst=fd20::/64,tp_dst=3389"))
        .anyMatch(flow -> flow.contains("tcp6,ipv6_src=fd20::/64,ipv6_dst=fd10::/64,tp_src=3389"));
    assertThat(controller.flows())
        .anyMatch(flow -> flow.contains("udp6,ipv6_src=fd10::/64,ipv6_dst=fd20::/64,tp_dst=3389"));
  }

  @Test
  @Order(2)
  void packetsOfBothDirectionsTakeTheEdgeAndKeepTheClientsAddress() {
    // The desktop itself sees the client's address.
    assertThat(branch.desktop().wayOf(branch.bed().topology().client()))
        .isEqualTo(DialledDesktop.DIRECT);
    connectOverIpv6();

    assertThat(branch.tcpFlows()).noneMatch(flow -> flow.contains("n_packets=0,"));
  }

  @Test
  @Order(3)
  void bothDirectionsMoveToAnotherEdgeTogether() {
    controller.app().putPolicy(POLICY, policy(OTHER, THERE));
    awaitRedirects(SECOND);
    connectOverIpv6();
    assertThat(branch.tcpFlows())
        .filteredOn(flow -> flow.contains("tcp6"))
        .hasSize(2)
        .noneMatch(flow -> flow.contains("n_packets=0,"));
  }

  @Test
  @Order(4)
  void bothDirectionsFallBackTogether() {
    Branch.vanishUnder(management(SECOND).managementAddress(), edgeMachine);
    awaitRedirects(FIRST);
    connectOverIpv6();

    Branch.vanishUnder(management(FIRST).managementAddress(), edgeMachine);
    Waiting.until(
        "end of both directions' redirects",
        LIMIT,
        () ->
            branch.tcpFlows().size() == 2
                && branch.tcpFlows().stream().allMatch(flow -> flow.endsWith("actions=NORMAL")));
    connectOverIpv6();

    controller.app().removePolicy(POLICY);
    controller.app().removeEdge(THERE);
    controller.app().removeEdge(OTHER);
  }

  private void awaitRedirects(Machine edge) {
    String redirect = edge.mac() + "->eth_dst,output:" + edge.port();
    Waiting.until(
        "redirects of both directions and families to port " + edge.port(),
        LIMIT,
        () ->
            branch.tcpFlows().size() == 4
                && branch.tcpFlows().stream().allMatch(flow -> flow.contains(redirect)));
  }

  /** Two cables of one machine, which routes. */
  private void addRelay() {
    Namespace relay = branch.bed().topology().add(FIRST, branch.bed().state());
    branch.access().connect(SECOND, relay, SECOND.role());
    relay.run(
        "sysctl",
        "-qw",
        "net.ipv4.conf.all.arp_ignore=1",
        "net.ipv4.conf.all.rp_filter=0",
        "net.ipv4.conf." + SECOND.role() + ".rp_filter=0",
        "net.ipv4.conf.all.send_redirects=0",
        "net.ipv4.conf." + AccessSwitch.INTERFACE + ".send_redirects=0",
        "net.ipv4.ip_forward=1",
        "net.ipv6.conf.all.forwarding=1");
    address(relay, "fd10::5");
    route(relay, "fd20::/64", "fd10::1");
  }

  private void addIpv6() {
    Namespace client = branch.bed().topology().client();
    Namespace router = branch.bed().topology().router();
    Namespace desktop = branch.bed().topology().desktop();
    address(client, CLIENT_6);
    route(client, "fd20::/64", "fd10::1");
    address(router, "fd10::1");
    router.run("sysctl", "-qw", "net.ipv6.conf.all.forwarding=1");
    String wan = Wan.INTERFACE;
    router.run("ip", "addr", "add", "fd20::1/64", "dev", wan, "nodad");
    desktop.run("ip", "addr", "add", DESKTOP_6 + "/64", "dev", wan, "nodad");
    route(desktop, "fd10::/64", "fd20::1");
    // As a web server: otherwise it ends with its standard input.
    desktop.start(
        "desktop-6",
        "openssl",
        "s_server",
        "-www",
        "-nocert",
        "-accept",
        "[" + DESKTOP_6 + "]:3389");
    Waiting.until(
        "IPv6 desktop", LIMIT, () -> desktop.run("ss", "-Hltn6").contains(DESKTOP_6 + "]:3389 "));
  }

  private static void address(Namespace machine, String address) {
    machine.run("ip", "addr", "add", address + "/64", "dev", AccessSwitch.INTERFACE, "nodad");
  }

  private static void route(Namespace machine, String to, String via) {
    machine.run("ip", "-6", "route", "add", to, "via", via);
  }

  /** Connects, and has the desktop see who is there while it lasts. */
  private void connectOverIpv6() {
    Namespace desktop = branch.bed().topology().desktop();
    try (ManagedProcess connection =
        branch
            .bed()
            .topology()
            .client()
            .start(
                "client-6",
                "bash",
                "-c",
                "exec 3<>/dev/tcp/" + DESKTOP_6 + "/3389 && exec sleep 60")) {
      Waiting.until(
          "IPv6 connection of the client at the desktop",
          LIMIT,
          () -> {
            connection.requireRunning();
            return desktop
                .run("ss", "-Htn6", "state", "established")
                .contains("[" + CLIENT_6 + "]:");
          });
    }
    Waiting.until(
        "end of the IPv6 connection",
        LIMIT,
        () -> !desktop.run("ss", "-Htn6", "state", "established").contains(CLIENT_6));
  }

  /** Where the management of a relay's port is: another address of the edge's machine. */
  private static Machine management(Machine port) {
    return Branch.at(port.port() + 40);
  }

  private static String policy(String... edges) {
    return Controller.policy("permit", edges)
        .replace("\"10.10.0.0/24\"", "\"10.10.0.0/24\", \"fd10::/64\"")
        .replace("\"10.20.0.0/16\"", "\"10.20.0.0/16\", \"fd20::/64\"");
  }
}
