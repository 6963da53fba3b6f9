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
 * How long speech took from mouth to ear: each heard piece of the source is found in the sound at
 * the mouth and in the sound at the ear, and the clock of each says when it passed.
 *
 * @param medianMs the middle one of the pieces
 * @param leastMs the least
 * @param mostMs the greatest
 * @param pieces how many pieces of 500 ms it rests on
 */
public record MouthToEar(double medianMs, double leastMs, double mostMs, int pieces) {

  /** Fewest pieces that make a result: 2 s of speech. */
  public static final int FEWEST_PIECES = 4;

  private static final double NANOS_A_MS = 1e6;

  /**
   * Measures one direction.
   *
   * @param source the speech
   * @param mouth the sound where it was spoken
   * @param ear the sound where it was heard
   * @throws IllegalArgumentException if fewer than {@link #FEWEST_PIECES} pieces are found in both
   */
  public static MouthToEar of(short[] source, TimedSound mouth, TimedSound ear) {
    SpeechMatch spoken = SpeechComparison.compare(source, mouth.samples());
    SpeechMatch heard = SpeechComparison.compare(source, ear.samples());
    double floor =
        spoken.pieces().stream().mapToDouble(SpeechMatch.Piece::energy).average().orElseThrow()
            / 100;
    double[] delays = new double[spoken.pieces().size()];
    int found = 0;
    for (int i = 0; i < delays.length; i++) {
      SpeechMatch.Piece at = spoken.pieces().get(i);
      SpeechMatch.Piece to = heard.pieces().get(i);
      if (at.energy() > floor && at.heard() && to.heard()) {
        // Of the piece's first sample; a piece in which the delay moves counts with most of itself.
        long spokenNanos = mouth.nanosAt(at.sourceSample() + at.lag());
        long heardNanos = ear.nanosAt(to.sourceSample() + to.lag());
        delays[found++] = (heardNanos - spokenNanos) / NANOS_A_MS;
      }
    }
    if (found < FEWEST_PIECES) {
      throw new IllegalArgumentException(
          "only " + found + " pieces of the speech were found at both mouth and ear");
    }
    double[] sorted = Arrays.copyOf(delays, found);
    Arrays.sort(sorted);
    return new MouthToEar(sorted[found / 2], sorted[0], sorted[found - 1], found);
  }
}
