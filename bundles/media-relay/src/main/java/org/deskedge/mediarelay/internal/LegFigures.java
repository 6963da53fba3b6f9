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
import org.deskedge.api.media.CallQuality;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.voice.VoiceStatistics;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.mediarelay.internal.playout.PlayoutFigures;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.quality.Impairment;
import org.deskedge.rtp.rtcp.VoipMetrics;
import org.deskedge.rtp.sdp.AgreedStream;
import org.deskedge.rtp.sdp.LocalAddresses;
import org.deskedge.rtp.srtp.SrtpKeys;

/** Puts the figures of one leg together when they are asked for. Safe for use by any thread. */
final class LegFigures {

  private static final VoiceQuality QUALITY = new VoiceQuality();
  private static final int MOST_MILLIS = 0xffff;
  private static final int MOS_UNITS = 10;

  /** What most phones send; only the mean lengths of bursts and gaps depend on it. */
  private static final double PACKET_MILLIS = 20;

  private final LegParts parts;
  private final LocalAddresses addresses;

  LegFigures(LegParts parts, LocalAddresses addresses) {
    this.parts = parts;
    this.addresses = addresses;
  }

  /** Returns all of them. */
  MediaStatistics snapshot(Optional<AgreedStream> agreed) {
    Optional<String> sending = agreed.map(stream -> stream.sending().speech().encodingName());
    RtcpLeg.Heard heard = parts.rtcp().heard();
    PlayoutFigures playout = parts.voice().figures();
    ReceivedStatistics received = parts.counters().received(playout);
    SentStatistics sent = parts.counters().sent(sending, heard.report());
    VoiceStatistics client = parts.client().statistics();
    ListeningQuality atClient = atClient(parts, received, playout, client, heard);
    ListeningQuality atFarEnd =
        heard
            .report()
            .flatMap(
                report ->
                    impairment(sending)
                        .map(codec -> QUALITY.atFarEnd(codec, report, heard.roundTripMillis())))
            .orElse(ListeningQuality.UNKNOWN);
    return new MediaStatistics(
        agreed.map(AgreedStream::local).orElse(addresses.preferred()),
        agreed.map(AgreedStream::remote),
        agreed.flatMap(AgreedStream::srtp).map(SrtpKeys::suite).map(Enum::name),
        heard.roundTripMillis(),
        received,
        sent,
        client,
        new CallQuality(atClient, atFarEnd));
  }

  /**
   * Returns what to report to the far end of its voice (RFC 3611 section 4.7); empty before
   * anything of it met its fate. For the event loop's thread.
   */
  static Optional<VoipMetrics> voipMetrics(LegParts parts, PlayoutSettings settings) {
    if (parts.losses().now().packets() == 0) {
      return Optional.empty();
    }
    PlayoutFigures playout = parts.voice().figures();
    VoiceStatistics client = parts.client().statistics();
    RtcpLeg.Heard heard = parts.rtcp().heard();
    ListeningQuality quality =
        atClient(parts, parts.counters().received(playout), playout, client, heard);
    int concealment =
        settings.concealment()
            ? VoipMetrics.CONCEALMENT_ENHANCED
            : VoipMetrics.CONCEALMENT_DISABLED;
    int depth = millis(playout.delayMillis().orElse(0));
    return Optional.of(
        new VoipMetrics(
            parts.receiver().statistics().source(),
            parts.losses().bursts(PACKET_MILLIS),
            millis(heard.roundTripMillis().orElse(0)),
            millis(depth + client.playoutLatencyMillis().orElse(0)),
            VoipMetrics.UNAVAILABLE,
            VoipMetrics.UNAVAILABLE,
            VoipMetrics.UNAVAILABLE,
            figure(quality.rFactor(), 1),
            VoipMetrics.UNAVAILABLE,
            VoipMetrics.UNAVAILABLE,
            figure(quality.mos(), MOS_UNITS),
            concealment | VoipMetrics.BUFFER_ADAPTIVE,
            millis(playout.targetMillis().orElse(0)),
            depth,
            settings.delay().maxMillis()));
  }

  private static ListeningQuality atClient(
      LegParts parts,
      ReceivedStatistics received,
      PlayoutFigures playout,
      VoiceStatistics client,
      RtcpLeg.Heard heard) {
    LegLosses.Losses losses = parts.losses().now();
    if (losses.packets() == 0) {
      return ListeningQuality.UNKNOWN;
    }
    return impairment(received.codec())
        .map(
            codec ->
                QUALITY.atClient(
                    codec,
                    losses.badPercent(),
                    losses.burstRatio(),
                    heard.roundTripMillis(),
                    playout.delayMillis(),
                    client.playoutLatencyMillis()))
        .orElse(ListeningQuality.UNKNOWN);
  }

  private static Optional<Impairment> impairment(Optional<String> codec) {
    return codec
        .flatMap(SpeechCodecs::named)
        .map(known -> known.impairment())
        .map(facts -> new Impairment(facts.ie(), facts.bpl(), facts.wideband()));
  }

  private static int millis(double value) {
    return (int) Math.max(0, Math.min(MOST_MILLIS, Math.round(value)));
  }

  private static int figure(OptionalDouble value, int units) {
    return value.isPresent()
        ? (int) Math.round(value.getAsDouble() * units)
        : VoipMetrics.UNAVAILABLE;
  }
}
