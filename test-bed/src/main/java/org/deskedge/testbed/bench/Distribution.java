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
package org.deskedge.testbed.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * A measure that was taken several times.
 *
 * @param count how often
 * @param p50 the median, in milliseconds
 * @param p99 the 99th percentile, in milliseconds; of less than 100 values the largest one
 */
public record Distribution(int count, double p50, double p99) {

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Percentiles by nearest rank: each is a value that was measured.
   *
   * @param nanos the values in nanoseconds, at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Distribution ofNanos(Collection<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Distribution(sorted.length, rank(sorted, 50), rank(sorted, 99));
  }

  private static double rank(long[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[rank - 1] / NANOS_PER_MILLI;
  }
}
