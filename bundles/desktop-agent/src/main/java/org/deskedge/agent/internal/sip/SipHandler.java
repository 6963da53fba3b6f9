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

import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;

/** Receives what the SIP stack delivers, on the agent's thread. */
public interface SipHandler {

  /**
   * A request outside any dialog, or the first of one.
   *
   * @param transaction to be answered
   */
  void request(SipSide side, Request request, ServerTransaction transaction);

  /** A request inside a dialog; the transaction is null for an ACK. */
  void inDialog(Dialog dialog, Request request, ServerTransaction transaction);

  /** The dialog ended in the stack, such as for want of an ACK. */
  void dialogEnded(Dialog dialog);
}
