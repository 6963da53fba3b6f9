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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallsReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void tableHasARowPerCallWithEveryColumn() {
    CallsReport report = Samples.calls(Samples.call(Optional.of(Samples.media())));

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsSubsequence(
                        "s-7/c-3",
                        "OUTGOING",
                        "ACTIVE",
                        "sip:alice@branch.example",
                        "-",
                        "0:12:34",
                        "SENDRECV",
                        "PCMU",
                        "192.0.2.77:4000",
                        "501",
                        "499",
                        "11",
                        "1.3",
                        "280",
                        "39",
                        "4.38",
                        "4.28"));
  }

  @Test
  void tableShowsACallWithoutMedia() {
    CallsReport report = Samples.calls(Samples.call(Optional.empty()));

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)))
        .containsPattern("SENDRECV(\\s+.\\s+-){10}");
  }

  @Test
  void oneCallIsPickedByItsName() {
    CallsReport report =
        Samples.calls(
            Samples.call(Optional.empty()), Samples.call(8, Optional.of(Samples.media())));

    assertThat(report.only("s-8/c-3").calls()).containsExactly(report.calls().get(1));
    assertThatThrownBy(() -> report.only("s-9/c-3"))
        .isInstanceOf(NoSuchCallException.class)
        .hasMessage("no call s-9/c-3 here: deskedge:calls lists those there are");
  }

  @Test
  void lastLineHasTheTotalsAndThePorts() {
    CallsReport report = Samples.calls();

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)).lines())
        .contains("No calls")
        .last()
        .isEqualTo(
            "Calls: 1 active (limit 500), 21 established, 22 rejected, 23 released, 24 malformed;"
                + " RTP ports: 2 of 500 used");
  }

  @Test
  void jsonHasEveryFieldOfACall() throws IOException {
    String json = Samples.calls(Samples.call(Optional.of(Samples.media()))).json();

    assertThat(MAPPER.readTree(json))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"calls": [{
                   "id": "s-7/c-3", "session": "s-7", "direction": "OUTGOING", "state": "ACTIVE",
                   "localParty": "sip:alice@branch.example", "remoteParty": null,
                   "since": "2026-03-01T09:15:00Z", "mediaDirection": "SENDRECV",
                   "media": {
                     "local": "192.0.2.1:20002", "remote": "192.0.2.77:4000",
                     "srtpSuite": "AES_CM_128_HMAC_SHA1_80", "roundTripMillis": 31.5,
                     "received": {
                       "codec": "PCMA", "packets": 499, "bytes": 79840, "lost": 11,
                       "reordered": 12, "duplicates": 13, "late": 14,
                       "refused": {"strangers": 15, "malformed": 16, "unauthenticated": 17},
                       "dtmfEvents": 18, "jitterMillis": 1.25,
                       "playout": {
                         "depthMillis": 41.5, "targetMillis": 40.0, "concealedMillis": 280,
                         "fecRecovered": 19, "comfortNoiseMillis": 2000, "driftPpm": -12.5}},
                     "sent": {
                       "codec": "PCMU", "packets": 501, "bytes": 80160, "dtmfEvents": 20,
                       "report": {
                         "at": "2026-03-01T09:26:40Z", "fractionLost": 0.0625, "lost": 22,
                         "jitterMillis": 2.5,
                         "voipMetrics": {
                           "lossRate": 0.125, "discardRate": 0.25, "burstDensity": 0.5,
                           "gapDensity": 0.03125, "burstMillis": 240, "gapMillis": 5000,
                           "roundTripMillis": 33, "endSystemMillis": 65, "signalLevel": -18,
                           "noiseLevel": -62, "echoReturnLoss": null, "rFactor": 87,
                           "externalRFactor": null, "mosListening": 4.1,
                           "mosConversational": 3.9, "jitterBufferNominalMillis": 60,
                           "jitterBufferMaximumMillis": 120,
                           "jitterBufferAbsoluteMillis": 200}}},
                     "voice": {
                       "framesPlayed": 601, "framesSkipped": 21, "samplesCaptured": 96160,
                       "playoutLatencyMillis": 39},
                     "quality": {
                       "atClient": {"delayMillis": 96.25, "rFactor": 91.5, "mos": 4.375},
                       "atFarEnd": {"delayMillis": 120.5, "rFactor": 88.5, "mos": 4.28}}}}],
                 "counters": {"active": 1, "limit": 500, "established": 21, "rejected": 22,
                              "released": 23, "malformed": 24},
                 "ports": {"used": 2, "limit": 500}}
                """));
  }

  @Test
  void whatIsNotKnownYetIsNullInJson() throws IOException {
    JsonNode media =
        MAPPER
            .readTree(Samples.calls(Samples.call(Optional.of(Samples.freshMedia()))).json())
            .at("/calls/0/media");

    assertThat(
            List.of(
                "/remote",
                "/srtpSuite",
                "/roundTripMillis",
                "/received/codec",
                "/received/jitterMillis",
                "/received/playout/depthMillis",
                "/received/playout/driftPpm",
                "/sent/codec",
                "/sent/report",
                "/voice/playoutLatencyMillis",
                "/quality/atClient/mos",
                "/quality/atFarEnd/rFactor"))
        .allSatisfy(unknown -> assertThat(media.at(unknown).isNull()).isTrue());
    assertThat(media.at("/sent/packets").longValue()).isZero();
  }

  @Test
  void callWithoutAPortHasNullMediaInJson() throws IOException {
    JsonNode json = MAPPER.readTree(Samples.calls(Samples.call(Optional.empty())).json());

    assertThat(json.at("/calls/0").get("media").isNull()).isTrue();
  }
}
