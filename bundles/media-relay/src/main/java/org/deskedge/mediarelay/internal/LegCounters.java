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

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;
import org.deskedge.api.media.PlayoutStatistics;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RefusedPackets;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.voice.VoiceChannel;
import org.deskedge.mediarelay.internal.playout.PlayoutFigures;
import org.deskedge.rtp.ReceiverStatistics;

/**
 * The figures of one leg: written by its event loop as packets come and go, read by any thread. One
 * snapshot may be a packet apart between two figures.
 */
final class LegCounters {

  private final LongAdder sent = new LongAdder();
  private final LongAdder sentBytes = new LongAdder();
  private final LongAdder receivedBytes = new LongAdder();
  private final LongAdder strangers = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final LongAdder unauthenticated = new LongAdder();
  private final LongAdder eventsSent = new LongAdder();
  private final LongAdder eventsReceived = new LongAdder();
  private volatile long received;
  private volatile long lost;
  private volatile long reordered;
  private volatile long duplicates;
  private volatile double jitterMillis = Double.NaN;
  private volatile String codec;

  void countSent(int payloadBytes) {
    sent.increment();
    sentBytes.add(payloadBytes);
  }

  void countStranger() {
    strangers.increment();
  }

  void countMalformed() {
    malformed.increment();
  }

  void countUnauthenticated() {
    unauthenticated.increment();
  }

  void countEventSent() {
    eventsSent.increment();
  }

  void countEventReceived() {
    eventsReceived.increment();
  }

  /**
   * A packet was taken.
   *
   * @param speech the encoding name of its codec; null if it carries no speech
   */
  void countReceived(ReceiverStatistics statistics, int payloadBytes, String speech) {
    if (speech != null) {
      codec = speech;
    }
    receivedBytes.add(payloadBytes);
    received = statistics.packets();
    lost = statistics.lost();
    reordered = statistics.reordered();
    duplicates = statistics.duplicates();
    if (statistics.jitterKnown()) {
      jitterMillis = statistics.jitterMillis();
    }
  }

  ReceivedStatistics received(PlayoutFigures playout) {
    double jitter = jitterMillis;
    return new ReceivedStatistics(
        Optional.ofNullable(codec),
        received,
        receivedBytes.sum(),
        lost,
        reordered,
        duplicates,
        playout.late(),
        new RefusedPackets(strangers.sum(), malformed.sum(), unauthenticated.sum()),
        eventsReceived.sum(),
        Double.isNaN(jitter) ? OptionalDouble.empty() : OptionalDouble.of(jitter),
        new PlayoutStatistics(
            playout.delayMillis(),
            playout.targetMillis(),
            Math.round(playout.millisConcealed()),
            playout.recovered(),
            playout.framesComfortNoise() * VoiceChannel.FRAME_MILLIS,
            playout.driftPartsPerMillion()));
  }

  SentStatistics sent(Optional<String> sending, Optional<RemoteReport> report) {
    return new SentStatistics(sending, sent.sum(), sentBytes.sum(), eventsSent.sum(), report);
  }
}
