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

/** Direction of voice as the desktop's user has it (RFC 3264 section 5.1). */
public enum MediaDirection {
  INACTIVE(false, false),
  /** The user is heard, and hears nothing. */
  SENDONLY(true, false),
  /** The user hears, and is not heard: early media. */
  RECVONLY(false, true),
  SENDRECV(true, true);

  private final boolean sends;
  private final boolean receives;

  MediaDirection(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  /** Returns whether the user's voice goes to the far end. */
  public boolean sends() {
    return sends;
  }

  /** Returns whether the far end's voice goes to the user. */
  public boolean receives() {
    return receives;
  }
}
