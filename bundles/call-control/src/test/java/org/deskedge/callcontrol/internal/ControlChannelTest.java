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
package org.deskedge.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deskedge.voip.Bye;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.Heartbeat;
import org.deskedge.voip.Hello;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.VoipEncoder;
import org.deskedge.voip.VoipPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlChannelTest {

  private final Bench bench = new Bench();

  @Test
  void theEdgeAnswersHelloWithItsOwn() {
    FakeAgent agent = bench.agentAfterHello();

    assertThat(agent.received).containsExactly(new Hello(2, "Deskedge edge", Optional.empty(), 0));
    assertThat(agent.closes).isZero();
    assertThat(bench.control.channelName()).isEqualTo("VOIPCTL");
  }

  @Test
  void anAgentOfALaterVersionIsSpokenToInOurs() {
    FakeAgent agent = bench.agent().send(new Hello(7, "later", Optional.empty(), 1000));

    assertThat(agent.last())
        .isInstanceOfSatisfying(Hello.class, h -> assertThat(h.version()).isEqualTo(2));
  }

  @Test
  void anAgentOfVersionOneIsSpokenToInIts() {
    FakeAgent agent = bench.agent().send(new Hello(1, "older", Optional.empty(), 1000));

    assertThat(agent.last())
        .isInstanceOfSatisfying(Hello.class, h -> assertThat(h.version()).isOne());
  }

  @Test
  void aWrongKeyEndsTheChannel() {
    FakeAgent agent = bench.agent().send(new Hello(1, "agent", Optional.of("guess"), 1000));

    assertEnded(agent, Reason.BAD_KEY);
  }

  @Test
  void anythingBeforeHelloEndsTheChannel() {
    FakeAgent agent = bench.agent().establish(1);

    assertEnded(agent, Reason.PROTOCOL_ERROR);
    assertThat(bench.relay.legs).isEmpty();
  }

  @Test
  void aSecondHelloEndsTheChannel() {
    assertEnded(bench.agentAfterHello().hello(), Reason.PROTOCOL_ERROR);
  }

  @Test
  void anAgentWithoutHeartbeatsIsNotServed() {
    assertEnded(
        bench.agent().send(new Hello(1, "agent", Optional.empty(), 0)), Reason.PROTOCOL_ERROR);
  }

  static Stream<VoipPdu> pdusOfTheEdge() {
    return Stream.of(
        new EstablishConfirm(1, 1, "v=0"),
        new EstablishReject(1, 1, Reason.BUSY, ""),
        new ModificationConfirm(1, 1, Optional.empty()),
        new ModificationReject(1, 1, Reason.INTERNAL, ""));
  }

  @ParameterizedTest
  @MethodSource("pdusOfTheEdge")
  void whatOnlyTheEdgeMaySayEndsTheChannelAndItsCalls(VoipPdu pdu) {
    FakeAgent agent = bench.agentAfterHello().establish(1).send(pdu);

    assertEnded(agent, Reason.PROTOCOL_ERROR);
  }

  @Test
  void anAgentThatSaysNothingIsEndedAfterTheTimeOut() {
    Bench slow = new Bench(Map.of(CallControlSettings.HELLO_TIMEOUT, "300"));
    FakeAgent agent = slow.agent();

    slow.after(299);
    assertThat(agent.closes).isZero();
    slow.after(1);

    assertEnded(agent, Reason.TIMEOUT);
  }

  @Test
  void heartbeatsAreAnsweredAndKeepTheChannelOpen() {
    FakeAgent agent = bench.agentAfterHello();

    for (int i = 0; i < 20; i++) {
      bench.after(1000);
      agent.send(new Heartbeat(i, false));
      assertThat(agent.last()).isEqualTo(new Heartbeat(i, true));
    }

    assertThat(agent.closes).isZero();
  }

  @Test
  void threeMissedHeartbeatsEndTheChannelAndItsCalls() {
    FakeAgent agent = bench.agent().send(new Hello(1, "agent", Optional.empty(), 400)).establish(1);

    bench.after(400);
    bench.after(400);
    assertThat(agent.closes).isZero();
    bench.after(400);

    assertEnded(agent, Reason.TIMEOUT);
  }

  @Test
  void aHeartbeatAfterTwoMissedOnesIsInTime() {
    FakeAgent agent = bench.agentAfterHello();

    bench.after(1000);
    bench.after(1000);
    agent.send(new Heartbeat(1, false));
    bench.after(1000);
    bench.after(1000);
    bench.after(1000);

    assertThat(agent.closes).isZero();
  }

  @Test
  void anAnswerToAHeartbeatIsNotAnswered() {
    FakeAgent agent = bench.agentAfterHello().send(new Heartbeat(1, true));

    assertThat(agent.received).hasSize(1);
    assertThat(agent.closes).isZero();
  }

  @Test
  void garbageEndsTheChannelAndItsCallsAndIsCounted() {
    FakeAgent agent = bench.agentAfterHello().establish(1);

    agent.bytes(Unpooled.copiedBuffer("GET / HTTP/1.1\r\n", StandardCharsets.US_ASCII));

    assertEnded(agent, Reason.PROTOCOL_ERROR);
    assertThat(bench.control.counters().malformed()).isEqualTo(1);
  }

  @Test
  void nothingIsReadAfterTheEnd() {
    FakeAgent agent = bench.agentAfterHello();
    ByteBuf bytes = Unpooled.buffer();
    VoipEncoder.encode(new Bye(Reason.NORMAL, ""), bytes);
    VoipEncoder.encode(FakeAgent.outgoing(1, 1), bytes);

    agent.bytes(bytes).establish(2);

    assertThat(agent.closes).isEqualTo(1);
    assertThat(agent.received).as("BYE is not answered").hasSize(1);
    assertThat(bench.relay.legs).isEmpty();
  }

  @Test
  void byeEndsTheCallsOfTheChannel() {
    bench.agentAfterHello().establish(1).send(new Bye(Reason.SHUTDOWN, "logging off"));

    bench.assertNothingHeld();
    assertThat(bench.control.counters().released()).isEqualTo(1);
  }

  @Test
  void typesThatAreNotKnownAreSkipped() {
    ByteBuf bytes = Unpooled.buffer();
    VoipEncoder.encode(new Release(1, Reason.NORMAL, ""), bytes);
    bytes.setByte(5, 0x7F);

    FakeAgent agent = bench.agentAfterHello().bytes(bytes).send(new Heartbeat(3, false));

    assertThat(agent.last()).isEqualTo(new Heartbeat(3, true));
  }

  @Test
  void aSecondAgentOfASessionIsTurnedAwayUntilTheFirstIsGone() {
    FakeAgent first = bench.agentAfterHello().establish(1);
    FakeAgent second = bench.agentAfterHello();

    assertThat(second.last())
        .isInstanceOfSatisfying(Bye.class, b -> assertThat(b.reason()).isEqualTo(Reason.BUSY));
    assertThat(first.closes).isZero();
    assertThat(bench.control.calls()).hasSize(1);

    first.vanishes();

    assertThat(bench.agentAfterHello().last()).isInstanceOf(Hello.class);
  }

  @Test
  void agentsOfDifferentSessionsDoNotMeet() {
    FakeSession other = new FakeSession(2, bench.clock.eventLoop());
    FakeAgent first = bench.agentAfterHello().establish(1);
    FakeAgent second = new FakeAgent(bench.control, other).hello().establish(1);

    first.bytes(Unpooled.copyInt(-1));

    assertThat(first.closes).isEqualTo(1);
    assertThat(second.last()).isInstanceOf(EstablishConfirm.class);
    assertThat(bench.call().id()).hasToString("s-2/c-1");
  }

  @Test
  void aFailureInsideEndsTheChannelOnly() {
    FakeAgent agent = bench.agentAfterHello().send(FakeAgent.incoming(1, FakeRelay.BREAKING));

    assertEnded(agent, Reason.INTERNAL);
  }

  @Test
  void aChannelThatClosesItselfWhileSendingIsHarmless() {
    FakeAgent agent = bench.agentAfterHello();
    agent.closesOnSend = true;

    agent.establish(1);

    assertThat(agent.closes).isEqualTo(1);
    bench.assertNothingHeld();
  }

  @Test
  void noTimerRunsAfterTheEnd() {
    bench.agent().vanishes();
    bench.agentAfterHello().establish(1).vanishes();

    assertThat(bench.clock.runScheduledPendingTasks()).isEqualTo(-1);
  }

  private void assertEnded(FakeAgent agent, Reason reason) {
    assertThat(agent.last())
        .isInstanceOfSatisfying(Bye.class, bye -> assertThat(bye.reason()).isEqualTo(reason));
    assertThat(agent.closes).isEqualTo(1);
    bench.assertNothingHeld();
  }
}
