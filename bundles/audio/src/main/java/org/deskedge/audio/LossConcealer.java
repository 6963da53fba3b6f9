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

import java.util.Arrays;

/**
 * Makes up for lost speech from the speech before it, in the manner of ITU-T G.711 Appendix I, at
 * any sample rate.
 *
 * <pre>
 * 0 ms       10 ms      20 ms                          60 ms
 * | last     | last 2   | last 3 pitch periods, over   | silence until speech
 * | period   | periods  | and over                     | comes back
 * | as loud  | fading by 20 % every 10 ms              |
 * </pre>
 *
 * <p>The pitch period, 5 to 15 ms, is where the last 20 ms are most like what was before them. A
 * loop of periods is closed by fading its end into what was before its beginning, and more periods
 * are faded in, each over a quarter of a period. When speech comes back it is faded in over what
 * would have gone on: a quarter of a period and 4 ms for every 10 ms lost, 10 ms at most.
 *
 * <p>Unlike the Recommendation, which delays all speech by 3.75 ms to fade its end into the first
 * period, this delays nothing: the difference between the last sample heard and the one that the
 * loop follows is added to the loop and taken off over a quarter of a period.
 *
 * <p>Pieces may be of any length, and need not be of equal length. For one thread. Does not
 * allocate after construction.
 */
public final class LossConcealer {

  private static final int MOST_PERIODS = 3;

  private final int tenMillis;
  private final int shortestPeriod;
  private final int longestPeriod;
  private final PeriodSearch search;
  // What was played so far, and what of it the present loss is made up from.
  private final short[] history;
  private final short[] before;

  private int lost;
  private int period;
  private int periods;
  private int position;
  private int positionOfFewer;
  private int fadeLeft;
  private int stepAtStart;

  /**
   * Makes the concealer of one stream.
   *
   * @param sampleRate samples per second, 8,000 to 48,000 in steps of 4,000
   * @throws IllegalArgumentException if it is none of these
   */
  public LossConcealer(int sampleRate) {
    tenMillis = SampleRates.checked(sampleRate) / 100;
    shortestPeriod = tenMillis / 2;
    longestPeriod = tenMillis * 3 / 2;
    search = new PeriodSearch(sampleRate, 2 * tenMillis + longestPeriod);
    history = new short[MOST_PERIODS * longestPeriod + (longestPeriod + 3) / 4];
    before = new short[history.length];
  }

  /**
   * Takes note of speech that is played. The first after a loss is changed in place, so that it
   * comes back smoothly.
   */
  public void heard(short[] samples, int offset, int length) {
    if (lost > 0) {
      int fade = Math.min(length, Math.min(tenMillis, period / 4 + 4 * lost / 10));
      for (int i = 0; i < fade; i++) {
        double share = (i + 1.0) / (fade + 1);
        double madeUp = next();
        samples[offset + i] =
            SampleRates.saturated(madeUp + share * (samples[offset + i] - madeUp));
      }
      lost = 0;
    }
    remember(samples, offset, length);
  }

  /** Fills in for speech that is missing: writes {@code length} samples from {@code offset}. */
  public void conceal(short[] samples, int offset, int length) {
    if (lost == 0) {
      begin();
    }
    for (int i = 0; i < length; i++) {
      samples[offset + i] = SampleRates.saturated(next());
    }
    remember(samples, offset, length);
  }

  /** Forgets the stream so far. */
  public void reset() {
    Arrays.fill(history, (short) 0);
    lost = 0;
  }

  private void begin() {
    System.arraycopy(history, 0, before, 0, before.length);
    int piece = before.length - 2 * tenMillis;
    period = search.find(before, piece, 2 * tenMillis, shortestPeriod, longestPeriod, true);
    periods = 1;
    position = 0;
    fadeLeft = 0;
    stepAtStart = before[before.length - 1] - before[before.length - 1 - period];
  }

  /** Returns the next sample that is made up. */
  private double next() {
    if (lost >= 6 * tenMillis) {
      return 0;
    }
    int quarter = period / 4;
    if (lost == tenMillis || lost == 2 * tenMillis) {
      // One period further back at the same place in it, while the shorter loop fades.
      positionOfFewer = position;
      periods++;
      fadeLeft = quarter;
    }
    double value = looped(periods, position);
    position = (position + 1) % (periods * period);
    if (fadeLeft > 0) {
      double share = fadeLeft-- / (quarter + 1.0);
      value += share * (looped(periods - 1, positionOfFewer) - value);
      positionOfFewer = (positionOfFewer + 1) % ((periods - 1) * period);
    }
    if (lost < quarter) {
      value += stepAtStart * (1 - (lost + 1) / (quarter + 1.0));
    }
    double faded = lost < tenMillis ? 1 : 1 - (lost - tenMillis) / (5.0 * tenMillis);
    lost++;
    return faded * value;
  }

  /** Returns a sample of the loop of the last periods. */
  private double looped(int count, int at) {
    int loop = count * period;
    int quarter = period / 4;
    int from = before.length - loop + at;
    int untilEnd = loop - at;
    if (untilEnd > quarter) {
      return before[from];
    }
    double share = untilEnd / (quarter + 1.0);
    return share * before[from] + (1 - share) * before[from - loop];
  }

  private void remember(short[] samples, int offset, int length) {
    int newer = Math.min(length, history.length);
    System.arraycopy(history, newer, history, 0, history.length - newer);
    System.arraycopy(samples, offset + length - newer, history, history.length - newer, newer);
  }
}
