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

import java.util.Optional;

/**
 * The agent asks the edge to carry the voice of a call.
 *
 * @param call chosen by the agent, not in use in this channel; 0 to 2^32-1
 * @param transaction repeated in the answer; 0 to 2^32-1
 * @param origin who calls whom
 * @param localParty the desktop's user as the softphone names itself; 1 to 512 bytes, one line
 * @param remoteParty the far end's SIP URI; 1 to 512 bytes, one line
 * @param sdp the far end's offer, 1 to 12288 bytes; absent when the edge is to offer
 */
public record EstablishRequest(
    long call,
    long transaction,
    Origin origin,
    Optional<String> localParty,
    Optional<String> remoteParty,
    Optional<String> sdp)
    implements VoipPdu {

  /**
   * Makes an ESTABLISH REQUEST.
   *
   * @throws IllegalArgumentException if a value is beyond its limit
   */
  public EstablishRequest {
    Fields.u32("call", call);
    Fields.u32("transaction", transaction);
    localParty.ifPresent(p -> Fields.line("local party", p, Fields.MAX_PARTY_BYTES));
    remoteParty.ifPresent(p -> Fields.line("remote party", p, Fields.MAX_PARTY_BYTES));
    sdp.ifPresent(Fields::sdp);
  }
}
