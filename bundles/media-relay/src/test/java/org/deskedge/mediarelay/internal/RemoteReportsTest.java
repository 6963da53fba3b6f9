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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.rtp.ReceiverStatistics;
import org.deskedge.rtp.rtcp.BurstGapMetrics;
import org.deskedge.rtp.rtcp.LocalStream;
import org.deskedge.rtp.rtcp.RtcpInterval;
import org.deskedge.rtp.rtcp.RtcpSession;
import org.deskedge.rtp.rtcp.VoipMetrics;
import org.junit.jupiter.api.Test;

class RemoteReportsTest {

  private static final int OURS = 1;
  private static final int THEIRS = 2;
  private static final Instant WALL = Instant.parse("2026-03-01T09:15:00Z");

  @Test
  void aReportOfTheFarEndIsToldInSharesAndMilliseconds() throws Exception {
    RtcpSession ours = session(OURS);
    RtcpSession theirs = session(THEIRS);
    assertThat(RemoteReports.latest(ours, 8000, WALL, 0)).isEmpty();

    ReceiverStatistics received = new ReceiverStatistics();
    received.received(OURS, 10, 0, 8000, 0);
    // 16 ms late, of which the estimator takes a sixteenth; one of four is missing.
    received.received(OURS, 11, 160, 8000, 36_000_000);
    received.received(OURS, 13, 480, 8000, 76_000_000);
    theirs.extended(true);
    ByteBuf packet = Unpooled.buffer();
    theirs.report(
        packet, 0, new LocalStream(0, 0, 0), received, Optional.of(block(64, 32, 0, 127, 127)));
    ours.received(packet, 5_000_000_000L);

    RemoteReport told =
        RemoteReports.latest(ours, 8000, WALL.plusSeconds(7), 7_000_000_000L).orElseThrow();
    assertThat(told.at()).isEqualTo(WALL.plusSeconds(5));
    assertThat(told.fractionLost()).isEqualTo(0.25);
    assertThat(told.lost()).isEqualTo(1);
    assertThat(told.jitterMillis()).isBetween(0.8, 1.0);
    assertThat(told.voipMetrics().orElseThrow().lossRate()).isEqualTo(0.25);
    assertThat(told.voipMetrics().orElseThrow().discardRate()).isEqualTo(0.125);
  }

  @Test
  void whatTheFarEndDoesNotKnowIsEmpty() {
    org.deskedge.api.media.VoipMetrics told = RemoteReports.metrics(block(0, 0, 0, 127, 127));

    assertThat(told.roundTripMillis()).isEmpty();
    assertThat(told.signalLevel()).isEmpty();
    assertThat(told.rFactor()).isEmpty();
    assertThat(told.mosListening()).isEmpty();
  }

  @Test
  void whatTheFarEndKnowsIsTold() {
    org.deskedge.api.media.VoipMetrics told = RemoteReports.metrics(block(0, 0, 31, -18, 42));

    assertThat(told.roundTripMillis()).hasValue(31);
    assertThat(told.signalLevel()).hasValue(-18);
    assertThat(told.rFactor()).hasValue(42);
    assertThat(told.mosListening()).isEqualTo(OptionalDouble.of(4.2));
    assertThat(told.jitterBufferNominalMillis()).isEqualTo(60);
    assertThat(told.echoReturnLoss()).isEqualTo(OptionalInt.empty());
  }

  static org.deskedge.api.media.VoipMetrics metrics(double lossRate, double discardRate) {
    org.deskedge.api.media.VoipMetrics told = RemoteReports.metrics(block(0, 0, 0, 127, 127));
    return new org.deskedge.api.media.VoipMetrics(
        lossRate,
        discardRate,
        told.burstDensity(),
        told.gapDensity(),
        told.burstMillis(),
        told.gapMillis(),
        told.roundTripMillis(),
        told.endSystemMillis(),
        told.signalLevel(),
        told.noiseLevel(),
        told.echoReturnLoss(),
        told.rFactor(),
        told.externalRFactor(),
        told.mosListening(),
        told.mosConversational(),
        told.jitterBufferNominalMillis(),
        told.jitterBufferMaximumMillis(),
        told.jitterBufferAbsoluteMillis());
  }

  private static VoipMetrics block(
      int lossRate, int discardRate, int roundTrip, int signalLevel, int rating) {
    return new VoipMetrics(
        OURS,
        new BurstGapMetrics(lossRate, discardRate, 0, 0, 0, 0, 16),
        roundTrip,
        65,
        signalLevel,
        127,
        127,
        rating,
        127,
        rating,
        127,
        0,
        60,
        120,
        200);
  }

  private static RtcpSession session(int source) {
    return new RtcpSession(
        source, "name", RtcpInterval.of(80_000), new SplittableRandom(source), WALL, 0);
  }
}
