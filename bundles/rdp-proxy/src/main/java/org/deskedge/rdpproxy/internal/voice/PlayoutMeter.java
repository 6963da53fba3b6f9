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
package org.deskedge.rdpproxy.internal.voice;

import java.util.OptionalInt;

/**
 * Meters the client's playout latency from its WaveConfirm PDUs and says which frames to leave out.
 *
 * <p>Clients confirm each wave twice: at once, and again when they have handed it to the sound
 * device, with the wave's time stamp plus the latency they claim (MS-RDPEA section 2.2.3.8). They
 * never catch up by themselves: a stall of theirs would delay the voice for the rest of the
 * session. Past {@link #LIMIT_MILLIS} as many frames are left out as bring them back to {@link
 * #TARGET_MILLIS}; claims for frames sent before that are stale and ignored.
 *
 * <p>Used by the session's event loop; {@link #latency()} by any thread.
 */
final class PlayoutMeter {

  /** The latency past which frames are left out. */
  static final int LIMIT_MILLIS = 120;

  /** The latency aimed at when frames are left out. */
  static final int TARGET_MILLIS = 60;

  /** A claim past this is a client's broken clock, not a latency. */
  static final int IMPLAUSIBLE_MILLIS = 10_000;

  private static final int BLOCKS = 256;
  private static final int SMOOTHING = 8;
  private static final int UNKNOWN = -1;

  private final int frameMillis;
  private final int[] timestamps = new int[BLOCKS];
  private final boolean[] confirmed = new boolean[BLOCKS];
  private final long[] sequence = new long[BLOCKS];
  private long sent;
  private long ignoreBefore;
  private int toSkip;
  private volatile int latencyTimesSmoothing = UNKNOWN;

  PlayoutMeter(int frameMillis) {
    this.frameMillis = frameMillis;
    java.util.Arrays.fill(sequence, UNKNOWN);
  }

  /** Notes a wave that is being sent. */
  void sent(int block, int timestamp) {
    timestamps[block] = timestamp;
    confirmed[block] = false;
    sequence[block] = sent++;
  }

  /** Takes a WaveConfirm; only the second one for a block carries a claim. */
  void confirm(int block, int timestamp) {
    if (sequence[block] < ignoreBefore) {
      return;
    }
    if (!confirmed[block]) {
      confirmed[block] = true;
      return;
    }
    int claim = (timestamp - timestamps[block]) & 0xFFFF;
    if (claim > IMPLAUSIBLE_MILLIS) {
      return;
    }
    smooth(claim);
    if (claim > LIMIT_MILLIS) {
      toSkip = (claim - TARGET_MILLIS) / frameMillis;
      ignoreBefore = sent;
    }
  }

  /** Returns whether the frame about to be sent is to be left out. */
  boolean skipNext() {
    if (toSkip == 0) {
      return false;
    }
    toSkip--;
    return true;
  }

  /** Returns the smoothed claim in milliseconds. */
  OptionalInt latency() {
    int value = latencyTimesSmoothing;
    return value == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(value / SMOOTHING);
  }

  private void smooth(int claim) {
    int value = latencyTimesSmoothing;
    latencyTimesSmoothing =
        value == UNKNOWN ? claim * SMOOTHING : value + claim - value / SMOOTHING;
  }
}
