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

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.rtp.quality.EModel;
import org.deskedge.rtp.quality.Impairment;
import org.deskedge.rtp.quality.Rating;

/**
 * Estimates what each end of a call hears (ITU-T G.107). The delay is told only where every part of
 * it is known; R counts the parts that are, so that a far end without RTCP does not leave the
 * client's side unknown.
 *
 * <p>Immutable and safe for use by any thread.
 */
final class VoiceQuality {

  private final EModel model = new EModel();

  /**
   * Rates the far end's voice at the client.
   *
   * @param codec what the far end's codec does to speech
   * @param badPercent packets lost or discarded, 0 to 100
   * @param burstRatio BurstR of G.107
   * @param roundTripMillis between edge and far end
   * @param bufferMillis depth of the jitter buffer
   * @param playoutMillis the client's claim
   */
  ListeningQuality atClient(
      Impairment codec,
      double badPercent,
      double burstRatio,
      OptionalDouble roundTripMillis,
      OptionalDouble bufferMillis,
      OptionalInt playoutMillis) {
    double known = roundTripMillis.orElse(0) / 2 + bufferMillis.orElse(0) + playoutMillis.orElse(0);
    boolean whole =
        roundTripMillis.isPresent() && bufferMillis.isPresent() && playoutMillis.isPresent();
    return heard(codec, badPercent, burstRatio, known, whole);
  }

  /**
   * Rates the client's voice at the far end.
   *
   * @param codec what the codec sent does to speech
   * @param report what the far end says; its metrics are preferred, since they count what it
   *     discarded, and tell its jitter buffer
   * @param roundTripMillis between edge and far end
   */
  ListeningQuality atFarEnd(Impairment codec, RemoteReport report, OptionalDouble roundTripMillis) {
    double network = roundTripMillis.orElse(0) / 2;
    return report
        .voipMetrics()
        .map(
            metrics ->
                heard(
                    codec,
                    Math.min(100, 100 * (metrics.lossRate() + metrics.discardRate())),
                    1,
                    network + metrics.jitterBufferNominalMillis(),
                    roundTripMillis.isPresent()))
        .orElseGet(() -> heard(codec, 100 * report.fractionLost(), 1, network, false));
  }

  private ListeningQuality heard(
      Impairment codec, double badPercent, double burstRatio, double knownDelay, boolean whole) {
    Rating rating = model.rate(codec, knownDelay, badPercent, burstRatio);
    return new ListeningQuality(
        whole ? OptionalDouble.of(knownDelay) : OptionalDouble.empty(),
        OptionalDouble.of(rating.scaled()),
        OptionalDouble.of(rating.mos()));
  }
}
