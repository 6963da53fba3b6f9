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

import java.util.List;

/**
 * What {@link SpeechComparison} found.
 *
 * @param correlation energy-weighted mean of the pieces' correlations, 0 to 1; what was not heard
 *     counts as 0
 * @param worstSecond the same over the worst second in which there was speech
 * @param missingShare share of the spoken 20 ms frames that are not in what was heard, 0 to 1
 * @param delayMs median over the pieces of heard position minus source position; compares two
 *     files, and is a time only if both began at once
 * @param delayChanges how often the delay changed by 1 ms or more from one heard piece to the next
 * @param delayMovedMs sum of those changes' magnitudes: what was skipped or inserted
 * @param pieces the pieces, in order of the source
 */
public record SpeechMatch(
    double correlation,
    double worstSecond,
    double missingShare,
    double delayMs,
    int delayChanges,
    double delayMovedMs,
    List<Piece> pieces) {

  /** Least correlation that passes. */
  public static final double LEAST_CORRELATION = 0.95;

  /** Least correlation of the worst second that passes: about one 100 ms gap in it. */
  public static final double LEAST_WORST_SECOND = 0.80;

  /** Greatest share of missing frames that passes: 3 %, where G.711 with concealment gets poor. */
  public static final double MOST_MISSING = 0.03;

  public SpeechMatch {
    pieces = List.copyOf(pieces);
  }

  /**
   * One piece of the source.
   *
   * @param sourceSample where it begins in the source
   * @param lag position in what was heard minus {@code sourceSample}
   * @param correlation normalised, 0 to 1
   * @param energy of the piece in the source, its mean taken out
   */
  public record Piece(int sourceSample, int lag, double correlation, double energy) {
    /** Whether this piece was heard well enough for its lag to mean anything. */
    public boolean heard() {
      return energy > 0 && correlation >= 0.7;
    }
  }

  /** Whether a telephony engineer would let this pass: all three measures, not the mean alone. */
  public boolean acceptable() {
    return correlation >= LEAST_CORRELATION
        && worstSecond >= LEAST_WORST_SECOND
        && missingShare <= MOST_MISSING;
  }
}
