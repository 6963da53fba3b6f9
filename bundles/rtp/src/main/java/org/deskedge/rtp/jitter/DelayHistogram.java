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

import java.util.Arrays;

/**
 * How packets spread over delays, older ones counting less: what came {@code memory} packets ago
 * weighs 1/e of what comes now.
 */
final class DelayHistogram {

  static final int BIN_MICROS = 2_500;
  static final int BINS = 240;

  private final float[] share = new float[BINS];
  private final int memory;
  private final int prior;
  private int packets;

  /**
   * Makes a histogram that believes in one delay until packets prove it wrong.
   *
   * @param memory in packets
   * @param prior how many packets it takes to weigh as much as the belief
   * @param believedMicros the delay believed in
   */
  DelayHistogram(int memory, int prior, long believedMicros) {
    this.memory = memory;
    this.prior = prior;
    Arrays.fill(share, 0);
    share[bin(believedMicros)] = 1;
  }

  void add(long micros) {
    packets = Math.min(packets + 1, memory);
    float weight = 1f / Math.min(packets + prior, memory);
    for (int i = 0; i < BINS; i++) {
      share[i] *= 1 - weight;
    }
    share[bin(micros)] += weight;
  }

  /** Makes every delay so far less by so many bins, for what it was measured against rose. */
  void lower(int bins) {
    for (int i = 1; i < BINS; i++) {
      float moved = share[i];
      share[i] = 0;
      share[Math.max(0, i - bins)] += moved;
    }
  }

  /** Returns the delay that all but this share of the packets stay within, in microseconds. */
  long allBut(float exceeding) {
    float above = 0;
    int bin = BINS - 1;
    while (bin > 0 && above + share[bin] <= exceeding) {
      above += share[bin];
      bin--;
    }
    return bin == 0 ? 0 : (bin + 1L) * BIN_MICROS;
  }

  private static int bin(long micros) {
    return (int) Math.max(0, Math.min(BINS - 1, micros / BIN_MICROS));
  }
}
