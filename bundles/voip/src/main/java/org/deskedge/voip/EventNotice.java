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
 * A telephone event, such as a DTMF digit (RFC 4733). From the agent: send it to the far end. From
 * the edge: the far end sent it. Not answered, unless the edge cannot send it ({@link
 * EventReject}). The agent sends it only to an edge that speaks version 2.
 *
 * @param call as in ESTABLISH REQUEST
 * @param transaction repeated in EVENT REJECT; 0 to 2^32-1; 0 from the edge
 * @param event code of RFC 4733 section 3.2, 0 to 255; the edge sends those of digits, 0 to 15, and
 *     the hook flash, 16, and rejects others
 * @param durationMillis how long it is to last, or lasted, in milliseconds; 0 to 65535
 */
public record EventNotice(long call, long transaction, int event, int durationMillis)
    implements VoipPdu {

  /**
   * Makes an EVENT NOTICE.
   *
   * @throws IllegalArgumentException if a value is beyond its limit
   */
  public EventNotice {
    Fields.u32("call", call);
    Fields.u32("transaction", transaction);
    Fields.range("event", event, 0, Fields.MAX_U8);
    Fields.range("duration", durationMillis, 0, Fields.MAX_U16);
  }
}
