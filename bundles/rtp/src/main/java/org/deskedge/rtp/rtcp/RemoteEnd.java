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

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the remote end of a session told in its RTCP packets. */
final class RemoteEnd {

  private final int local;
  private final NtpClock clock;
  private boolean known;
  private boolean left;
  private long collisions;
  private RemoteReport report;
  private VoipMetrics metrics;
  private String cname;
  private double roundTripMillis = Double.NaN;
  private boolean sends;
  private boolean senderKnown;
  private int sender;
  private int senderReport;
  private long senderReportAt;
  private boolean referenceKnown;
  private int referenceSource;
  private int referenceTime;
  private long referenceAt;

  RemoteEnd(int local, NtpClock clock) {
    this.local = local;
    this.clock = clock;
  }

  void received(RtcpPacket packet, long now) {
    if (packet instanceof SenderReport sent) {
      if (isOurs(sent.source())) {
        return;
      }
      sends = true;
      senderKnown = true;
      sender = sent.source();
      senderReport = NtpClock.middle(sent.ntpTime());
      senderReportAt = now;
      reports(sent.reports(), now);
    } else if (packet instanceof ReceiverReport got) {
      if (isOurs(got.source())) {
        return;
      }
      sends = false;
      reports(got.reports(), now);
    } else if (packet instanceof SourceDescription description) {
      description.chunks().stream()
          .map(SourceDescription.Chunk::source)
          .filter(source -> source != local)
          .flatMap(source -> description.cname(source).stream())
          .findFirst()
          .ifPresent(name -> cname = name);
    } else if (packet instanceof Goodbye goodbye) {
      left |= goodbye.sources().stream().anyMatch(source -> source != local);
    } else if (packet instanceof ExtendedReport extended && !isOurs(extended.source())) {
      extended.blocks().forEach(block -> block(extended.source(), block, now));
    }
  }

  private boolean isOurs(int source) {
    if (source == local) {
      collisions++;
      return true;
    }
    known = true;
    return false;
  }

  private void reports(List<ReceptionReport> reports, long now) {
    left = false;
    for (ReceptionReport about : reports) {
      if (about.source() == local) {
        report = new RemoteReport(about, now);
        roundTrip(about.lastReport(), about.delaySinceLastReport(), now);
      }
    }
  }

  private void block(int from, ExtendedReport.Block block, long now) {
    if (block instanceof ExtendedReport.ReceiverReferenceTime time) {
      referenceKnown = true;
      referenceSource = from;
      referenceTime = NtpClock.middle(time.ntpTime());
      referenceAt = now;
    } else if (block instanceof ExtendedReport.LastReceiverReports answers) {
      for (ExtendedReport.LastReceiverReports.Entry answer : answers.entries()) {
        if (answer.source() == local) {
          roundTrip(answer.lastReport(), answer.delaySinceLastReport(), now);
        }
      }
    } else if (block instanceof VoipMetrics voip && voip.source() == local) {
      metrics = voip;
    }
  }

  /** A negative one comes of a delay the remote end got wrong: not believed. */
  private void roundTrip(int lastReport, int delay, long now) {
    if (lastReport == 0) {
      return;
    }
    int units = NtpClock.middle(clock.timestamp(now)) - lastReport - delay;
    if (units >= 0) {
      roundTripMillis = NtpClock.millis(units);
    }
  }

  /** Returns the middle of the source's last sender report; 0 if none came. */
  int lastSenderReport(int source) {
    return senderKnown && source == sender ? senderReport : 0;
  }

  int delaySinceSenderReport(int source, long now) {
    return lastSenderReport(source) == 0 ? 0 : NtpClock.units(now - senderReportAt);
  }

  Optional<ExtendedReport.Block> answerToReferenceTime(long now) {
    if (!referenceKnown) {
      return Optional.empty();
    }
    return Optional.of(
        new ExtendedReport.LastReceiverReports(
            List.of(
                new ExtendedReport.LastReceiverReports.Entry(
                    referenceSource, referenceTime, NtpClock.units(now - referenceAt)))));
  }

  boolean known() {
    return known;
  }

  boolean sends() {
    return sends;
  }

  boolean left() {
    return left;
  }

  long collisions() {
    return collisions;
  }

  Optional<RemoteReport> report() {
    return Optional.ofNullable(report);
  }

  Optional<VoipMetrics> metrics() {
    return Optional.ofNullable(metrics);
  }

  Optional<String> cname() {
    return Optional.ofNullable(cname);
  }

  OptionalDouble roundTripMillis() {
    return Double.isNaN(roundTripMillis)
        ? OptionalDouble.empty()
        : OptionalDouble.of(roundTripMillis);
  }
}
