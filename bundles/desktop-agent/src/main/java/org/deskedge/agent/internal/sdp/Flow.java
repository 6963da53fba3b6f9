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
package org.deskedge.agent.internal.sdp;

import java.util.Optional;

/** Which way a media stream flows, seen from the party that wrote it (RFC 3264 section 5.1). */
public enum Flow {
  INACTIVE(false, false),
  SENDONLY(true, false),
  RECVONLY(false, true),
  SENDRECV(true, true);

  private final boolean sends;
  private final boolean receives;

  Flow(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  /** Returns the same flow seen from the other party. */
  public Flow reversed() {
    return of(receives, sends);
  }

  /** Returns what both allow. */
  public Flow and(Flow other) {
    return of(sends && other.sends, receives && other.receives);
  }

  /** Returns whether media is received. */
  public boolean receives() {
    return receives;
  }

  /** Returns the attribute as it stands in SDP, without {@code a=}. */
  public String attribute() {
    return switch (this) {
      case INACTIVE -> "inactive";
      case SENDONLY -> "sendonly";
      case RECVONLY -> "recvonly";
      case SENDRECV -> "sendrecv";
    };
  }

  /** Reads one SDP line; empty if it is no direction attribute. */
  public static Optional<Flow> fromLine(String line) {
    return switch (line) {
      case "a=inactive" -> Optional.of(INACTIVE);
      case "a=sendonly" -> Optional.of(SENDONLY);
      case "a=recvonly" -> Optional.of(RECVONLY);
      case "a=sendrecv" -> Optional.of(SENDRECV);
      default -> Optional.empty();
    };
  }

  private static Flow of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }
}
