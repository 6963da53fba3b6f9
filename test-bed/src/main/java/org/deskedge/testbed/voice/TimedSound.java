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
package org.deskedge.testbed.voice;

import java.util.Arrays;

/**
 * Sound at 8000 Hz whose every sample has a time on the machine's real-time clock, the one clock of
 * all stages: namespaces, PulseAudio and tcpdump share the kernel's. Immutable as long as the
 * arrays are left alone.
 */
public final class TimedSound {
  /** Duration of one sample. */
  public static final long NANOS_A_SAMPLE = 1_000_000_000L / G711.RATE;

  private final short[] samples;
  private final int[] anchors;
  private final long[] anchorNanos;

  /**
   * Sound with anchors between which time runs evenly.
   *
   * @param anchors indexes of samples whose time is known, ascending, at least one
   * @param anchorNanos their times, nanoseconds since 1970
   * @throws IllegalArgumentException if there is no anchor, or not a time for each
   */
  public TimedSound(short[] samples, int[] anchors, long[] anchorNanos) {
    if (anchors.length == 0 || anchors.length != anchorNanos.length) {
      throw new IllegalArgumentException(
          anchors.length + " anchors with " + anchorNanos.length + " times");
    }
    this.samples = samples.clone();
    this.anchors = anchors.clone();
    this.anchorNanos = anchorNanos.clone();
  }

  /** The samples. */
  public short[] samples() {
    return samples.clone();
  }

  /**
   * When a sample passed, by the last anchor at or before it; a sample before the first anchor or
   * outside the sound goes by the nearest anchor.
   */
  public long nanosAt(int sample) {
    int found = Arrays.binarySearch(anchors, sample);
    int at = Math.max(0, found >= 0 ? found : -found - 2);
    return anchorNanos[at] + (sample - anchors[at]) * NANOS_A_SAMPLE;
  }
}
