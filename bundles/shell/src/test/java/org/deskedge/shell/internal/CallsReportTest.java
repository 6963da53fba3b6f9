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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
                        "14",
                        "39"));
  }

  @Test
  void tableShowsACallWithoutMedia() {
    CallsReport report = Samples.calls(Samples.call(Optional.empty()));

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)))
        .containsPattern("SENDRECV(\\s+.\\s+-){8}");
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
                     "local": "192.0.2.1:20002", "remote": "192.0.2.77:4000", "codec": "PCMU",
                     "packetsSent": 501, "packetsReceived": 499, "packetsLost": 11,
                     "packetsLate": 12, "packetsRefused": 13, "jitterMillis": 1.25,
                     "framesConcealed": 14,
                     "voice": {
                       "framesPlayed": 601, "framesSkipped": 15, "samplesCaptured": 96160,
                       "playoutLatencyMillis": 39}}}],
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

    assertThat(media.get("remote").isNull()).isTrue();
    assertThat(media.get("codec").isNull()).isTrue();
    assertThat(media.get("jitterMillis").isNull()).isTrue();
    assertThat(media.get("voice").get("playoutLatencyMillis").isNull()).isTrue();
    assertThat(media.get("packetsSent").longValue()).isZero();
  }

  @Test
  void callWithoutAPortHasNullMediaInJson() throws IOException {
    JsonNode json = MAPPER.readTree(Samples.calls(Samples.call(Optional.empty())).json());

    assertThat(json.at("/calls/0").get("media").isNull()).isTrue();
  }
}
