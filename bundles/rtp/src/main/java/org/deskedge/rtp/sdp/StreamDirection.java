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
package org.deskedge.rtp.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way a stream flows, seen from whoever wrote the description (RFC 8866 section 6.7). */
public enum StreamDirection {
  SENDRECV(true, true),
  SENDONLY(true, false),
  RECVONLY(false, true),
  INACTIVE(false, false);

  private final boolean sends;
  private final boolean receives;

  StreamDirection(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  /** Returns whether the writer of the description sends. */
  public boolean sends() {
    return sends;
  }

  /** Returns whether the writer of the description receives. */
  public boolean receives() {
    return receives;
  }

  /** Returns the same stream as the other side has it (RFC 3264 section 6.1). */
  public StreamDirection reversed() {
    return switch (this) {
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case SENDRECV, INACTIVE -> this;
    };
  }

  /** Returns the direction that sends and receives as told. */
  public static StreamDirection of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }

  /** Returns the name of the attribute, such as {@code sendrecv}. */
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<StreamDirection> ofAttribute(String attribute) {
    for (StreamDirection direction : values()) {
      if (direction.attribute().equals(attribute)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }
}
