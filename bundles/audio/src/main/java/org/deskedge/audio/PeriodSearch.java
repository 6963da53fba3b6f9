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
 * Finds the distance at which a piece of speech is most like itself, its pitch period where the
 * speech is voiced, by normalised cross-correlation: first at a rate of 4,000, then at the full one
 * around what was found. For one thread.
 */
final class PeriodSearch {

  /** How alike a period must be to be preferred to a multiple of it, as a share of that. */
  private static final double ENOUGH = 0.95;

  private final int step;
  private final short[] coarse;

  /**
   * Makes a search.
   *
   * @param longest samples of the longest piece and the longest period together
   */
  PeriodSearch(int sampleRate, int longest) {
    step = sampleRate / SampleRates.COARSE;
    coarse = new short[longest / step];
  }

  /**
   * Returns the period that is most like the piece.
   *
   * @param at where the piece begins
   * @param length samples of the piece
   * @param shortest samples of the shortest period, a multiple of {@code sampleRate / 4000} as is
   *     {@code longest}
   * @param before whether to look before the piece, else behind its beginning
   */
  int find(short[] samples, int at, int length, int shortest, int longest, boolean before) {
    int direction = before ? -1 : 1;
    int lowest = before ? at - longest : at;
    int count = (longest + length) / step;
    for (int i = 0; i < count; i++) {
      int sum = 0;
      for (int j = 0; j < step; j++) {
        sum += samples[lowest + i * step + j];
      }
      coarse[i] = (short) (sum / step);
    }
    int piece = (at - lowest) / step;
    int best = shortest / step;
    double most = -1;
    for (int period = shortest / step; period <= longest / step; period++) {
      double likeness = likeness(coarse, piece, piece + direction * period, length / step);
      if (likeness > most) {
        most = likeness;
        best = period;
      }
    }
    int whole = refined(samples, at, length, direction, best * step, shortest, longest);
    double enough = ENOUGH * likeness(samples, at, at + direction * whole, length);
    // Two or three periods are as alike as one, and a little more if one is no whole number.
    for (int parts = 3; parts > 1 && enough > 0; parts--) {
      if (whole / parts >= shortest) {
        int part = refined(samples, at, length, direction, whole / parts, shortest, longest);
        if (likeness(samples, at, at + direction * part, length) >= enough) {
          return part;
        }
      }
    }
    return whole;
  }

  private int refined(
      short[] samples, int at, int length, int direction, int about, int shortest, int longest) {
    int best = about;
    double most = -1;
    int last = Math.min(longest, about + step);
    for (int period = Math.max(shortest, about - step); period <= last; period++) {
      double likeness = likeness(samples, at, at + direction * period, length);
      if (likeness > most) {
        most = likeness;
        best = period;
      }
    }
    return best;
  }

  /**
   * Returns how alike two pieces are, whatever the level of either: 1 if they are the same, 0 if
   * they have nothing in common or one of them is silent, -1 if one is the other upside down.
   */
  static double likeness(short[] samples, int one, int other, int length) {
    long product = 0;
    long oneSquared = 0;
    long otherSquared = 0;
    for (int i = 0; i < length; i++) {
      int a = samples[one + i];
      int b = samples[other + i];
      product += (long) a * b;
      oneSquared += (long) a * a;
      otherSquared += (long) b * b;
    }
    if (oneSquared == 0 || otherSquared == 0) {
      return 0;
    }
    return product / Math.sqrt((double) oneSquared * otherSquared);
  }
}
