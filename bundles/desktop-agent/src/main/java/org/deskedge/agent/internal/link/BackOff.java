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
package org.deskedge.agent.internal.link;

import java.time.Duration;

/**
 * How long to wait before the next attempt: doubling from {@link #FIRST} to {@link #LONGEST}.
 *
 * <p>Each failed opening costs xrdp one of the 255 channel ids of the remote-desktop connection for
 * as long as that connection lasts, so attempts must be few.
 */
final class BackOff {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  private Duration next = FIRST;

  /** Returns the wait after another failure. */
  Duration failed() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }

  /** Starts over. */
  void reset() {
    next = FIRST;
  }
}
