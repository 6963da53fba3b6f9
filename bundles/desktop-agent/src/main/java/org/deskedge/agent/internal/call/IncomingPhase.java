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
package org.deskedge.agent.internal.call;

import java.util.Optional;
import org.deskedge.agent.internal.sdp.Flow;
import org.deskedge.agent.internal.sdp.Sdp;
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.Refusal;
import org.deskedge.voip.SdpRole;

/** The desktop is called: the softphone rings, with parked media. */
final class IncomingPhase extends Phase {

  private final Flow farFlow;
  private final String edgeSdp;
  private Optional<String> lost = Optional.empty();

  IncomingPhase(Call call, Optional<String> farOffer, String edgeSdp) {
    super(call);
    this.farFlow = farOffer.flatMap(Sdp::parse).map(Sdp::flow).orElse(Flow.SENDRECV);
    this.edgeSdp = edgeSdp;
  }

  @Override
  void enter() {
    call.inviteCallee(Optional.of(call.park(Optional.empty(), edgeSdp)));
  }

  @Override
  void progressed(CallLeg leg, int status, Optional<String> sdp) {
    // without media: nothing of the desktop's is heard before its user answers
    call.network().progress(status, Optional.empty());
  }

  @Override
  void answered(CallLeg leg, Optional<String> sdp) {
    leg.acknowledge(Optional.empty());
    call.parked(sdp);
    EdgeTalkPhase next = new EdgeTalkPhase(call, edgeSdp, farFlow, lost);
    call.edge()
        .ifPresent(
            edge ->
                edge.modify(farFlow.reversed(), SdpRole.NONE, Optional.empty(), next::answerTaken));
    call.network().answer(Optional.of(edgeSdp));
    call.enter(next);
  }

  @Override
  void refused(CallLeg leg, Refusal refusal) {
    call.network().refuse(refusal);
    call.end("refused with " + refusal.status());
  }

  @Override
  void edgeLost(String why) {
    lost = Optional.of(why);
  }
}
