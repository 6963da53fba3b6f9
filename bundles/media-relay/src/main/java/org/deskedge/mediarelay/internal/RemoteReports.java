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

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.rtp.rtcp.BurstGapMetrics;
import org.deskedge.rtp.rtcp.RtcpSession;
import org.deskedge.rtp.rtcp.VoipMetrics;

/** Turns what came in RTCP into what the API tells: shares, milliseconds, and empty for unknown. */
final class RemoteReports {

  private static final double SHARE = 256;

  private RemoteReports() {}

  /**
   * Returns the far end's latest report, if it sent one.
   *
   * @param clockRate of what is sent to it, in hertz
   * @param wall the time of day now
   * @param now the same moment on the session's clock, in nanoseconds
   */
  static Optional<RemoteReport> latest(RtcpSession session, int clockRate, Instant wall, long now) {
    return session
        .remoteReport()
        .map(
            report ->
                new RemoteReport(
                    wall.minusNanos(now - report.atNanos()),
                    report.fractionLost(),
                    report.report().lost(),
                    report.jitterMillis(clockRate),
                    session.remoteMetrics().map(RemoteReports::metrics)));
  }

  static org.deskedge.api.media.VoipMetrics metrics(VoipMetrics told) {
    BurstGapMetrics losses = told.losses();
    return new org.deskedge.api.media.VoipMetrics(
        losses.lossRate() / SHARE,
        losses.discardRate() / SHARE,
        losses.burstDensity() / SHARE,
        losses.gapDensity() / SHARE,
        losses.burstMillis(),
        losses.gapMillis(),
        told.roundTripMillis() == 0 ? OptionalInt.empty() : OptionalInt.of(told.roundTripMillis()),
        told.endSystemMillis(),
        known(told.signalLevel()),
        known(told.noiseLevel()),
        known(told.echoReturnLoss()),
        known(told.rFactor()),
        known(told.externalRFactor()),
        score(told.mosListening()),
        score(told.mosConversational()),
        told.bufferNominalMillis(),
        told.bufferMaximumMillis(),
        told.bufferAbsoluteMillis());
  }

  private static OptionalInt known(int value) {
    return value == VoipMetrics.UNAVAILABLE ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** Returns a score of 1.0 to 5.0 from tenths; what is no score at all is not known. */
  private static OptionalDouble score(int tenths) {
    return tenths < 10 || tenths > 50 ? OptionalDouble.empty() : OptionalDouble.of(tenths / 10.0);
  }
}
