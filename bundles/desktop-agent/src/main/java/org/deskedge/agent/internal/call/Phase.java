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
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.Refusal;

/**
 * What a call does with the events of its legs and of the edge, in one phase of its life. The
 * defaults are right for events a phase does not wait for.
 */
abstract class Phase {

  final Call call;

  Phase(Call call) {
    this.call = call;
  }

  /** The call has come to this phase. */
  abstract void enter();

  void progressed(CallLeg leg, int status, Optional<String> sdp) {}

  void answered(CallLeg leg, Optional<String> sdp) {
    leg.acknowledge(Optional.empty());
  }

  void refused(CallLeg leg, Refusal refusal) {
    call.end("refused with " + refusal.status());
  }

  void acknowledged(CallLeg leg, Optional<String> sdp) {}

  void offered(CallLeg leg, Optional<String> sdp) {
    leg.refuse(Refusal.of(Response.REQUEST_PENDING));
  }

  void edgeConfirmed(String sdp) {}

  void edgeRefused(String why) {}

  void edgeLost(String why) {}
}
