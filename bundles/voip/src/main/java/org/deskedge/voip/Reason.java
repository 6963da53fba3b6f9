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

/** Why something was refused or ended; a 16-bit code on the wire. */
public enum Reason {
  /** Nothing went wrong: the call, or the agent's work, is over. */
  NORMAL(0),
  /** The client cannot carry voice, or its voice channel did not open. */
  NO_VOICE(1),
  /** The edge has no RTP port left. */
  NO_PORT(2),
  /** The session description is malformed, or has no audio the edge can carry. */
  UNUSABLE_SDP(3),
  /** Another call of the session owns the voice channel. */
  BUSY(4),
  /** The edge takes no new calls because it is being taken out of service. */
  DRAINING(5),
  /** A limit on the number of calls is reached. */
  LIMIT(6),
  /** The other side, or the client, did not answer in time. */
  TIMEOUT(7),
  /** A malformed PDU, or one that is not allowed at this point. */
  PROTOCOL_ERROR(8),
  /** The key of HELLO is not this session's. */
  BAD_KEY(9),
  /** The sender is being stopped. */
  SHUTDOWN(10),
  /** The call is not known, or is over. */
  UNKNOWN_CALL(11),
  /** The client closed the voice channel. */
  CLIENT_GONE(12),
  /** Any other failure; also what a code that is not known decodes as. */
  INTERNAL(13),
  /** The far end takes no telephone events, or not this one. */
  NO_EVENT(14);

  private static final Reason[] BY_CODE = values();

  private final int code;

  Reason(int code) {
    this.code = code;
  }

  /** Returns the code on the wire, 0 to 65535. */
  public int code() {
    return code;
  }

  /** Returns the reason of a code, {@link #INTERNAL} where the code is not known. */
  public static Reason of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : INTERNAL;
  }
}
