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
import static org.assertj.core.api.Assertions.within;
import static org.deskedge.testbed.controller.Branch.LIMIT;
import static org.deskedge.testbed.controller.Controller.EDGE;
import static org.deskedge.testbed.controller.Controller.POLICY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Clients spread over a group of four edges. They are one edge program with a cable, a hardware
 * address and a management address for each: to switch and controller they are four.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class EdgeGroup {

  private static final Map<String, Machine> MORE =
      Map.of("edge-7", Branch.at(7), "edge-8", Branch.at(8), "edge-9", Branch.at(9));

  private static final String LOST = "edge-8";

  /** 16 subnets of 256 clients each. */
  private static final int SUBNETS = 16;

  private static final Pattern REDIRECT =
      Pattern.compile("tcp,nw_src=([0-9.]+)/(\\d+),.*set_field:([0-9a-f:]+)->eth_dst,output:");

  private static Map<String, String> before;

  private final Branch branch = Branch.up();
  private final Controller controller = branch.controller();
  private final Namespace machine = branch.bed().topology().edge();

  @Test
  @Order(1)
  void clientsAreSpreadOverAllEdgesOfTheGroup() {
    AccessSwitch access = branch.access();
    machine.run("sysctl", "-qw", "net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.rp_filter=0");
    String groups = "\"groups\": [\"branch\"],";
    String token = branch.edge().token();
    MORE.forEach(
        (id, cable) -> {
          access.connect(cable, machine, cable.role());
          machine.run("sysctl", "-qw", "net.ipv4.conf." + cable.role() + ".rp_filter=0");
          machine.run(redirect(), "up", "--interface", cable.role());
          Branch.answerUnder(cable.managementAddress(), machine);
          Waiting.until(
              "port of " + id,
              LIMIT,
              () ->
                  controller
                      .onos()
                      .get("/v1/devices/" + access.deviceId() + "/ports")
                      .toString()
                      .contains(cable.switchInterface()));
          controller
              .app()
              .putEdge(id, Controller.edge(id, access.deviceId(), cable, token, groups));
        });
    controller
        .app()
        .putEdge(EDGE, Controller.edge(EDGE, access.deviceId(), Machine.EDGE, token, groups));
    MORE.keySet().forEach(id -> controller.app().awaitEdge(id, "UP"));
    controller.app().putPolicy(POLICY, policy());
    controller.app().awaitInstalled(POLICY);

    before = servers();
    assertThat(before).hasSize(SUBNETS * 256);
    Map<String, Long> shares = shares(before);
    System.out.println("4096 clients by edge: " + shares);
    assertThat(shares).hasSize(4);
    // 256 parts drawn for four edges: 64 each, with a standard deviation of 7.
    assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(512L, 1536L));
  }

  @Test
  @Order(2)
  void connectionsGoToTheEdgeOfTheirClient() {
    Namespace client = branch.bed().topology().client();
    Set<String> edges = new TreeSet<>();
    List<String> clients = new ArrayList<>(List.of(Machine.CLIENT.address()));
    // One client of each edge, in the subnet where machines are.
    Map<String, String> others = new HashMap<>();
    IntStream.range(16, 250)
        .mapToObj(host -> "10.10.0." + host)
        .forEach(address -> others.putIfAbsent(before.get(address), address));
    clients.addAll(others.values());
    for (String address : clients) {
      if (!address.equals(Machine.CLIENT.address())) {
        client.run("ip", "addr", "add", address + "/32", "dev", AccessSwitch.INTERFACE);
      }
      client.run(
          "ip",
          "route",
          "replace",
          Topology.DESKTOP_ADDRESS,
          "via",
          Machine.ROUTER.address(),
          "src",
          address);
      assertThat(branch.desktop().wayOf(client)).isEqualTo(EDGE);
      edges.add(before.get(address));
    }
    client.run("ip", "route", "del", Topology.DESKTOP_ADDRESS);
    assertThat(edges).hasSize(4);
    for (String mac : edges) {
      assertThat(branch.tcpFlows())
          .anyMatch(flow -> flow.contains(mac) && !flow.contains("n_packets=0,"));
    }
  }

  @Test
  @Order(3)
  void anEdgeThatGoesMovesItsOwnClientsAlone() {
    Branch.vanishUnder(MORE.get(LOST).managementAddress(), machine);
    controller.app().awaitEdge(LOST, "DOWN");
    String mac = MORE.get(LOST).mac();
    Waiting.until(
        "redirects without the lost edge",
        LIMIT,
        () -> branch.tcpFlows().stream().noneMatch(flow -> flow.contains(mac + "->")));
    Map<String, String> after = servers();

    Set<String> moved = moved(before, after);
    Set<String> own =
        before.entrySet().stream()
            .filter(each -> each.getValue().equals(mac))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    System.out.printf("1 of 4 edges lost: %d of 4096 clients moved%n", moved.size());
    assertThat(moved).isEqualTo(own);
    assertThat(moved.size() / 4096.0).isCloseTo(1 / 4.0, within(0.1));
    assertThat(shares(after)).hasSize(3);
  }

  @Test
  @Order(4)
  void anEdgeThatComesTakesItsShareAndMovesNobodyElse() {
    Map<String, String> without = servers();
    Branch.answerUnder(MORE.get(LOST).managementAddress(), machine);
    controller.app().awaitEdge(LOST, "UP");
    controller.app().awaitInstalled(POLICY);
    Waiting.until("the clients as before", LIMIT, () -> servers().equals(before));

    Set<String> moved = moved(without, servers());
    System.out.printf("a fourth edge added to 3: %d of 4096 clients moved%n", moved.size());
    assertThat(moved.size() / 4096.0).isCloseTo(1 / 4.0, within(0.1));
    controller.app().removePolicy(POLICY);
    MORE.keySet().forEach(controller.app()::removeEdge);
    MORE.values().forEach(cable -> machine.run(redirect(), "down", "--interface", cable.role()));
  }

  private String redirect() {
    return branch.edge().home().resolve("bin/deskedge-redirect").toString();
  }

  private static String policy() {
    String clients =
        IntStream.range(0, SUBNETS)
            .mapToObj(subnet -> "\"10.10." + subnet + ".0/24\"")
            .collect(Collectors.joining(", "));
    return Controller.policy("deny")
        .replace("\"10.10.0.0/24\"", clients)
        .replace("\"edges\": [\"" + EDGE + "\"]", "\"edgeGroup\": \"branch\"");
  }

  /** The hardware address that the switch sends each client's new connections to. */
  private Map<String, String> servers() {
    Map<String, String> servers = new HashMap<>();
    for (String flow : branch.tcpFlows()) {
      Matcher redirect = REDIRECT.matcher(flow);
      if (redirect.find()) {
        int first = number(redirect.group(1));
        int count = 1 << (32 - Integer.parseInt(redirect.group(2)));
        for (int client = first; client < first + count; client++) {
          servers.put(text(client), redirect.group(3));
        }
      }
    }
    return servers;
  }

  private static Map<String, Long> shares(Map<String, String> servers) {
    return servers.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
  }

  private static Set<String> moved(Map<String, String> from, Map<String, String> to) {
    return from.keySet().stream()
        .filter(client -> !from.get(client).equals(to.get(client)))
        .collect(Collectors.toSet());
  }

  private static int number(String address) {
    int number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  private static String text(int address) {
    return (address >>> 24)
        + "."
        + (address >> 16 & 0xff)
        + "."
        + (address >> 8 & 0xff)
        + "."
        + (address & 0xff);
  }
}
