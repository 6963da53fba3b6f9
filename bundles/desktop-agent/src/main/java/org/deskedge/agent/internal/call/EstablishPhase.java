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
import org.deskedge.agent.internal.sip.SipSide;

/** The edge has been asked to carry the call; the party called knows nothing yet. */
final class EstablishPhase extends Phase {

  private final Optional<String> offer;

  EstablishPhase(Call call, Optional<String> offer) {
    super(call);
    this.offer = offer;
  }

  @Override
  void enter() {
    Optional<String> why = call.askEdge(offer);
    why.ifPresent(this::edgeRefused);
  }

  @Override
  void edgeConfirmed(String sdp) {
    call.log("voice through the edge");
    call.enter(
        call.caller().side() == SipSide.SOFTPHONE
            ? new OutgoingPhase(call, offer, sdp)
            : new IncomingPhase(call, offer, sdp));
  }

  @Override
  void edgeRefused(String why) {
    call.log("voice through the desktop: " + why);
    call.enter(DirectPhase.setUp(call, offer));
  }

  @Override
  void edgeLost(String why) {
    edgeRefused(why);
  }
}
