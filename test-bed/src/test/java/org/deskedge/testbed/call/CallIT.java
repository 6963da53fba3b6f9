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
package org.deskedge.testbed.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskedge.testbed.Artifacts;
import org.deskedge.testbed.Deployment;
import org.deskedge.testbed.EdgeLog;
import org.deskedge.testbed.LogsOnFailure;
import org.deskedge.testbed.Progress;
import org.deskedge.testbed.TestBed;
import org.deskedge.testbed.WanWatch;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.desktop.DesktopAgent;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.JavaProgram;
import org.deskedge.testbed.process.ManagedProcess;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.report.CallResult;
import org.deskedge.testbed.voice.Baresip;
import org.deskedge.testbed.voice.G711;
import org.deskedge.testbed.voice.PhoneEvent;
import org.deskedge.testbed.voice.RtpTalker;
import org.deskedge.testbed.voice.Speech;
import org.deskedge.testbed.wire.WanVoice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls through the edge: their voice, and that nothing of them is left when they end. */
@ExtendWith(LogsOnFailure.class)
@TestMethodOrder(OrderAnnotation.class)
class CallIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern RTP = Pattern.compile("call established: .* RTP at ([0-9.:]+)");

  /** A codec nobody here has; a stream that is refused; a fax; what is no session description. */
  private static final List<String> UNUSABLE_MEDIA =
      List.of(
          "m=audio 40000 RTP/AVP 4",
          "m=audio 0 RTP/AVP 0",
          "m=image 40000 udptl t38",
          "m=audio forty RTP/AVP");

  private static TestBed bed;
  private static WanWatch wan;
  private static Deployment deployment;

  @BeforeAll
  static void bringUp() {
    bed = TestBed.open();
    wan = WanWatch.start(bed);
    deployment =
        Deployment.bringUp(
            bed,
            Artifacts.find(),
            edge -> edge.start(wan.edgeEnvironment()),
            new Progress(System.out));
    deployment.startAgent(Telephones.SOFTPHONE_URI);
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void whoeverHangsUpNothingIsLeft(Direction direction) {
    try (Telephones telephones = Telephones.start(deployment, direction.codec())) {
      Baresip caller = telephones.caller(direction);
      Baresip called = telephones.called(direction);
      for (Baresip first : List.of(caller, called)) {
        Baresip second = first == caller ? called : caller;
        telephones.call(direction);
        Waiting.until("open microphone", LIMIT, deployment.sound()::isListenedTo);
        second.forgetEvents();

        first.hangUp();

        second.await(PhoneEvent.CLOSED, LIMIT);
        expectNothingLeft();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Order(2)
  void aCallThatIsRefusedOrGivenUpLeavesNothing(Direction direction) {
    try (Telephones telephones = Telephones.startRinging(deployment, direction.codec())) {
      Baresip caller = telephones.caller(direction);
      Baresip called = telephones.called(direction);

      telephones.ring(direction);
      assertThat(deployment.edge().calls().path("calls")).hasSize(1);
      called.hangUp();
      assertThat(caller.await(PhoneEvent.CLOSED, LIMIT).detail()).contains("486");
      expectNothingLeft();

      telephones.ring(direction);
      assertThat(deployment.edge().calls().path("calls")).hasSize(1);
      caller.hangUp();
      called.await(PhoneEvent.CLOSED, LIMIT);
      expectNothingLeft();
    }
  }

  @Test
  @Order(3)
  void aCallWithoutUsableMediaIsRefusedAndLeavesNothing() {
    try (Telephones telephones = Telephones.start(deployment, G711.PCMU)) {
      for (String media : UNUSABLE_MEDIA) {
        EdgeLog log = EdgeLog.from(deployment.edge());

        assertThat(invite(media)).as(media).isEqualTo("488");

        log.expectOneComplaint(
            "call with sip:raw@" + Machine.PHONE.address(), "refused: UNUSABLE_SDP");
        expectNothingLeft();
      }
      telephones.call(Direction.OUTGOING);
    }
  }

  @Test
  @Order(4)
  void theDesktopCallsAndEachHearsTheOther() {
    CallResult call = MeasuredCall.place(deployment, Direction.OUTGOING, () -> {}, () -> {});

    expectGoodVoice(call, "PCMU");
    expectNothingLeft();
  }

  @Test
  @Order(5)
  void theDesktopIsCalledAndAStrangersPacketsAreNotHeard() throws IOException {
    Path speech = bed.state().folder("speech").resolve("stranger.wav");
    Speech.FAR_END.write(speech, Duration.ZERO, Duration.ZERO);
    EdgeLog log = EdgeLog.from(deployment.edge());
    String stranger = Machine.CLIENT.address() + ":40000";
    ManagedProcess[] talker = new ManagedProcess[1];
    long[] refused = new long[1];
    CallResult call =
        MeasuredCall.place(
            deployment,
            Direction.INCOMING,
            () ->
                talker[0] =
                    bed.topology()
                        .client()
                        .start(
                            "stranger",
                            JavaProgram.of(
                                RtpTalker.class, stranger, rtpAddress(), speech.toString())),
            () -> {
              talker[0].await(LIMIT);
              refused[0] = media().at("/received/refused/strangers").asLong();
            });

    expectGoodVoice(call, "PCMA");
    // 50 packets a second for at least 9 s, and not one of the far end's.
    assertThat(refused[0]).isBetween(450L, 800L);
    log.expectOneComplaint(
        "dropping packets from " + stranger, "the session description says 10.10.0.4:");
    expectNothingLeft();
  }

  @Test
  @Order(6)
  void noVoiceCrossedTheWan() {
    WanVoice voice = wan.stop();

    System.out.println(voice);
    assertThat(voice.rdpPdus()).isPositive();
    assertThat(voice.packets()).isZero();
  }

  @Test
  @Order(7)
  void theDesktopIsUsableAfterAllOfIt() {
    InputEcho.of(bed.screen(), deployment.session().home(), "after-the-calls");
  }

  /** Calls the desktop as the far end; returns the final status. */
  private static String invite(String media) {
    String from = Machine.PHONE.address();
    String sdp = "v=0\r\no=- 1 1 IN IP4 %1$s\r\ns=-\r\nc=IN IP4 %1$s\r\nt=0 0\r\n%2$s\r\n";
    return bed.topology()
        .phone()
        .in(
            JavaProgram.of(
                RawInvite.class,
                from,
                Topology.DESKTOP_ADDRESS,
                Integer.toString(DesktopAgent.NETWORK_SIDE_PORT),
                Integer.toHexString(media.hashCode()),
                sdp.formatted(from, media)))
        .run()
        .strip();
  }

  private static void expectGoodVoice(CallResult call, String codec) {
    System.out.println(call);
    assertThat(call.codec()).isEqualTo(codec);
    assertThat(call.correlationToFarEnd()).isGreaterThanOrEqualTo(0.95);
    assertThat(call.correlationToClient()).isGreaterThanOrEqualTo(0.95);
    assertThat(call.passes()).isTrue();
  }

  private static void expectNothingLeft() {
    deployment.edge().awaitNoCall(LIMIT);
    Waiting.until("closed microphone", LIMIT, () -> !deployment.sound().isListenedTo());
    Waiting.until("agent without calls", LIMIT, () -> deployment.agent().calls() == 0);
  }

  private static JsonNode media() {
    return deployment.edge().calls().path("calls").path(0).path("media");
  }

  /** From the log: to ask the console would be heard in the speech on a small machine. */
  private static String rtpAddress() {
    List<String> lines = deployment.edge().log();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher line = RTP.matcher(lines.get(i));
      if (line.find()) {
        return line.group(1);
      }
    }
    throw new AssertionError("no call established");
  }
}
