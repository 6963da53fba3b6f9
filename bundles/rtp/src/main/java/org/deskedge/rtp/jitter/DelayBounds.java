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
package org.deskedge.rtp.jitter;

/**
 * Between what playout delays an adaptive jitter buffer may choose.
 *
 * @param minMillis the least, 0 to {@code maxMillis}
 * @param maxMillis the most, up to {@link #GREATEST_MILLIS}
 */
public record DelayBounds(int minMillis, int maxMillis) {

  /** The greatest upper bound: what a buffer of 10 ms packets holds, and a talker still bears. */
  public static final int GREATEST_MILLIS = 500;

  /** 20 to 200 ms: one frame, and what ITU-T G.114 leaves of 400 ms for a long way. */
  public static final DelayBounds DEFAULT = new DelayBounds(20, 200);

  /** Checks the bounds. */
  public DelayBounds {
    if (minMillis < 0 || maxMillis < minMillis || maxMillis > GREATEST_MILLIS) {
      throw new IllegalArgumentException(
          "playout delay of " + minMillis + " to " + maxMillis + " ms");
    }
  }
}
