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

/**
 * The call is up and the edge carries its voice: the softphone stays parked whatever it offers, of
 * which only the direction counts; offers of the far end go to the edge.
 */
final class EdgeTalkPhase extends Phase {

  private String edgeSdp;
  private Flow farFlow;
  private Flow userFlow = Flow.SENDRECV;
  private Flow askedFlow = Flow.SENDRECV;
  private Optional<String> softphoneOffer = Optional.empty();
  private boolean offerAwaitsAck;
  private Optional<String> lost;

  EdgeTalkPhase(Call call, String edgeSdp, Flow farFlow, Optional<String> lost) {
    super(call);
    this.edgeSdp = edgeSdp;
    this.farFlow = farFlow;
    this.lost = lost;
  }

  @Override
  void enter() {
    fallBackWhenIdle();
  }

  /** The edge's word on the far end's media. */
  void answerTaken(EdgeCall.Modification outcome) {
    if (!outcome.accepted()) {
      edgeLost("the edge cannot carry it: " + outcome.why());
    }
  }

  @Override
  void edgeLost(String why) {
    if (lost.isEmpty()) {
      lost = Optional.of(why);
      // nobody is left to answer an offer the edge was asked about
      call.network().refuse(Refusal.of(Response.REQUEST_PENDING));
      fallBackWhenIdle();
    }
  }

  @Override
  void offered(CallLeg leg, Optional<String> sdp) {
    if (lost.isPresent()) {
      super.offered(leg, sdp);
    } else if (leg == call.softphone()) {
      softphoneOffered(sdp);
    } else if (sdp.isPresent()) {
      farEndOffered(sdp.get());
    } else {
      offerAwaitsAck = true;
      leg.answer(Optional.of(edgeSdp));
    }
  }

  private void softphoneOffered(Optional<String> sdp) {
    Flow wanted = heard(sdp.flatMap(Sdp::parse).map(Sdp::flow).orElse(Flow.SENDRECV));
    if (wanted == userFlow) {
      call.softphone().answer(Optional.of(call.park(sdp, edgeSdp)));
    } else if (!call.network().idle()) {
      super.offered(call.softphone(), sdp);
    } else {
      softphoneOffer = sdp;
      askedFlow = wanted;
      // before the far end agrees: who holds a call is not to be heard from now on
      modify(wanted.and(userFlow).and(farFlow.reversed()), SdpRole.NONE, Optional.empty());
      call.network().reoffer(Sdp.parse(edgeSdp).map(s -> s.withFlow(toFarEnd(wanted)).text()));
    }
  }

  /** The edge plays nothing of the desktop's, so "only sending" is silence there. */
  private static Flow heard(Flow offered) {
    return offered.receives() ? offered : Flow.INACTIVE;
  }

  /** A held far end is told it may send, as phones take that for hold, not for a broken call. */
  private static Flow toFarEnd(Flow wanted) {
    return wanted == Flow.INACTIVE ? Flow.SENDONLY : wanted;
  }

  private void farEndOffered(String offer) {
    Flow offered = Sdp.parse(offer).map(Sdp::flow).orElse(Flow.SENDRECV);
    call.edge()
        .ifPresent(
            edge ->
                edge.modify(
                    userFlow.and(offered.reversed()),
                    SdpRole.OFFER,
                    Optional.of(offer),
                    outcome -> farEndOfferTaken(outcome, offered)));
  }

  private void farEndOfferTaken(EdgeCall.Modification outcome, Flow offered) {
    if (outcome.accepted() && outcome.sdp().isPresent()) {
      farFlow = offered;
      edgeSdp = outcome.sdp().get();
      call.network().answer(outcome.sdp());
    } else {
      call.log("re-INVITE refused: " + outcome.why());
      call.network().refuse(Refusal.of(Response.NOT_ACCEPTABLE_HERE));
    }
    fallBackWhenIdle();
  }

  @Override
  void answered(CallLeg leg, Optional<String> sdp) {
    leg.acknowledge(Optional.empty());
    userFlow = askedFlow;
    // what the far end answers to a hold says nothing of what it wants later
    modify(userFlow.and(farFlow.reversed()), sdp.isPresent() ? SdpRole.ANSWER : SdpRole.NONE, sdp);
    call.softphone().answer(Optional.of(call.park(softphoneOffer, edgeSdp)));
    fallBackWhenIdle();
  }

  @Override
  void refused(CallLeg leg, Refusal refusal) {
    call.softphone().refuse(refusal);
    if (Call.isFatal(refusal)) {
      call.end("the far end is gone");
      return;
    }
    modify(userFlow.and(farFlow.reversed()), SdpRole.NONE, Optional.empty());
    fallBackWhenIdle();
  }

  @Override
  void acknowledged(CallLeg leg, Optional<String> sdp) {
    if (leg == call.network() && offerAwaitsAck) {
      offerAwaitsAck = false;
      sdp.flatMap(Sdp::parse)
          .ifPresent(
              answer -> {
                farFlow = answer.flow();
                modify(userFlow.and(farFlow.reversed()), SdpRole.ANSWER, sdp);
              });
    } else if (leg == call.softphone()) {
      call.parked(sdp);
    }
    fallBackWhenIdle();
  }

  private void modify(Flow flow, SdpRole role, Optional<String> sdp) {
    call.edge().ifPresent(edge -> edge.modify(flow, role, sdp, this::answerTaken));
  }

  private void fallBackWhenIdle() {
    if (lost.isPresent() && call.softphone().idle() && call.network().idle()) {
      call.log("edge lost in the call: " + lost.get());
      call.enter(new FallbackPhase(call));
    }
  }
}
