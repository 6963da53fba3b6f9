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
package org.deskedge.callcontrol.internal;

import java.time.Instant;
import java.util.Optional;
import org.deskedge.api.call.CallDirection;
import org.deskedge.api.call.CallId;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.call.CallState;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.Origin;

/**
 * What others may see of one call: written on the session's event loop, read by any thread. State
 * and direction change together; the figures of the media are those of the moment of reading.
 */
final class CallView {

  private volatile CallInfo info;
  private volatile MediaLeg leg;

  CallView(CallId id, EstablishRequest request) {
    this.info =
        new CallInfo(
            id,
            request.origin() == Origin.OUTGOING ? CallDirection.OUTGOING : CallDirection.INCOMING,
            CallState.OPENING,
            request.localParty(),
            request.remoteParty(),
            Instant.now(),
            MediaDirection.INACTIVE,
            Optional.empty());
  }

  void leg(MediaLeg reserved) {
    leg = reserved;
  }

  void change(CallState state, MediaDirection direction) {
    CallInfo old = info;
    info =
        new CallInfo(
            old.id(),
            old.direction(),
            state,
            old.localParty(),
            old.remoteParty(),
            old.since(),
            direction,
            Optional.empty());
  }

  CallState state() {
    return info.state();
  }

  CallInfo info() {
    CallInfo now = info;
    return new CallInfo(
        now.id(),
        now.direction(),
        now.state(),
        now.localParty(),
        now.remoteParty(),
        now.since(),
        now.mediaDirection(),
        Optional.ofNullable(leg).map(MediaLeg::statistics));
  }
}
