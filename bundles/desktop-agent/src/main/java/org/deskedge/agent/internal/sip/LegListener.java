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
package org.deskedge.agent.internal.sip;

import java.util.Optional;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;

/** What happens on one leg of a call. Called on the agent's thread. */
public interface LegListener {

  /**
   * A provisional response to the agent's INVITE other than 100.
   *
   * @param sdp early media, if any
   */
  void progressed(CallLeg leg, int status, Optional<String> sdp);

  /**
   * A 2xx to the agent's INVITE or re-INVITE; {@link CallLeg#acknowledge} is now owed.
   *
   * @param sdp the answer, or the offer if the INVITE had none
   */
  void answered(CallLeg leg, Optional<String> sdp);

  /** The agent's INVITE or re-INVITE was refused; a refused first INVITE has ended the leg. */
  void refused(CallLeg leg, Refusal refusal);

  /**
   * The ACK of a 2xx the agent sent.
   *
   * @param sdp the answer if the 2xx had the offer
   */
  void acknowledged(CallLeg leg, Optional<String> sdp);

  /**
   * A re-INVITE, to be answered with {@link CallLeg#answer} or {@link CallLeg#refuse}.
   *
   * @param sdp the offer; empty if the answer is to have it
   */
  void offered(CallLeg leg, Optional<String> sdp);

  /** The party hung up, gave up before the answer, or is gone. */
  void ended(CallLeg leg);

  /** Another request in the dialog, to be answered through the transaction. */
  void requested(CallLeg leg, Request request, ServerTransaction transaction);
}
