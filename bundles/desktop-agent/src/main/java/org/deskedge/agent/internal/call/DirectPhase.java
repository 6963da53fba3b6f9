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
 * Voice through the desktop: every offer and answer goes from leg to leg as it is. An ACK is held
 * back until the other leg's has come, as it may carry the answer.
 */
final class DirectPhase extends Phase {

  private final Optional<Optional<String>> first;

  private DirectPhase(Call call, Optional<Optional<String>> first) {
    super(call);
    this.first = first;
  }

  /** The party called is yet to be invited. */
  static DirectPhase setUp(Call call, Optional<String> offer) {
    return new DirectPhase(call, Optional.of(offer));
  }

  /** The call is up already. */
  static DirectPhase talking(Call call) {
    return new DirectPhase(call, Optional.empty());
  }

  @Override
  void enter() {
    first.ifPresent(call::inviteCallee);
  }

  @Override
  void progressed(CallLeg leg, int status, Optional<String> sdp) {
    call.other(leg).progress(status, sdp);
  }

  @Override
  void answered(CallLeg leg, Optional<String> sdp) {
    call.other(leg).answer(sdp);
  }

  @Override
  void acknowledged(CallLeg leg, Optional<String> sdp) {
    call.other(leg).acknowledge(sdp);
  }

  @Override
  void offered(CallLeg leg, Optional<String> sdp) {
    if (call.other(leg).idle()) {
      call.other(leg).reoffer(sdp);
    } else {
      super.offered(leg, sdp);
    }
  }

  @Override
  void refused(CallLeg leg, Refusal refusal) {
    call.other(leg).refuse(refusal);
    if (!leg.confirmed() || Call.isFatal(refusal)) {
      call.end("refused with " + refusal.status());
    }
  }
}
