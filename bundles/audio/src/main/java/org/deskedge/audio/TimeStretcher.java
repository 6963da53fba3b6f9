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
package org.deskedge.audio;

/**
 * Takes a pitch period out of speech or puts one in, so that it lasts shorter or longer at the same
 * pitch: to follow another clock, or to change the depth of a jitter buffer.
 *
 * <p>Both are one cross-fade, between the piece from its beginning and the same piece from a period
 * later. It starts in the first and ends in the second, or the other way round, so that neither end
 * of the piece changes: it goes on from what was before it and into what comes after.
 *
 * <pre>
 *            0       period    overlap
 * piece      |---A----|---B----|---C---     shorter:  (A fading to B) C
 *                                           longer:   A (B fading to A) B C
 * </pre>
 *
 * It is done only where the two are alike by 90 %, or where the piece is so quiet that nothing
 * would be heard of it. The period is 2.5 to 15 ms, and the overlap another period, but never less
 * than 4 ms: 20 ms are enough for any of them. For one thread. Does not allocate after
 * construction.
 */
public final class TimeStretcher {

  private static final double ALIKE = 0.9;

  /** Mean square of what is quiet: -55 dBov. */
  private static final double QUIET = 32_768.0 * 32_768 * Math.pow(10, -5.5);

  private final int step;
  private final int shortestOverlap;
  private final int shortestPeriod;
  private final int longestPeriod;
  private final PeriodSearch search;
  private final short[] faded;

  /**
   * Makes the stretcher of one stream.
   *
   * @param sampleRate samples per second, 8,000 to 48,000 in steps of 4,000
   * @throws IllegalArgumentException if it is none of these
   */
  public TimeStretcher(int sampleRate) {
    int millis = SampleRates.checked(sampleRate) / 1000;
    step = sampleRate / SampleRates.COARSE;
    shortestOverlap = 4 * millis;
    shortestPeriod = 10 * step;
    longestPeriod = 15 * millis;
    search = new PeriodSearch(sampleRate, longestPeriod + 2 * shortestOverlap);
    faded = new short[longestPeriod];
  }

  /** Returns the most samples that are ever taken out or put in: 15 ms. */
  public int maxPeriod() {
    return longestPeriod;
  }

  /**
   * Takes a period out of a piece, in place.
   *
   * @param samples holds the piece from {@code offset}
   * @param length how many samples; at least 20 ms for all pitches of speech, less than 6.5 ms is
   *     never changed
   * @return the new length; {@code length} if there was nothing that could be taken out
   */
  public int shorten(short[] samples, int offset, int length) {
    int period = period(samples, offset, length);
    if (period == 0) {
      return length;
    }
    int overlap = overlap(period, length);
    fade(samples, offset, offset + period, overlap);
    System.arraycopy(faded, 0, samples, offset, overlap);
    int rest = length - period - overlap;
    System.arraycopy(samples, offset + period + overlap, samples, offset + overlap, rest);
    return length - period;
  }

  /**
   * Puts a period into a piece, in place.
   *
   * @param samples holds the piece from {@code offset}, and has room for {@link #maxPeriod()} more
   * @param length how many samples; at least 20 ms for all pitches of speech, less than 6.5 ms is
   *     never changed
   * @return the new length; {@code length} if there was nothing that could be put in
   * @throws IndexOutOfBoundsException if there is no room; the piece is then as it was
   */
  public int lengthen(short[] samples, int offset, int length) {
    int period = period(samples, offset, length);
    if (period == 0) {
      return length;
    }
    int overlap = overlap(period, length);
    fade(samples, offset + period, offset, overlap);
    System.arraycopy(samples, offset, samples, offset + period, length);
    System.arraycopy(faded, 0, samples, offset + period, overlap);
    return length + period;
  }

  /** Returns how many samples to take out or put in; 0 if none. */
  private int period(short[] samples, int offset, int length) {
    int longest = Math.min(longestPeriod, (length - shortestOverlap) / step * step);
    if (longest < shortestPeriod) {
      return 0;
    }
    // A longer piece than the overlap tells a period from a single formant's.
    int piece = Math.min(2 * shortestOverlap, length - longest);
    int period = search.find(samples, offset, piece, shortestPeriod, longest, false);
    int overlap = overlap(period, length);
    if (PeriodSearch.likeness(samples, offset, offset + period, overlap) >= ALIKE) {
      return period;
    }
    return isQuiet(samples, offset, period + overlap) ? period : 0;
  }

  private int overlap(int period, int length) {
    return Math.min(Math.max(period, shortestOverlap), length - period);
  }

  private void fade(short[] samples, int from, int to, int length) {
    for (int i = 0; i < length; i++) {
      double share = (i + 1.0) / (length + 1);
      faded[i] =
          SampleRates.saturated(samples[from + i] + share * (samples[to + i] - samples[from + i]));
    }
  }

  private static boolean isQuiet(short[] samples, int offset, int length) {
    double squares = 0;
    for (int i = 0; i < length; i++) {
      squares += (double) samples[offset + i] * samples[offset + i];
    }
    return squares < QUIET * length;
  }
}
