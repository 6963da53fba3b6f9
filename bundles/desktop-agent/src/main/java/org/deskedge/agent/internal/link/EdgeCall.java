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
package org.deskedge.agent.internal.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.deskedge.agent.internal.dtmf.Digit;
import org.deskedge.agent.internal.sdp.Flow;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.Reason;
import org.deskedge.voip.SdpRole;

/** One call whose voice the edge carries. To be used on the agent's thread. */
public interface EdgeCall {

  /**
   * Changes which way voice flows, or tells the edge the far end's media.
   *
   * @param flow what the desktop's user may do
   * @param role what the description is
   * @param done is told the outcome, unless the call is lost first
   */
  void modify(Flow flow, SdpRole role, Optional<String> sdp, Consumer<Modification> done);

  /** Returns whether the edge sends digits to the far end: it speaks version 2. */
  boolean takesDigits();

  /**
   * Has the edge send a digit to the far end; only if it {@linkplain #takesDigits() takes any}.
   *
   * @param refused is told if the edge does not send it
   */
  void send(Digit digit, Consumer<EventReject> refused);

  /** Gives the call up; the listener hears nothing more. Ignored after the first time. */
  void release(Reason reason, String text);

  /**
   * What the edge said to a modification.
   *
   * @param accepted whether it did as asked
   * @param sdp the edge's answer if it was given an offer
   * @param why the edge's reason if not accepted
   */
  record Modification(boolean accepted, Optional<String> sdp, String why) {}
}
