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
 * Bursts of delay that come again and again, too seldom for a histogram to tell: what a way is like
 * on which something else is sent every few seconds. Once two came within {@link #APART_MICROS},
 * the delay of the greater is held until none came for twice the time between them.
 *
 * <p>Allocates nothing. For one thread.
 */
final class RepeatedBursts {

  /** How far apart two bursts may be. */
  static final long APART_MICROS = 12_000_000;

  /** How long after its beginning a delay still is of the same burst. */
  static final long BURST_MICROS = 500_000;

  private boolean seen;
  private long begunAt;
  private long height;
  private long heightBefore;
  private long heldUntil = Long.MIN_VALUE;

  /** Takes note of a packet that came later than the histograms say packets do. */
  void add(long localMicros, long delayMicros) {
    long since = localMicros - begunAt;
    if (seen && since <= BURST_MICROS) {
      height = Math.max(height, delayMicros);
      return;
    }
    heightBefore = 0;
    if (seen && since <= APART_MICROS) {
      heightBefore = height;
      heldUntil = localMicros + 2 * since;
    }
    seen = true;
    begunAt = localMicros;
    height = delayMicros;
  }

  /** Returns the delay that is held; 0 if none is. */
  long held(long localMicros) {
    return localMicros < heldUntil ? Math.max(height, heightBefore) : 0;
  }
}
