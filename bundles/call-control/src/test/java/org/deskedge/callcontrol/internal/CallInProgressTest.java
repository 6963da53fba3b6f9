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

import java.util.Optional;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallState;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.voip.Direction;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.SdpRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallInProgressTest {

  private final Bench bench = new Bench();
  private final FakeAgent agent = bench.agentAfterHello().establish(1);

  @Test
  void theFarEndsAnswerStartsVoice() {
    agent.send(modification(2, Direction.SENDRECV, SdpRole.ANSWER, "v=0 far end"));

    assertThat(agent.last()).isEqualTo(new ModificationConfirm(1, 2, Optional.empty()));
    assertThat(bench.leg().answers).containsExactly("v=0 far end");
    assertThat(bench.leg().direction).isEqualTo(MediaDirection.SENDRECV);
    assertThat(bench.call().state()).isEqualTo(CallState.ACTIVE);
    assertThat(bench.call().mediaDirection()).isEqualTo(MediaDirection.SENDRECV);
  }

  @Test
  void aNewOfferOfTheFarEndIsAnswered() {
    agent.send(modification(2, Direction.SENDRECV, SdpRole.OFFER, "v=0 moved"));

    assertThat(agent.last())
        .isEqualTo(new ModificationConfirm(1, 2, Optional.of("answer 1 on 20000")));
    assertThat(bench.leg().offers).containsExactly("v=0 moved");
  }

  @ParameterizedTest
  @EnumSource(Direction.class)
  void theDirectionAloneCanChange(Direction direction) {
    agent.modify(1, 2, direction);

    assertThat(agent.last()).isEqualTo(new ModificationConfirm(1, 2, Optional.empty()));
    assertThat(bench.leg().direction.name()).isEqualTo(direction.name());
    assertThat(bench.call().mediaDirection().name()).isEqualTo(direction.name());
    assertThat(bench.leg().offers).isEmpty();
    assertThat(bench.leg().answers).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = SdpRole.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void anUnusableSessionDescriptionLeavesTheCallAsItWas(SdpRole role) {
    agent.modify(1, 2, Direction.RECVONLY);

    agent.send(modification(3, Direction.SENDRECV, role, FakeRelay.UNUSABLE));

    assertThat(agent.last())
        .isEqualTo(new ModificationReject(1, 3, Reason.UNUSABLE_SDP, "no audio  in it"));
    assertThat(bench.leg().direction).isEqualTo(MediaDirection.RECVONLY);
    assertThat(bench.call().mediaDirection()).isEqualTo(MediaDirection.RECVONLY);
    assertThat(bench.leg().closes).isZero();
  }

  @Test
  void aRepeatedModificationGetsTheSameAnswerAndIsNotDoneAgain() {
    ModificationRequest request = modification(2, Direction.SENDRECV, SdpRole.OFFER, "v=0");
    agent.send(request).send(request);

    assertThat(agent.received).hasSize(4);
    assertThat(agent.received.get(3)).isEqualTo(agent.received.get(2));
    assertThat(bench.leg().offers).hasSize(1);
  }

  @Test
  void theTransactionOfTheRequestMayBeUsedAgainForAModification() {
    agent.modify(1, 1, Direction.SENDRECV);

    assertThat(bench.leg().direction).isEqualTo(MediaDirection.SENDRECV);
  }

  @Test
  void aModificationBeforeConfirmIsRefusedAndTheCallGoesOn() {
    agent.release(1);
    bench.voice.client = FakeVoice.Client.IS_SILENT;
    agent.establish(2).modify(2, 2, Direction.SENDRECV);

    assertThat(agent.last())
        .isEqualTo(
            new ModificationReject(2, 2, Reason.PROTOCOL_ERROR, "the call is not confirmed yet"));
    assertThat(bench.leg().direction).isEqualTo(MediaDirection.INACTIVE);

    bench.voice.clientAgrees();
    bench.after(0);
    assertThat(agent.last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void aModificationOfNoCallIsRefused() {
    agent.modify(9, 2, Direction.SENDRECV);

    assertThat(agent.last())
        .isEqualTo(new ModificationReject(9, 2, Reason.UNKNOWN_CALL, "no such call"));
    assertThat(agent.closes).isZero();
  }

  @Test
  void theAgentsReleaseGivesEverythingBackAndIsNotAnswered() {
    int before = agent.received.size();

    agent.release(1).release(1).release(77);

    assertThat(agent.received).hasSize(before);
    assertThat(agent.closes).isZero();
    assertThat(bench.control.counters()).isEqualTo(new CallCounters(0, 500, 1, 0, 1, 0));
    bench.assertNothingHeld();
  }

  @Test
  void theMicrophoneReachesTheLegUntilTheRelease() {
    bench.voice.clientSpeaks((short) 1, (short) 2);
    agent.release(1);
    bench.voice.clientSpeaks((short) 3);

    assertThat(bench.leg().captured).isEqualTo(2);
  }

  @Test
  void aClientThatClosesVoiceReleasesTheCall() {
    bench.voice.clientCloses();

    assertThat(agent.last())
        .isEqualTo(new Release(1, Reason.CLIENT_GONE, "the client closed the microphone"));
    assertThat(bench.leg().endings).hasSize(1);
    assertThat(bench.control.counters().released()).isEqualTo(1);
    bench.assertNothingHeld();
    assertThat(agent.establish(2).last()).isInstanceOf(EstablishConfirm.class);
  }

  @Test
  void aClientThatClosesVoiceAfterTheReleaseIsIgnored() {
    agent.release(1);
    int before = agent.received.size();

    bench.voice.clientCloses();
    bench.voice.givenBack--; // it had been given back already

    assertThat(agent.received).hasSize(before);
    bench.assertNothingHeld();
  }

  @Test
  void theEndOfTheChannelGivesEverythingBack() {
    agent.vanishes();

    bench.assertNothingHeld();
    assertThat(bench.control.counters().released()).isEqualTo(1);
  }

  @Test
  void theFiguresOfACallAreOneLine() {
    assertThat(CallLog.figures(bench.leg().statistics()))
        .isEqualTo(
            "PCMU with 192.0.2.9:4000, RTP, round trip 31.5 ms: 50 packets sent, nothing reported;"
                + " 49 received, 1 lost, 4 reordered, 5 duplicate, 6 late, 3 refused,"
                + " jitter 1.3 ms, 60 ms concealed; client in this session: 10 frames played,"
                + " 1 skipped, 1600 samples captured, playout 39 ms;"
                + " MOS at the client 4.38, at the far end unknown");
  }

  private static ModificationRequest modification(
      long transaction, Direction direction, SdpRole role, String sdp) {
    return new ModificationRequest(1, transaction, direction, role, Optional.of(sdp));
  }
}
