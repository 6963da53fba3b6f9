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
 * The agent says which way voice may flow, and brings the far end's session description. Nothing
 * flows before the first one of a call allows it.
 *
 * @param call as in ESTABLISH REQUEST
 * @param transaction repeated in the answer; 0 to 2^32-1
 * @param direction as the desktop's user has it
 * @param role what the session description is
 * @param sdp the far end's session description, 1 to 12288 bytes; present exactly when the role is
 *     not {@link SdpRole#NONE}
 */
public record ModificationRequest(
    long call, long transaction, Direction direction, SdpRole role, Optional<String> sdp)
    implements VoipPdu {

  /**
   * Makes a MODIFICATION REQUEST.
   *
   * @throws IllegalArgumentException if a value is beyond its limit, or role and session
   *     description do not go together
   */
  public ModificationRequest {
    Fields.u32("call", call);
    Fields.u32("transaction", transaction);
    sdp.ifPresent(Fields::sdp);
    if (sdp.isPresent() == (role == SdpRole.NONE)) {
      throw new IllegalArgumentException(
          "role " + role + (sdp.isPresent() ? " with" : " without") + " session description");
    }
  }
}
