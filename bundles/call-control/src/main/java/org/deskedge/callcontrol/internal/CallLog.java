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
package org.deskedge.callcontrol.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deskedge.api.call.CallId;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.EventReject;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log lines of calls: one for each that is established, released or refused. */
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final String UNKNOWN = "unknown";

  private CallLog() {}

  static void established(CallInfo call) {
    LOG.info(
        "{}: call established: {}, {} with {}, RTP at {}, ready after {} ms",
        call.id(),
        call.direction(),
        call.localParty().orElse(UNKNOWN),
        call.remoteParty().orElse(UNKNOWN),
        call.media().map(m -> address(m.local())).orElse(UNKNOWN),
        lasted(call).toMillis());
  }

  static void released(CallInfo call, String by, Reason reason, String text) {
    LOG.info(
        "{}: call released by {}: {}: {}; after {} s; {}",
        call.id(),
        by,
        reason,
        text,
        lasted(call).toSeconds(),
        call.media().map(CallLog::figures).orElse("no media"));
  }

  static void withdrawn(CallId id, String by, Reason reason, String text) {
    LOG.info("{}: call withdrawn by {} before it was ready: {}: {}", id, by, reason, text);
  }

  static void refused(CallId id, EstablishRequest request, EstablishReject answer) {
    LOG.warn(
        "{}: call with {} refused: {}: {}",
        id,
        request.remoteParty().orElse(UNKNOWN),
        answer.reason(),
        answer.text());
  }

  static void refused(CallId id, ModificationReject answer) {
    LOG.warn("{}: modification refused: {}: {}", id, answer.reason(), answer.text());
  }

  static void refused(CallId id, EventReject answer) {
    LOG.warn("{}: telephone event not sent: {}: {}", id, answer.reason(), answer.text());
  }

  /** Says, once it is known at the call's end, that the far end sent more than the agent heard. */
  static void flooded(CallId id, long dropped) {
    LOG.warn(
        "{}: {} telephone events of the far end dropped: more than {} a second",
        id,
        dropped,
        EventGate.LIMIT);
  }

  static String figures(MediaStatistics media) {
    ReceivedStatistics received = media.received();
    return String.format(
        Locale.ROOT,
        "%s with %s, %s, round trip %s: %d packets sent, %s; %d received, %d lost, %d reordered,"
            + " %d duplicate, %d late, %d refused, jitter %s, %d ms concealed; client in this"
            + " session: %d frames played, %d skipped, %d samples captured, playout %s;"
            + " MOS at the client %s, at the far end %s",
        media.sent().codec().orElse("no codec"),
        media.remote().map(CallLog::address).orElse("nobody"),
        media.srtpSuite().orElse("RTP"),
        millis(media.roundTripMillis()),
        media.sent().packets(),
        media.sent().report().map(CallLog::reported).orElse("nothing reported"),
        received.packets(),
        received.lost(),
        received.reordered(),
        received.duplicates(),
        received.late(),
        received.refused().total(),
        millis(received.jitterMillis()),
        received.playout().concealedMillis(),
        media.voice().framesPlayed(),
        media.voice().framesSkipped(),
        media.voice().samplesCaptured(),
        media.voice().playoutLatencyMillis().isPresent()
            ? media.voice().playoutLatencyMillis().getAsInt() + " ms"
            : UNKNOWN,
        mos(media.quality().atClient()),
        mos(media.quality().atFarEnd()));
  }

  private static String reported(RemoteReport report) {
    return String.format(
        Locale.ROOT, "%d of them lost with jitter %.1f ms", report.lost(), report.jitterMillis());
  }

  private static String millis(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.1f ms", value.getAsDouble()) : UNKNOWN;
  }

  private static String mos(ListeningQuality heard) {
    return heard.mos().isPresent()
        ? String.format(Locale.ROOT, "%.2f", heard.mos().getAsDouble())
        : UNKNOWN;
  }

  private static String address(InetSocketAddress address) {
    String host =
        Optional.ofNullable(address.getAddress())
            .map(ip -> ip.getHostAddress())
            .orElseGet(address::getHostString);
    return host + ":" + address.getPort();
  }

  private static Duration lasted(CallInfo call) {
    return Duration.between(call.since(), Instant.now());
  }
}
