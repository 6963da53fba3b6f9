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
package org.deskedge.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.PlayoutStatistics;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.media.VoipMetrics;
import org.deskedge.api.voice.VoiceStatistics;

/** What {@code deskedge:calls --call ID} prints: one call, leg by leg. */
record CallDetail(CallInfo call) {

  /** Prints a heading for each leg and a line for each kind of figure. */
  void print(PrintStream out, Instant now) {
    out.println("Call " + call.id());
    line(out, "State", "%s, %s, %s", call.state(), call.direction(), call.mediaDirection());
    line(out, "Local party", "%s", Cells.text(call.localParty()));
    line(out, "Remote party", "%s", Cells.text(call.remoteParty()));
    line(out, "Age", "%s", Cells.age(call.since(), now));
    if (call.media().isEmpty()) {
      line(out, "Media", "none: no RTP port is reserved");
      return;
    }
    MediaStatistics media = call.media().get();
    farEnd(out, media);
    received(out, media.received());
    sent(out, media.sent());
    client(out, media.voice());
    out.println("Quality");
    heard(out, "At the client", media.quality().atClient());
    heard(out, "At the far end", media.quality().atFarEnd());
  }

  private static void farEnd(PrintStream out, MediaStatistics media) {
    out.println("Far end");
    line(
        out,
        "Addresses",
        "%s here, %s there",
        Cells.address(media.local()),
        Cells.address(media.remote()));
    line(out, "Protection", "%s", media.srtpSuite().orElse("none"));
    line(out, "Round trip", "%s", millis(media.roundTripMillis()));
  }

  private static void received(PrintStream out, ReceivedStatistics received) {
    out.println("Received from the far end");
    line(
        out,
        "Codec",
        "%s, %d packets, %d bytes, %d DTMF events",
        Cells.text(received.codec()),
        received.packets(),
        received.bytes(),
        received.dtmfEvents());
    line(
        out,
        "Packets",
        "%d lost, %d reordered, %d duplicate, %d late",
        received.lost(),
        received.reordered(),
        received.duplicates(),
        received.late());
    line(
        out,
        "Refused",
        "%d of strangers, %d malformed, %d unauthenticated",
        received.refused().strangers(),
        received.refused().malformed(),
        received.refused().unauthenticated());
    line(out, "Jitter", "%s", millis(received.jitterMillis()));
    PlayoutStatistics playout = received.playout();
    line(
        out,
        "Jitter buffer",
        "depth %s, target %s, drift %s ppm",
        millis(playout.depthMillis()),
        millis(playout.targetMillis()),
        Cells.number(playout.driftPpm()));
    line(
        out,
        "Played",
        "%d ms concealed, %d packets recovered by FEC, %d ms comfort noise",
        playout.concealedMillis(),
        playout.fecRecovered(),
        playout.comfortNoiseMillis());
  }

  private static void sent(PrintStream out, SentStatistics sent) {
    out.println("Sent to the far end");
    line(
        out,
        "Codec",
        "%s, %d packets, %d bytes, %d DTMF events",
        Cells.text(sent.codec()),
        sent.packets(),
        sent.bytes(),
        sent.dtmfEvents());
    line(out, "Reported", "%s", sent.report().map(CallDetail::reported).orElse("-"));
    Optional<VoipMetrics> metrics = sent.report().flatMap(RemoteReport::voipMetrics);
    if (metrics.isPresent()) {
      metrics(out, metrics.get());
    }
  }

  private static String reported(RemoteReport report) {
    return String.format(
        Locale.ROOT,
        "%.1f %% lost lately, %d packets in all, jitter %.1f ms; at %s",
        100 * report.fractionLost(),
        report.lost(),
        report.jitterMillis(),
        report.at());
  }

  private static void metrics(PrintStream out, VoipMetrics metrics) {
    line(
        out,
        "Its metrics",
        "%.1f %% lost, %.1f %% discarded, bursts of %d ms with %.1f %%, gaps of %d ms with %.1f %%",
        100 * metrics.lossRate(),
        100 * metrics.discardRate(),
        metrics.burstMillis(),
        100 * metrics.burstDensity(),
        metrics.gapMillis(),
        100 * metrics.gapDensity());
    line(
        out,
        "",
        "round trip %s, end system %d ms, jitter buffer %d ms (at most %d, ever %d)",
        millis(metrics.roundTripMillis()),
        metrics.endSystemMillis(),
        metrics.jitterBufferNominalMillis(),
        metrics.jitterBufferMaximumMillis(),
        metrics.jitterBufferAbsoluteMillis());
    line(
        out,
        "",
        "signal %s dBm0, noise %s dBm0, echo return loss %s dB",
        Cells.number(metrics.signalLevel()),
        Cells.number(metrics.noiseLevel()),
        Cells.number(metrics.echoReturnLoss()));
    line(
        out,
        "",
        "R %s, external R %s, MOS-LQ %s, MOS-CQ %s",
        Cells.number(metrics.rFactor()),
        Cells.number(metrics.externalRFactor()),
        Cells.number(metrics.mosListening()),
        Cells.number(metrics.mosConversational()));
  }

  private static void client(PrintStream out, VoiceStatistics voice) {
    out.println("Client, since its session began");
    line(
        out,
        "Frames",
        "%d played, %d skipped; %d samples captured",
        voice.framesPlayed(),
        voice.framesSkipped(),
        voice.samplesCaptured());
    line(out, "Playout", "%s", millis(voice.playoutLatencyMillis()));
  }

  private static void heard(PrintStream out, String where, ListeningQuality quality) {
    line(
        out,
        where,
        "delay %s, R %s, MOS %s",
        millis(quality.delayMillis()),
        Cells.number(quality.rFactor()),
        Cells.hundredths(quality.mos()));
  }

  private static String millis(OptionalDouble value) {
    return value.isPresent() ? Cells.number(value) + " ms" : Cells.number(value);
  }

  private static String millis(OptionalInt value) {
    return value.isPresent() ? Cells.number(value) + " ms" : Cells.number(value);
  }

  private static void line(PrintStream out, String name, String format, Object... values) {
    out.printf(Locale.ROOT, "  %-15s%s%n", name, String.format(Locale.ROOT, format, values));
  }
}
