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
 * The edge will carry the call's voice: an RTP port is reserved and the voice channel is open.
 *
 * @param call as in the request
 * @param transaction as in the request
 * @param sdp the edge's answer where the request had an offer, else the edge's offer; 1 to 12288
 *     bytes
 */
public record EstablishConfirm(long call, long transaction, String sdp) implements VoipPdu {

  /**
   * Makes an ESTABLISH CONFIRM.
   *
   * @throws IllegalArgumentException if a value is beyond its limit
   */
  public EstablishConfirm {
    Fields.u32("call", call);
    Fields.u32("transaction", transaction);
    Fields.sdp(sdp);
  }
}
