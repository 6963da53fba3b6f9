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
package org.deskedge.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.deskedge.testbed.call.Telephones;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge and desktop agent find each other, and the desktop outlives both. */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(OrderAnnotation.class)
class DeploymentIT {

  private static TestBed bed;
  private static Deployment deployment;

  @BeforeAll
  static void bringUp() {
    bed = TestBed.open();
    deployment = Deployment.bringUp(bed, Artifacts.find(), Map.of(), new Progress(System.out));
    deployment.startAgent(Telephones.SOFTPHONE_URI);
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  @Order(1)
  void theEdgeKnowsSessionAndAgent() {
    JsonNode session = deployment.edge().sessions().path("sessions").path(0);

    assertThat(session.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(session.path("accepted").asBoolean()).isTrue();
    assertThat(session.path("controlChannel").asBoolean()).isTrue();
    InputEcho.of(bed.screen(), deployment.session().home(), "deployed");
  }

  @Test
  @Order(2)
  void aKilledAgentLeavesTheDesktopAloneAndIsReplaced() {
    deployment.agent().killAgent();
    Waiting.until("end of the control channel", Deployment.LIMIT, () -> !deployment.agentIsKnown());
    InputEcho.of(bed.screen(), deployment.session().home(), "no-agent");

    deployment.startAgent(Telephones.SOFTPHONE_URI);

    assertThat(deployment.edge().sessions().path("counters").path("active").asInt()).isOne();
  }

  @Test
  @Order(3)
  void aKilledEdgeIsReplacedAndTheAgentFindsIt() {
    deployment.edge().kill();
    Waiting.until("end of the connection", Deployment.LIMIT, () -> !bed.client().isConnected());

    deployment.edge().start(Map.of());
    deployment.login();
    Waiting.until("agent at the new edge", Deployment.LIMIT, deployment::agentIsKnown);

    InputEcho.of(bed.screen(), deployment.session().home(), "new-edge");
  }
}
