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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.deskedge.api.admission.AdmissionStatus;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.api.session.SessionCounters;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final StatusReport BUSY =
      new StatusReport(
          new AdmissionStatus(true, Samples.SINCE, OptionalLong.of(7)),
          Optional.of(new SessionCounters(3, 500, 14, 2, 1)),
          Optional.of(new CallCounters(1, 400, 21, 22, 23, 24)),
          Optional.of(new PortRangeUsage(2, 450)));

  private static final StatusReport BARE =
      new StatusReport(
          new AdmissionStatus(false, Samples.SINCE, OptionalLong.empty()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void aLineForEachThing() {
    assertThat(Samples.printed(BUSY::print).lines())
        .containsExactly(
            "State      DRAINING since 2026-03-01T09:15:00Z: new sessions and calls are refused",
            "Policy     revision 7",
            "Sessions   3 of 500",
            "Calls      1 of 400",
            "RTP ports  2 of 450");
  }

  @Test
  void partsThatDoNotRunSaySo() {
    assertThat(Samples.printed(BARE::print).lines())
        .contains(
            "State      UP since 2026-03-01T09:15:00Z: new sessions and calls are taken",
            "Policy     none: every session is admitted",
            "RTP ports  not running, see data/log/deskedge.log");
  }

  @Test
  void jsonHasTheSame() throws IOException {
    assertThat(MAPPER.readTree(BUSY.json()))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"state": "DRAINING", "since": "2026-03-01T09:15:00Z", "policyRevision": 7,
                 "sessions": {"active": 3, "limit": 500}, "calls": {"active": 1, "limit": 400},
                 "ports": {"used": 2, "limit": 450}}
                """));
    assertThat(MAPPER.readTree(BARE.json()))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"state": "UP", "since": "2026-03-01T09:15:00Z", "policyRevision": null,
                 "sessions": null, "calls": null, "ports": null}
                """));
  }
}
