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

class SessionsReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void tableHasARowPerSessionWithEveryColumn() {
    SessionsReport report = Samples.sessions(Samples.session(Optional.of("alice")));

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)).lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsSubsequence(
                        "s-7",
                        "192.0.2.10:51234",
                        "198.51.100.20:3389",
                        "alice",
                        "ACTIVE",
                        "0:12:34",
                        "yes",
                        "no",
                        "NO_MICROPHONE",
                        "1234567",
                        "8901"));
  }

  @Test
  void lastLineHasTheTotals() {
    SessionsReport report = Samples.sessions();

    assertThat(Samples.printed(out -> report.print(out, Samples.NOW)).lines())
        .contains("No sessions")
        .last()
        .isEqualTo("Sessions: 1 of 500 active, 14 accepted, 2 refused, 3 failed");
  }

  @Test
  void jsonHasEveryFieldOfASession() throws IOException {
    String json = Samples.sessions(Samples.session(Optional.of("alice"))).json();

    assertThat(MAPPER.readTree(json))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"sessions": [{
                   "id": "s-7", "client": "192.0.2.10:51234", "desktop": "198.51.100.20:3389",
                   "user": "alice", "state": "ACTIVE", "since": "2026-03-01T09:15:00Z",
                   "accepted": true, "controlChannel": false, "voice": "NO_MICROPHONE",
                   "bytesToClient": 1234567, "bytesToDesktop": 8901}],
                 "counters": {"active": 1, "limit": 500, "accepted": 14, "refused": 2, "failed": 3}}
                """));
  }

  @Test
  void jsonOfNoSessionsIsStillADocument() throws IOException {
    JsonNode json = MAPPER.readTree(Samples.sessions().json());

    assertThat(json.get("sessions")).isEmpty();
    assertThat(json.get("counters").get("limit").intValue()).isEqualTo(500);
  }

  @Test
  void unknownUserIsNullInJson() throws IOException {
    JsonNode json = MAPPER.readTree(Samples.sessions(Samples.session(Optional.empty())).json());

    assertThat(json.at("/sessions/0").get("user").isNull()).isTrue();
  }

  @Test
  void jsonKeepsHostileUserNamesAndStaysOnOneAsciiLine() throws IOException {
    String user = "\"}\n\u001b[2J\u009bé\\";
    String json = Samples.sessions(Samples.session(Optional.of(user))).json();

    assertThat(json).matches("[\\x20-\\x7e]+");
    assertThat(MAPPER.readTree(json).at("/sessions/0/user").textValue()).isEqualTo(user);
  }
}
