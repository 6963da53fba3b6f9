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
package org.deskedge.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deskedge.rtp.ReceiverStatistics;
import org.junit.jupiter.api.Test;

/** Two real sessions that exchange real packets over a pretended network. */
class RtcpSessionTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  /** The monotonic clocks of the two ends have nothing to do with each other. */
  private static final long B_AHEAD = -987_654 * SECOND;

  private static final int A = 0xaaaa0001;
  private static final int B = 0xbbbb0002;
  private static final Instant WALL = Instant.parse("2026-03-01T09:15:00.25Z");
  private static final VoipMetrics METRICS =
      new VoipMetrics(
          A,
          new BurstGapMetrics(1, 2, 3, 4, 5, 6, 16),
          31,
          80,
          127,
          127,
          127,
          88,
          127,
          42,
          41,
          0,
          40,
          60,
          200);

  private final RtcpSession a =
      new RtcpSession(A, "a@x", RtcpInterval.of(80_000), new SplittableRandom(1), WALL, 0);
  private final RtcpSession b =
      new RtcpSession(
          B,
          "b@y",
          RtcpInterval.of(80_000),
          new SplittableRandom(2),
          WALL.plusSeconds(77),
          B_AHEAD);
  private final ReceiverStatistics atA = new ReceiverStatistics();
  private final ReceiverStatistics atB = new ReceiverStatistics();

  @Test
  void nothingIsKnownBeforeTheRemoteEndReports() {
    assertThat(a.roundTripMillis()).isEmpty();
    assertThat(a.remoteReport()).isEmpty();
    assertThat(a.remoteMetrics()).isEmpty();
    assertThat(a.remoteCname()).isEmpty();
    assertThat(a.remoteLeft()).isFalse();
    assertThat(a.collisions()).isZero();
  }

  @Test
  void theRoundTripIsThatOfTheNetwork() throws Exception {
    hear(atB, A, 100, 0);
    // 20 ms there, 3 s until b reports, 33 ms back.
    give(b, report(a, 10 * SECOND, stream(100), atA), B_AHEAD + 10 * SECOND + 20 * MILLI);
    ByteBuf answer = report(b, B_AHEAD + 13 * SECOND + 20 * MILLI, stream(0), atB);
    give(a, answer, 13 * SECOND + 53 * MILLI);

    assertThat(a.roundTripMillis().orElseThrow()).isCloseTo(53, within(0.05));
    assertThat(b.roundTripMillis()).as("b got no report on itself").isEmpty();
    assertThat(a.remoteCname()).contains("b@y");
  }

  @Test
  void oneThatOnlyListensKnowsTheRoundTripByExtendedReports() throws Exception {
    a.extended(true);
    b.extended(true);
    give(b, report(a, SECOND, stream(0), atA), B_AHEAD + SECOND + 20 * MILLI);
    give(a, report(b, B_AHEAD + 4 * SECOND, stream(0), atB), 4 * SECOND + 15 * MILLI);

    // b waited 2.98 s.
    assertThat(a.roundTripMillis().orElseThrow()).isCloseTo(35, within(0.05));
  }

  @Test
  void aDelayThatCannotBeIsNotBelieved() throws Exception {
    ByteBuf sent = report(a, 10 * SECOND, stream(5), atA);
    int last = NtpClock.middle(((SenderReport) RtcpDecoder.decode(sent).get(0)).ntpTime());
    give(a, remote(new ReceptionReport(A, 0, 0, 0, 0, last, 65536 * 5)), 11 * SECOND);
    give(a, remote(new ReceptionReport(A, 0, 0, 0, 0, 0, 0)), 11 * SECOND);

    assertThat(a.roundTripMillis()).isEmpty();
    assertThat(a.remoteReport()).isPresent();
  }

  @Test
  void theFiguresOfAReportAreThoseOfTheStatistics() throws Exception {
    hear(atB, A, 50, 0);
    hear(atB, A, 100, 75);
    for (int i = 0; i < 40; i++) {
      atB.received(A, 101 + i, i * 160, 8000, i * 20L * MILLI + i % 2 * 4L * MILLI);
    }
    long lost = atB.lost();
    double jitter = atB.jitterMillis();

    give(a, report(b, B_AHEAD + 5 * SECOND, stream(0), atB), 5 * SECOND);

    RemoteReport heard = a.remoteReport().orElseThrow();
    assertThat(lost).isEqualTo(24);
    assertThat(heard.report().lost()).isEqualTo(24);
    assertThat(heard.report().extendedHighest()).isEqualTo(140);
    assertThat(heard.fractionLost()).isCloseTo(24.0 / 141, within(1 / 256.0));
    assertThat(heard.jitterMillis(8000)).isCloseTo(jitter, within(0.125));
    assertThat(heard.atNanos()).isEqualTo(5 * SECOND);

    assertThat(RtcpDecoder.decode(report(b, B_AHEAD + 9 * SECOND, stream(0), atB)).get(0))
        .as("nobody was heard since")
        .isEqualTo(new ReceiverReport(B, List.of()));
  }

  @Test
  void oneThatSendsNothingForTwoReportsIsNoSender() throws Exception {
    assertThat(first(report(a, SECOND, stream(0), atA))).isInstanceOf(ReceiverReport.class);
    assertThat(first(report(a, 2 * SECOND, stream(7), atA)))
        .isInstanceOfSatisfying(
            SenderReport.class,
            sent -> {
              assertThat(sent.packets()).isEqualTo(7);
              assertThat(sent.octets()).isEqualTo(7 * 160);
              assertThat(sent.rtpTime()).isEqualTo(4242);
              // 2 s after 2026-03-01T09:15:00.25Z, in seconds since 1900.
              assertThat(sent.ntpTime() >>> 32)
                  .isEqualTo(WALL.getEpochSecond() + 2 + 2_208_988_800L);
              assertThat(sent.ntpTime() & 0xffff_ffffL).isEqualTo(1L << 30);
            });
    assertThat(first(report(a, 3 * SECOND, stream(7), atA))).isInstanceOf(SenderReport.class);
    assertThat(first(report(a, 4 * SECOND, stream(7), atA))).isInstanceOf(ReceiverReport.class);
    assertThat(first(report(a, 5 * SECOND, stream(8), atA))).isInstanceOf(SenderReport.class);
  }

  @Test
  void metricsGoOutOnlyWhereTheRemoteEndTakesThem() throws Exception {
    ByteBuf out = Unpooled.buffer();
    b.report(out, B_AHEAD + SECOND, stream(0), atB, Optional.of(METRICS));
    give(a, out, SECOND);
    assertThat(a.remoteMetrics()).isEmpty();

    b.extended(true);
    out = Unpooled.buffer();
    b.report(out, B_AHEAD + 2 * SECOND, stream(0), atB, Optional.of(METRICS));
    give(a, out, 2 * SECOND);
    assertThat(a.remoteMetrics()).contains(METRICS);
  }

  @Test
  void reportsAreDueAtTheIntervalOfTheRfc() {
    int reports = 0;
    long last = 0;
    for (long now = 0; now < 600 * SECOND; now += 20 * MILLI) {
      if (a.due(now)) {
        report(a, now, stream(now / (20 * MILLI)), atA);
        assertThat(a.nextDue()).isGreaterThan(now);
        assertThat(a.due(now)).isFalse();
        last = now;
        reports++;
      }
    }

    // Every 5 s in the mean, which reconsidering the timers makes of shorter draws.
    assertThat(reports).isBetween(105, 135);
    assertThat(last).isGreaterThan(590 * SECOND);
  }

  @Test
  void goodbyeIsHeardAndAReportAfterItTakesItBack() throws Exception {
    ByteBuf out = Unpooled.buffer();
    b.goodbye(out, B_AHEAD + SECOND, stream(0), atB, "call ended");
    give(a, out, SECOND);
    assertThat(a.remoteLeft()).isTrue();

    give(a, report(b, B_AHEAD + 2 * SECOND, stream(0), atB), 2 * SECOND);
    assertThat(a.remoteLeft()).isFalse();
  }

  @Test
  void whatClaimsToBeOurselvesIsCountedAndNotBelieved() throws Exception {
    ByteBuf own = Unpooled.buffer();
    a.extended(true);
    hear(atA, A, 3, 0);
    a.goodbye(own, SECOND, stream(3), atA, "loop");
    give(a, own, SECOND);

    assertThat(a.collisions()).isEqualTo(1);
    assertThat(a.remoteReport()).isEmpty();
    assertThat(a.remoteCname()).isEmpty();
    assertThat(a.remoteLeft()).isFalse();
  }

  @Test
  void malformedPacketsChangeNothing() throws Exception {
    ByteBuf good = report(b, B_AHEAD + SECOND, stream(0), atB);
    for (int length = 0; length < good.readableBytes(); length++) {
      ByteBuf part = good.slice(0, length);
      if (length != 8) {
        assertThatThrownBy(() -> a.received(part, SECOND))
            .isInstanceOf(MalformedRtcpException.class);
      }
    }
    assertThat(a.remoteCname()).isEmpty();
    give(a, good, SECOND);
    assertThat(a.remoteCname()).contains("b@y");
  }

  private static void hear(ReceiverStatistics at, int source, int count, int from) {
    for (int i = from; i <= count; i++) {
      at.received(source, i, i * 160, 8000, i * 20L * MILLI);
    }
  }

  private static LocalStream stream(long packets) {
    return new LocalStream(packets, packets * 160, 4242);
  }

  private static ByteBuf report(
      RtcpSession session, long now, LocalStream sent, ReceiverStatistics received) {
    ByteBuf out = Unpooled.buffer();
    session.report(out, now, sent, received, Optional.empty());
    return out;
  }

  private static ByteBuf remote(ReceptionReport report) {
    ByteBuf out = Unpooled.buffer();
    RtcpEncoder.write(
        out, List.of(new ReceiverReport(B, List.of(report)), SourceDescription.cname(B, "b@y")));
    return out;
  }

  private static void give(RtcpSession session, ByteBuf packet, long now) throws Exception {
    session.received(packet, now);
  }

  private static RtcpPacket first(ByteBuf packet) throws Exception {
    return RtcpDecoder.decode(packet).get(0);
  }
}
