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
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.Refusal;

/**
 * The edge is lost in a call: the softphone is asked for an offer, the far end for the answer to
 * it, and the call goes on through the desktop (RFC 3725 flow I). If either refuses, it ends.
 */
final class FallbackPhase extends Phase {

  FallbackPhase(Call call) {
    super(call);
  }

  @Override
  void enter() {
    call.dropEdge();
    call.softphone().reoffer(Optional.empty());
  }

  @Override
  void answered(CallLeg leg, Optional<String> sdp) {
    if (sdp.isEmpty()) {
      leg.acknowledge(Optional.empty());
      call.end("no media to go on with");
    } else if (leg == call.softphone()) {
      call.network().reoffer(sdp);
    } else {
      leg.acknowledge(Optional.empty());
      call.softphone().acknowledge(sdp);
      call.log("goes on through the desktop");
      call.enter(DirectPhase.talking(call));
    }
  }

  @Override
  void refused(CallLeg leg, Refusal refusal) {
    call.end("could not go on through the desktop: refused with " + refusal.status());
  }
}
