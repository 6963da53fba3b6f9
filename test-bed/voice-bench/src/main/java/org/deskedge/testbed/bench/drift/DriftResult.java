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
package org.deskedge.testbed.bench.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A long call.
 *
 * @param partsPerMillion by how much the far end's clock is fast; negative if it is slow
 * @param minutes how long it lasted
 * @param jitterMs greatest added delay of a packet; all from 0 are equally likely
 * @param rounds of the speaker's sentences
 * @param framesConcealed by the edge
 * @param millisLengthened by how much the edge stretched speech
 * @param millisShortened by how much it cut speech short
 * @param driftFound what the edge takes the far end's clock for, parts in a million; null if it
 *     does not know
 */
record DriftResult(
    double partsPerMillion,
    int minutes,
    int jitterMs,
    List<DriftMinute> rounds,
    long framesConcealed,
    double millisLengthened,
    double millisShortened,
    Double driftFound) {

  DriftResult {
    rounds = List.copyOf(rounds);
  }

  /** Greatest less least delay of the rounds after the first minute, ms. */
  double delayRangeMs() {
    List<DriftMinute> settled = rounds.stream().filter(round -> round.minute() >= 1).toList();
    double most = settled.stream().mapToDouble(DriftMinute::delayMs).max().orElse(0);
    return most - settled.stream().mapToDouble(DriftMinute::delayMs).min().orElse(0);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "far end's clock %+.0f ppm, %d minutes, jitter up to %d ms%n"
            .formatted(partsPerMillion, minutes, jitterMs));
    table
        .append("  without correction the delay would change by (ms)  ")
        .append(number(partsPerMillion * minutes * 60 / 1000));
    table
        .append("%n  delay, first and last round (ms)                   ".formatted())
        .append(number(rounds.get(0).delayMs()))
        .append("  ")
        .append(number(rounds.get(rounds.size() - 1).delayMs()));
    table
        .append("%n  delay, greatest less least after a minute (ms)     ".formatted())
        .append(number(delayRangeMs()));
    table.append(
        "%n  frames missing or something else, clicks           %d  %d%n"
            .formatted(
                rounds.stream().mapToLong(DriftMinute::unlikeFrames).sum(),
                rounds.stream().mapToInt(DriftMinute::clicks).sum()));
    table
        .append("  spectral distance, worst round (dB)                ")
        .append(
            number(
                rounds.stream()
                    .map(DriftMinute::spectralDistanceDb)
                    .max(Comparator.naturalOrder())
                    .orElse(0.0)));
    table.append(
        "%n  edge: concealed frames %d, stretched %.0f ms, cut short %.0f ms, drift found %s ppm%n"
            .formatted(
                framesConcealed,
                millisLengthened,
                millisShortened,
                driftFound == null ? "unknown" : number(driftFound)));
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
