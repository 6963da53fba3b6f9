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

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.admission.AdmissionControl;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallDirection;
import org.deskedge.api.call.CallState;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstablishTest {

  private final Bench bench = new Bench();

  @Test
  void aDesktopThatCallsGetsTheEdgesOffer() {
    FakeAgent agent = bench.agentAfterHello().establish(5);

    assertThat(agent.last()).isEqualTo(new EstablishConfirm(5, 1, "offer on 20000"));
    assertThat(bench.call().id()).hasToString("s-1/c-5");
    assertThat(bench.call().direction()).isEqualTo(CallDirection.OUTGOING);
    assertThat(bench.call().state()).isEqualTo(CallState.READY);
    assertThat(bench.call().localParty()).contains("sip:alice@example.net");
    assertThat(bench.call().remoteParty()).contains("sip:bob@example.net");
    assertThat(bench.call().mediaDirection()).isEqualTo(MediaDirection.INACTIVE);
    assertThat(bench.call().media().orElseThrow().sent().packets()).isEqualTo(50);
    assertThat(bench.leg().direction).isEqualTo(MediaDirection.INACTIVE);
    assertThat(bench.control.counters()).isEqualTo(new CallCounters(1, 500, 1, 0, 0, 0));
  }

  @Test
  void aDesktopThatIsCalledGetsTheEdgesAnswer() {
    FakeAgent agent = bench.agentAfterHello().send(FakeAgent.incoming(5, "v=0 far end"));

    assertThat(agent.last()).isEqualTo(new EstablishConfirm(5, 1, "answer 1 on 20000"));
    assertThat(bench.leg().offers).containsExactly("v=0 far end");
    assertThat(bench.call().direction()).isEqualTo(CallDirection.INCOMING);
  }

  @Test
  void confirmWaitsForTheVoiceChannel() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1);

    assertThat(agent.received).hasSize(1);
    assertThat(bench.call().state()).isEqualTo(CallState.OPENING);
    bench.voice.clientAgrees();
    bench.after(0);

    assertThat(agent.last()).isInstanceOf(EstablishConfirm.class);
  }

  @ParameterizedTest
  @EnumSource(value = VoiceAvailability.class, names = "AVAILABLE", mode = EnumSource.Mode.EXCLUDE)
  void aClientThatCannotCarryVoiceIsNotAsked(VoiceAvailability availability) {
    bench.voice.availability = availability;

    FakeAgent agent = bench.agentAfterHello().establish(1);

    assertRejected(agent, Reason.NO_VOICE);
    assertThat(bench.relay.legs).isEmpty();
  }

  @Test
  void aClientThatRefusesMeansNoVoice() {
    bench.voice.client = FakeVoice.Client.REFUSES;

    FakeAgent agent = bench.agentAfterHello().establish(1);

    assertRejected(agent, Reason.NO_VOICE);
    assertThat(((EstablishReject) agent.last()).text()).isEqualTo("the client declined");
  }

  @Test
  void aClientThatIsSilentIsGivenUpAfterTheTimeOut() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1);

    bench.after(VoiceLease.OPEN_TIMEOUT_MILLIS - 1);
    assertThat(agent.received).hasSize(1);
    bench.after(1);

    assertRejected(agent, Reason.TIMEOUT);
  }

  @Test
  void whatTheClientOpensTooLateIsGivenBack() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1);
    bench.after(VoiceLease.OPEN_TIMEOUT_MILLIS);

    bench.voice.clientAgrees();
    bench.after(0);

    assertRejected(agent, Reason.TIMEOUT);
    assertThat(bench.voice.opened).isEqualTo(1);
  }

  @Test
  void whatTheClientOpensAfterTheReleaseIsGivenBack() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1).release(1);
    assertThat(bench.relay.openLegs()).isZero();

    bench.voice.clientAgrees();
    bench.after(0);

    assertThat(agent.received).as("RELEASE is not answered").hasSize(1);
    bench.assertNothingHeld();
    assertThat(bench.voice.opened).isEqualTo(1);
  }

  @Test
  void aNewCallIsBusyWhileTheClientsAnswerForAnEndedOneIsToCome() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1).release(1).establish(2);

    assertRejected(agent, Reason.BUSY);
    bench.voice.client = FakeVoice.Client.AGREES;
    bench.voice.clientRefuses();
    bench.after(0);

    assertThat(agent.establish(3).last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void aVoiceChannelThatClosesWhileItOpensMeansNoVoice() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1);

    bench.voice.clientCloses();
    bench.voice.givenBack = 0; // it was not open yet

    assertRejected(agent, Reason.NO_VOICE);
  }

  @Test
  void aFullRelayMeansNoPort() {
    bench.relay.full = true;

    FakeAgent agent = bench.agentAfterHello().establish(1);

    assertRejected(agent, Reason.NO_PORT);
    assertThat(bench.voice.opened).isZero();
  }

  @Test
  void anOfferWithoutUsableMediaIsRefusedInWords() {
    FakeAgent agent = bench.agentAfterHello().send(FakeAgent.incoming(1, FakeRelay.UNUSABLE));

    assertRejected(agent, Reason.UNUSABLE_SDP);
    assertThat(((EstablishReject) agent.last()).text()).isEqualTo("no audio  in it");
    assertThat(bench.voice.opened).isZero();
  }

  @Test
  void aSecondCallIsBusyAndDisturbsNothing() {
    FakeAgent agent = bench.agentAfterHello().establish(1).establish(2);

    assertThat(agent.last())
        .isEqualTo(new EstablishReject(2, 1, Reason.BUSY, "another call owns the voice channel"));
    assertThat(bench.call().state()).isEqualTo(CallState.READY);
    assertThat(bench.voice.isOpen()).isTrue();

    agent.release(1).establish(2);

    assertThat(agent.last()).isEqualTo(new EstablishConfirm(2, 1, "offer on 20002"));
  }

  @Test
  void theLimitOfTheSessionIsKept() {
    Bench small = new Bench(Map.of(CallControlSettings.CALLS_PER_SESSION, "1"));
    FakeAgent agent = small.agentAfterHello().establish(1).establish(2);

    assertThat(agent.last())
        .isEqualTo(new EstablishReject(2, 1, Reason.LIMIT, "the session has 1 calls already"));

    assertThat(agent.release(1).establish(2).last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void theLimitOfTheEdgeIsKeptAcrossSessions() {
    Bench small = new Bench(Map.of(CallControlSettings.CALLS_LIMIT, "1"));
    FakeAgent first = small.agentAfterHello().establish(1);
    FakeAgent second =
        new FakeAgent(small.control, new FakeSession(2, small.clock.eventLoop())).hello();

    assertThat(second.establish(1).last())
        .isEqualTo(new EstablishReject(1, 1, Reason.LIMIT, "the edge has 1 calls already"));
    assertThat(small.control.counters()).isEqualTo(new CallCounters(1, 1, 1, 1, 0, 0));

    first.release(1);
    assertThat(second.establish(1).last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void anEdgeThatDrainsRejectsNewCallsAndKeepsThoseThereAre() {
    FakeAgent agent = bench.agentAfterHello().establish(1);
    AdmissionControl draining = new Draining();
    bench.control.bindAdmission(draining);

    agent.establish(1);
    assertThat(agent.last()).isEqualTo(new EstablishConfirm(1, 1, "offer on 20000"));
    agent.establish(2);
    assertThat(agent.last())
        .isEqualTo(new EstablishReject(2, 1, Reason.DRAINING, "the edge drains"));
    assertThat(bench.control.counters()).isEqualTo(new CallCounters(1, 500, 1, 1, 0, 0));

    agent.release(1);
    bench.control.unbindAdmission(draining);
    assertThat(agent.establish(3).last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndNothingMore() {
    FakeAgent agent = bench.agentAfterHello().establish(1).establish(1);

    assertThat(agent.received).hasSize(3);
    assertThat(agent.received.get(2)).isEqualTo(agent.received.get(1));
    assertThat(bench.relay.legs).hasSize(1);
    assertThat(bench.voice.opened).isEqualTo(1);
    assertThat(bench.control.counters().established()).isEqualTo(1);
  }

  @Test
  void aRepeatedRequestIsAnsweredOnceWhileTheFirstAnswerIsToCome() {
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    FakeAgent agent = bench.agentAfterHello().establish(1).establish(1);
    bench.voice.clientAgrees();
    bench.after(0);

    assertThat(agent.received).hasSize(2);
    assertThat(bench.relay.legs).hasSize(1);
  }

  @Test
  void anotherRequestForACallThatThereIsIsRefusedAndTheCallStays() {
    FakeAgent agent = bench.agentAfterHello().establish(1).send(FakeAgent.outgoing(1, 2));

    assertThat(agent.last())
        .isEqualTo(new EstablishReject(1, 2, Reason.PROTOCOL_ERROR, "the call exists already"));
    assertThat(bench.call().state()).isEqualTo(CallState.READY);
  }

  private void assertRejected(FakeAgent agent, Reason reason) {
    assertThat(agent.last())
        .isInstanceOfSatisfying(
            EstablishReject.class, r -> assertThat(r.reason()).isEqualTo(reason));
    assertThat(agent.closes).isZero();
    assertThat(bench.control.counters().rejected()).isEqualTo(1);
    bench.assertNothingHeld();
  }

  private static final class Draining implements AdmissionControl {

    @Override
    public Optional<String> refusalOfSession(InetSocketAddress client, InetSocketAddress desktop) {
      throw new AssertionError("call control lets no sessions in");
    }

    @Override
    public Optional<String> refusalOfCall() {
      return Optional.of("the edge drains");
    }
  }
}
