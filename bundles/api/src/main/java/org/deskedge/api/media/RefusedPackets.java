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
package org.deskedge.api.media;

/**
 * Packets that came to a call's RTP and RTCP ports and were dropped.
 *
 * @param strangers from an address that is not the far end's
 * @param malformed not RTP or RTCP, or of a payload type that was not negotiated
 * @param unauthenticated failed SRTP authentication or replay protection (RFC 3711 section 3.3)
 */
public record RefusedPackets(long strangers, long malformed, long unauthenticated) {

  /** Nothing was refused. */
  public static final RefusedPackets NONE = new RefusedPackets(0, 0, 0);

  /** Returns how many were dropped for any reason. */
  public long total() {
    return strangers + malformed + unauthenticated;
  }
}
