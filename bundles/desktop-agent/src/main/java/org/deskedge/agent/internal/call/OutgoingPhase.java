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
import javax.sip.message.Response;
import org.deskedge.agent.internal.link.EdgeCall;
import org.deskedge.agent.internal.sdp.Flow;
import org.deskedge.agent.internal.sdp.Sdp;
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.Refusal;
import org.deskedge.voip.SdpRole;

/** The desktop calls: the far end is being called with the edge's media. */
final class OutgoingPhase extends Phase {

  private final Optional<String> softphoneOffer;
  private final String edgeSdp;
  private Optional<Flow> earlyFlow = Optional.empty();
  private Optional<String> lost = Optional.empty();

  OutgoingPhase(Call call, Optional<String> softphoneOffer, String edgeSdp) {
    super(call);
    this.softphoneOffer = softphoneOffer;
    this.edgeSdp = edgeSdp;
  }

  @Override
  void enter() {
    call.inviteCallee(Optional.of(edgeSdp));
  }

  @Override
  void progressed(CallLeg leg, int status, Optional<String> sdp) {
    if (sdp.isEmpty()) {
      call.softphone().progress(status, Optional.empty());
      return;
    }
    earlyFlow = sdp.flatMap(Sdp::parse).map(Sdp::flow);
    call.edge().ifPresent(edge -> edge.modify(Flow.RECVONLY, SdpRole.ANSWER, sdp, this::heard));
    // with media, so that the softphone stops its own ring-back tone
    call.softphone()
        .progress(Response.SESSION_PROGRESS, Optional.of(call.park(softphoneOffer, edgeSdp)));
  }

  @Override
  void answered(CallLeg leg, Optional<String> sdp) {
    leg.acknowledge(Optional.empty());
    if (sdp.isEmpty() && earlyFlow.isEmpty()) {
      call.end("the far end answered without media");
      return;
    }
    Flow farFlow = sdp.flatMap(Sdp::parse).map(Sdp::flow).or(() -> earlyFlow).orElse(Flow.SENDRECV);
    EdgeTalkPhase next = new EdgeTalkPhase(call, edgeSdp, farFlow, lost);
    call.edge()
        .ifPresent(
            edge ->
                edge.modify(
                    farFlow.reversed(),
                    sdp.isPresent() ? SdpRole.ANSWER : SdpRole.NONE,
                    sdp,
                    next::answerTaken));
    call.softphone().answer(Optional.of(call.park(softphoneOffer, edgeSdp)));
    call.enter(next);
  }

  @Override
  void refused(CallLeg leg, Refusal refusal) {
    call.softphone().refuse(refusal);
    call.end("refused with " + refusal.status());
  }

  @Override
  void edgeLost(String why) {
    lost = Optional.of(why);
  }

  private void heard(EdgeCall.Modification outcome) {
    if (!outcome.accepted()) {
      call.log("no early media: " + outcome.why());
    }
  }
}
