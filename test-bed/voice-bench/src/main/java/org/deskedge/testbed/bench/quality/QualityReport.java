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
package org.deskedge.testbed.bench.quality;

import java.util.List;
import java.util.Locale;

/**
 * What the voice-quality benchmark has shown. In JSON the names are these in snake case.
 *
 * @param codec of the far end
 * @param seeds how many runs each figure is the mean of
 * @param speechSeconds how long the speech of one run is
 * @param networks one for each network, with and without concealment
 */
record QualityReport(String codec, int seeds, double speechSeconds, List<QualityResult> networks) {

  private static final String ROW = "%5s %-7s%7s %-8s%6s%6s%6s%8s%7s%7s%8s%7s%6s%6s%n";

  QualityReport {
    networks = List.copyOf(networks);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        ROW.formatted(
            "loss", "", "jitter", "conceal", "gone", "R", "MOS", "seg.SNR", "LSD", "CD", "unlike",
            "p50", "p95", "max"));
    table.append(
        ROW.formatted("%", "", "ms", "", "%", "", "", "dB", "dB", "dB", "%", "ms", "ms", "ms"));
    for (QualityResult each : networks) {
      table.append(
          ROW.formatted(
              number(each.lossPercent(), 0),
              each.pattern().name().toLowerCase(Locale.ROOT),
              each.jitterMs(),
              each.concealment() ? "on" : "off",
              number(each.lostPercent(), 1),
              number(each.rFactor(), 1),
              number(each.mos(), 2),
              number(each.segmentalSnrDb(), 1),
              number(each.spectralDistanceDb(), 2),
              number(each.cepstralDistanceDb(), 2),
              number(each.unlikeShare() * 100, 1),
              number(each.delayP50Ms(), 0),
              number(each.delayP95Ms(), 0),
              number(each.delayMaxMs(), 0)));
    }
    table.append(
        "%n%s, %d seeds of %.1f s of speech; gone: lost or too late to be played%n"
            .formatted(codec, seeds, speechSeconds));
    return table.toString();
  }

  private static String number(Double value, int digits) {
    return value == null ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
