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
import java.time.Duration;
import java.util.Map;
import org.deskedge.testbed.call.Direction;
import org.deskedge.testbed.call.Telephones;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.report.CallMeasurement;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.voice.SpeechComparison;
import org.deskedge.testbed.voice.SpeechMatch;
import org.deskedge.testbed.wire.PacketCapture;
import org.deskedge.testbed.wire.RtpCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Edge and desktop agent find each other, and desktop and calls outlive the loss of either. */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(OrderAnnotation.class)
class DeploymentIT {

  /** Time for a call to go over to the softphone's own media before the person speaks there. */
  private static final Duration FALLBACK_LEAD = Duration.ofSeconds(8);

  /** Margin for speech to have arrived. */
  private static final long DRAIN_MILLIS = 1500;

  private static TestBed bed;
  private static Deployment deployment;

  @BeforeAll
  static void bringUp() {
    bed = TestBed.open();
    deployment =
        Deployment.bringUp(
            bed, Artifacts.find(), edge -> edge.start(Map.of()), new Progress(System.out));
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
  void anAgentKilledInACallEndsTheCallAndNothingElse() {
    try (Telephones telephones = Telephones.start(deployment, G711.PCMU)) {
      telephones.call(Direction.OUTGOING);
      assertThat(deployment.edge().calls().path("calls")).hasSize(1);
      String session = deployment.firstSession().path("id").asText();

      deployment.agent().killAgent();

      deployment.edge().awaitNoCall(Deployment.LIMIT);
      Waiting.until(
          "closed microphone", Deployment.LIMIT, () -> !deployment.sound().isListenedTo());
      assertThat(deployment.agentIsKnown()).isFalse();
      assertThat(deployment.firstSession().path("id").asText()).isEqualTo(session);
      assertThat(deployment.firstSession().path("state").asText()).isEqualTo("ACTIVE");
      InputEcho.of(bed.screen(), deployment.session().home(), "no-agent");
    }

    deployment.startAgent(Telephones.SOFTPHONE_URI);

    assertThat(deployment.edge().sessions().path("counters").path("active").asInt()).isOne();
  }

  @Test
  @Order(3)
  void anEdgeKilledInACallLeavesTheCallToTheSoftphonesOwnMedia() {
    try (PacketCapture wan = captureWan("edge-killed");
        Telephones telephones = Telephones.startSpeaking(deployment, G711.PCMU, FALLBACK_LEAD)) {
      telephones.call(Direction.OUTGOING);
      assertThat(deployment.edge().calls().path("calls")).hasSize(1);

      deployment.edge().kill();

      Waiting.until(
          "call through the desktop",
          FALLBACK_LEAD,
          () -> deployment.agent().log().contains("goes on through the desktop"));
      Waiting.pause(FALLBACK_LEAD.toMillis() + millis(Speech.PERSON) + DRAIN_MILLIS);
      telephones.softphone().hangUp();
      Waiting.until("end of the connection", Deployment.LIMIT, () -> !bed.client().isConnected());

      assertThat(RtpCount.on(wan.stop())).isGreaterThan(500);
      expectHeard(Speech.PERSON, telephones.phone().heard());
    }
  }

  @Test
  @Order(4)
  void withoutAnEdgeTheCallIsTheSoftphonesOwn() {
    bed.topology().redirection().off();
    deployment.login();
    try (PacketCapture wan = captureWan("no-edge");
        Telephones telephones =
            Telephones.startSpeaking(deployment, G711.PCMA, CallMeasurement.FAR_END_LEAD)) {
      Duration setUp = telephones.call(Direction.OUTGOING);
      System.out.println("set-up without an edge: " + setUp.toMillis() + " ms");
      Waiting.pause(
          CallMeasurement.FAR_END_LEAD.toMillis()
              + Math.max(millis(Speech.PERSON), millis(Speech.FAR_END))
              + DRAIN_MILLIS);
      telephones.softphone().hangUp();

      // Two directions of at least 9 s.
      assertThat(RtpCount.on(wan.stop())).isGreaterThan(2 * 450);
      expectHeard(Speech.PERSON, telephones.phone().heard());
      expectHeard(Speech.FAR_END, telephones.softphone().heard());
      assertThat(deployment.agent().log()).contains("voice through the desktop: no edge");
    }
  }

  @Test
  @Order(5)
  void theNextLoginFindsTheNewEdgeAndSoDoesTheNextCall() {
    deployment.edge().start(Map.of());
    bed.topology().redirection().on();
    deployment.login();
    Waiting.until("agent at the new edge", Deployment.LIMIT, deployment::agentIsKnown);
    try (Telephones telephones = Telephones.start(deployment, G711.PCMA)) {
      telephones.call(Direction.INCOMING);

      assertThat(deployment.edge().calls().path("calls").path(0).path("state").asText())
          .isEqualTo("ACTIVE");
      telephones.phone().hangUp();
      deployment.edge().awaitNoCall(Deployment.LIMIT);
    }
    InputEcho.of(bed.screen(), deployment.session().home(), "new-edge");
  }

  private static PacketCapture captureWan(String name) {
    return PacketCapture.start(name, bed.topology().desktop(), Wan.INTERFACE, bed.state());
  }

  private static long millis(Speech speech) {
    return speech.samples().length * 1000L / G711.RATE;
  }

  private static void expectHeard(Speech speech, short[] heard) {
    SpeechMatch match = SpeechComparison.compare(speech.samples(), heard);
    System.out.println(speech + " through the desktop: " + match.correlation());
    assertThat(match.acceptable()).isTrue();
  }
}
