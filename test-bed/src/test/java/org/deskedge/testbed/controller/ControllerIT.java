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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.LogsOnFailure;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.network.AccessSwitch;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Namespace;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.TestBedException;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The controller and its hold on the access switch. The restart comes last. */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ControllerIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PORT = 5555;

  private static TestBed bed;
  private static AccessSwitch access;
  private static Onos onos;
  private static ControlledSwitch controlled;

  @BeforeAll
  static void open() {
    bed = TestBed.open();
    access = bed.topology().access();
    onos = bed.installOnos(Artifacts.find().onos());
    onos.start();
    controlled = ControlledSwitch.takeOver(onos, access, Topology.CONTROLLER_ADDRESS);
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  @Order(1)
  void theSwitchAndItsPortsAreKnown() {
    Map<String, String> ports = new TreeMap<>();
    for (JsonNode port : onos.get("/v1/devices/" + access.deviceId() + "/ports").path("ports")) {
      assertThat(port.path("isEnabled").isBoolean()).isTrue();
      ports.put(port.path("port").asText(), port.at("/annotations/portName").asText());
    }
    assertThat(ports)
        .containsEntry("1", Machine.ROUTER.switchInterface())
        .containsEntry("2", Machine.CLIENT.switchInterface())
        .containsEntry("3", Machine.EDGE.switchInterface())
        .containsEntry("4", Machine.PHONE.switchInterface())
        .containsKey("local");
    assertThat(onos.console("devices")).contains(access.deviceId(), "role=MASTER");
  }

  @Test
  @Order(2)
  void itForwardsByTheControllersRule() {
    assertThat(bed.topology().edge().run("ping", "-q", "-c", "2", Machine.PHONE.address()))
        .contains("2 received");
    Waiting.until("counted packets", LIMIT, () -> forwardingRule().path("packets").asLong() > 0);
    assertThat(forwardingRule().path("state").asText()).isEqualTo("ADDED");
  }

  @Test
  @Order(3)
  void aRedirectingRuleTakesAConnectionElsewhere() {
    assertThat(connects()).isFalse();
    Namespace edge = bed.topology().edge();
    edge.run("sysctl", "-qw", "net.ipv4.conf.all.arp_ignore=1");
    edge.run("ip", "addr", "add", Machine.PHONE.address() + "/32", "dev", "lo");
    // As a web server: otherwise it ends with its standard input.
    edge.start(
        "listener", "openssl", "s_server", "-www", "-nocert", "-accept", Integer.toString(PORT));
    Waiting.until("listener", LIMIT, () -> edge.run("ss", "-Hltn").contains(":" + PORT + " "));

    String rule = controlled.add(redirection());
    Waiting.until("redirecting flow", LIMIT, ControllerIT::redirects);
    assertThat(connects()).isTrue();

    controlled.remove(rule);
    Waiting.until("end of the redirecting flow", LIMIT, () -> !redirects());
    // The switch goes on for a moment with what it has cached.
    Waiting.until("end of the redirection", LIMIT, () -> !connects());
  }

  @Test
  @Order(4)
  void rulesThatCannotBeInstalledAreReportedAsFailed() {
    String neverEncoded =
        controlled.add(rule("{\"type\": \"INNER_VLAN_VID\", \"innerVlanId\": 7}"));
    String refusedBySwitch = controlled.add(rule("{\"type\": \"TCP_DST\", \"tcpPort\": 99}"));
    controlled.awaitState(neverEncoded, "FAILED");
    controlled.awaitState(refusedBySwitch, "FAILED");
    controlled.remove(neverEncoded);
    controlled.remove(refusedBySwitch);
  }

  @Test
  @Order(5)
  void alienFlowsGoAndDeletedOnesComeBack() {
    access.addFlow("priority=7,tcp,tp_dst=99,actions=drop");
    // One that ONOS has no words for.
    access.addFlow("priority=8,reg0=5,actions=drop");
    Waiting.until("end of the alien flows", LIMIT, () -> access.flows().lines().count() == 2);
    assertThat(access.flows()).contains("actions=NORMAL");

    access.deleteFlows();
    Waiting.until("return of the flow", LIMIT, () -> access.flows().contains("actions=NORMAL"));
  }

  @Test
  @Order(6)
  void rulesComeBackWithTheSwitch() {
    String rule = controlled.add(redirection());
    Waiting.until("redirecting flow", LIMIT, ControllerIT::redirects);
    access.dropController();
    Waiting.until("end of the connection", LIMIT, () -> !controlled.isConnected());
    assertThat(redirects()).isFalse();

    access.setController(Topology.CONTROLLER_ADDRESS, Onos.OPENFLOW_PORT);
    Waiting.until("redirecting flow", LIMIT, ControllerIT::redirects);
    Waiting.until("forwarding flow", LIMIT, () -> access.flows().contains("actions=NORMAL"));
    assertThat(connects()).isTrue();
    controlled.remove(rule);
  }

  @Test
  @Order(7)
  void whatItKeepsSurvivesACrash(@TempDir Path folder) throws IOException {
    assertThat(onos.installApplication(EmptyApplication.write(folder)))
        .isEqualTo(EmptyApplication.NAME);
    String device = "/v1/network/configuration/devices/" + access.deviceId() + "/basic";
    onos.post(device, "{\"name\": \"branch\"}");
    onos.kill();
    assertThat(onos.isRunning()).isFalse();
    assertThat(bed.topology().edge().run("ping", "-q", "-c", "2", Machine.PHONE.address()))
        .contains("2 received");

    onos.start();
    controlled.forward();
    assertThat(onos.get(device).path("name").asText()).isEqualTo("branch");
    onos.awaitActive(EmptyApplication.NAME);
  }

  @Test
  @Order(8)
  void whatItRefusesIsSaid() {
    assertThatThrownBy(() -> onos.get("/v1/devices/of:00000000000000ff"))
        .isInstanceOf(TestBedException.class)
        .hasMessageContaining("404");
  }

  private static JsonNode forwardingRule() {
    return controlled.flows().stream()
        .filter(rule -> rule.path("priority").asInt() == 0)
        .findFirst()
        .orElseThrow();
  }

  private static boolean redirects() {
    return access.flows().contains("tp_dst=" + PORT);
  }

  /** A connection of the client to the phone, which has no listener; the edge has one. */
  private static boolean connects() {
    String open = "exec 3<>/dev/tcp/" + Machine.PHONE.address() + "/" + PORT;
    return bed.topology()
        .client()
        .run("bash", "-c", "timeout 3 bash -c '" + open + "' 2>&- && echo yes || echo no")
        .equals("yes\n");
  }

  private static String redirection() {
    return """
        {"priority": 200, "isPermanent": true, "deviceId": "%s",
         "selector": {"criteria": [
           {"type": "IN_PORT", "port": %d},
           {"type": "ETH_TYPE", "ethType": "0x0800"},
           {"type": "IP_PROTO", "protocol": 6},
           {"type": "IPV4_DST", "ip": "%s/32"},
           {"type": "TCP_DST", "tcpPort": %d}]},
         "treatment": {"instructions": [
           {"type": "L2MODIFICATION", "subtype": "ETH_DST", "mac": "%s"},
           {"type": "OUTPUT", "port": "%d"}]}}
        """
        .formatted(
            access.deviceId(),
            Machine.CLIENT.port(),
            Machine.PHONE.address(),
            PORT,
            Machine.EDGE.mac(),
            Machine.EDGE.port());
  }

  private static String rule(String criterion) {
    return """
        {"priority": 9, "isPermanent": true, "deviceId": "%s", "selector": {"criteria": [%s]},
         "treatment": {"instructions": [{"type": "OUTPUT", "port": "NORMAL"}]}}
        """
        .formatted(access.deviceId(), criterion);
  }
}
