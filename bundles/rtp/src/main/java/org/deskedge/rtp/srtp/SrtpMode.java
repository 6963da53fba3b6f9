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
package org.deskedge.rtp.srtp;

import java.util.Locale;
import java.util.Optional;

/** Whether voice is protected: a rule of the operator. */
public enum SrtpMode {
  /** Plain RTP only: no key is offered, and a stream that must be protected is refused. */
  FORBIDDEN,

  /** Protected where the other side can: keys are offered with plain RTP. */
  BEST_EFFORT,

  /** Protected, or there is no voice. */
  REQUIRED;

  /** Returns the name in a configuration, such as {@code best-effort}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the mode of a name in a configuration; empty if there is none. */
  public static Optional<SrtpMode> named(String text) {
    for (SrtpMode mode : values()) {
      if (mode.text().equals(text)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
