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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallDirection;
import org.deskedge.api.call.CallId;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.call.CallState;
import org.deskedge.api.media.CallQuality;
import org.deskedge.api.media.ListeningQuality;
import org.deskedge.api.media.MediaDirection;
import org.deskedge.api.media.MediaStatistics;
import org.deskedge.api.media.PlayoutStatistics;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.api.media.ReceivedStatistics;
import org.deskedge.api.media.RefusedPackets;
import org.deskedge.api.media.RemoteReport;
import org.deskedge.api.media.SentStatistics;
import org.deskedge.api.media.VoipMetrics;
import org.deskedge.api.session.SessionCounters;
import org.deskedge.api.session.SessionId;
import org.deskedge.api.session.SessionInfo;
import org.deskedge.api.session.SessionState;
import org.deskedge.api.voice.VoiceAvailability;
import org.deskedge.api.voice.VoiceStatistics;

/** Sessions and calls to print. */
final class Samples {

  static final Instant SINCE = Instant.parse("2026-03-01T09:15:00Z");
  static final Instant NOW = SINCE.plusSeconds(754);

  private Samples() {}

  static InetSocketAddress address(String address, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByName(address), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static SessionInfo session(Optional<String> user) {
    return new SessionInfo(
        new SessionId(7),
        address("192.0.2.10", 51234),
        address("198.51.100.20", 3389),
        user,
        SessionState.ACTIVE,
        SINCE,
        true,
        false,
        VoiceAvailability.NO_MICROPHONE,
        1234567,
        8901);
  }

  static SessionsReport sessions(SessionInfo... sessions) {
    return new SessionsReport(List.of(sessions), new SessionCounters(1, 500, 14, 2, 3));
  }

  static CallInfo call(Optional<MediaStatistics> media) {
    return call(7, media);
  }

  static CallInfo call(long session, Optional<MediaStatistics> media) {
    return new CallInfo(
        new CallId(new SessionId(session), 3),
        CallDirection.OUTGOING,
        CallState.ACTIVE,
        Optional.of("sip:alice@branch.example"),
        Optional.empty(),
        SINCE,
        MediaDirection.SENDRECV,
        media);
  }

  static MediaStatistics freshMedia() {
    return new MediaStatistics(
        address("192.0.2.1", 20000),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        ReceivedStatistics.NONE,
        SentStatistics.NONE,
        new VoiceStatistics(0, 0, 0, OptionalInt.empty()),
        CallQuality.UNKNOWN);
  }

  static MediaStatistics media() {
    return new MediaStatistics(
        address("192.0.2.1", 20002),
        Optional.of(address("192.0.2.77", 4000)),
        Optional.of("AES_CM_128_HMAC_SHA1_80"),
        OptionalDouble.of(31.5),
        new ReceivedStatistics(
            Optional.of("PCMA"),
            499,
            79840,
            11,
            12,
            13,
            14,
            new RefusedPackets(15, 16, 17),
            18,
            OptionalDouble.of(1.25),
            new PlayoutStatistics(
                OptionalDouble.of(41.5),
                OptionalDouble.of(40),
                280,
                19,
                2000,
                OptionalDouble.of(-12.5))),
        new SentStatistics(Optional.of("PCMU"), 501, 80160, 20, Optional.of(report())),
        new VoiceStatistics(601, 21, 96160, OptionalInt.of(39)),
        new CallQuality(
            new ListeningQuality(
                OptionalDouble.of(96.25), OptionalDouble.of(91.5), OptionalDouble.of(4.375)),
            new ListeningQuality(
                OptionalDouble.of(120.5), OptionalDouble.of(88.5), OptionalDouble.of(4.28))));
  }

  private static RemoteReport report() {
    return new RemoteReport(
        SINCE.plusSeconds(700),
        0.0625,
        22,
        2.5,
        Optional.of(
            new VoipMetrics(
                0.125,
                0.25,
                0.5,
                0.03125,
                240,
                5000,
                OptionalInt.of(33),
                65,
                OptionalInt.of(-18),
                OptionalInt.of(-62),
                OptionalInt.empty(),
                OptionalInt.of(87),
                OptionalInt.empty(),
                OptionalDouble.of(4.1),
                OptionalDouble.of(3.9),
                60,
                120,
                200)));
  }

  static CallsReport calls(CallInfo... calls) {
    return new CallsReport(
        List.of(calls), new CallCounters(1, 500, 21, 22, 23, 24), new PortRangeUsage(2, 500));
  }

  /** Returns what the printer printed. */
  static String printed(Consumer<PrintStream> printer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    printer.accept(out);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
