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
package org.deskedge.mediarelay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.api.media.VoipMetrics;
import org.deskedge.rtp.quality.Impairment;
import org.junit.jupiter.api.Test;

class VoiceQualityTest {

  private static final Impairment G711 = new Impairment(0, 25.1, false);

  private final VoiceQuality quality = new VoiceQuality();

  @Test
  void theDelayAtTheClientIsTheSumOfItsParts() {
    ListeningQuality heard = atClient(OptionalDouble.of(60), 0);

    assertThat(heard.delayMillis()).hasValue(30 + 40 + 80);
    // R at 150 ms without loss is 89.5, 1.2 below that at 100 ms.
    assertThat(heard.rFactor().orElseThrow()).isCloseTo(89.54, within(0.01));
    assertThat(heard.mos().orElseThrow()).isCloseTo(4.33, within(0.01));
  }

  @Test
  void withoutARoundTripTheDelayIsUnknownAndTheRestCounts() {
    ListeningQuality heard = atClient(OptionalDouble.empty(), 5);

    assertThat(heard.delayMillis()).isEmpty();
    // 95 * 5 / 30.1 of loss off R at 120 ms.
    assertThat(heard.rFactor().orElseThrow())
        .isCloseTo(atClient(OptionalDouble.of(0), 0).rFactor().orElseThrow() - 15.78, within(0.01));
  }

  @Test
  void theFarEndsMetricsSayMoreThanItsReport() {
    ListeningQuality plain =
        quality.atFarEnd(G711, report(0.05, Optional.empty()), OptionalDouble.of(60));
    ListeningQuality detailed =
        quality.atFarEnd(G711, report(0, Optional.of(metrics(0.02, 0.03))), OptionalDouble.of(60));

    assertThat(plain.delayMillis()).as("its jitter buffer is not known").isEmpty();
    assertThat(plain.rFactor().orElseThrow()).isCloseTo(92.3 - 15.78, within(0.1));
    assertThat(detailed.delayMillis()).hasValue(30 + 60);
    assertThat(detailed.rFactor().orElseThrow()).isCloseTo(90.9 - 15.78, within(0.1));
  }

  private ListeningQuality atClient(OptionalDouble roundTrip, double badPercent) {
    return quality.atClient(
        G711, badPercent, 1, roundTrip, OptionalDouble.of(40), OptionalInt.of(80));
  }

  private static RemoteReport report(double fractionLost, Optional<VoipMetrics> metrics) {
    return new RemoteReport(Instant.EPOCH, fractionLost, 0, 1, metrics);
  }

  private static VoipMetrics metrics(double lossRate, double discardRate) {
    return RemoteReportsTest.metrics(lossRate, discardRate);
  }
}
