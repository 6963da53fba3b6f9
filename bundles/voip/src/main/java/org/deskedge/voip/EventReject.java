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
package org.deskedge.voip;

/**
 * The edge does not send the event; the call stays as it was.
 *
 * @param call as in the notice
 * @param transaction as in the notice
 * @param reason why
 * @param text explains it to people; made to fit into one line of 256 characters
 */
public record EventReject(long call, long transaction, Reason reason, String text)
    implements VoipPdu {

  /**
   * Makes an EVENT REJECT.
   *
   * @throws IllegalArgumentException if a number is beyond its limit
   */
  public EventReject {
    Fields.u32("call", call);
    Fields.u32("transaction", transaction);
    text = Fields.text(text);
  }
}
