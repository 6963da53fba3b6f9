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
package org.deskedge.testbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final SpeechDetail GOOD = new SpeechDetail(true, 0.98, 0.001, 1, 20);
  private static final SpeechDetail BAD = new SpeechDetail(false, 0.5, 0.1, 4, 80);
  private static final DesktopUnharmed UNHARMED =
      new DesktopUnharmed(true, Map.of("before", "before.png"), Map.of("in_call", 130L));

  @TempDir Path directory;

  @Test
  void theNamesInTheJsonAreTheAgreedOnes() throws IOException {
    Path file = directory.resolve("report.json");
    report(0, call(GOOD, 39.0)).write(file);
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    JsonNode call = json.get("calls").get(0);

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("calls", "wan_voice_packets", "baseline", "desktop_unharmed");
    assertThat(call.fieldNames())
        .toIterable()
        .contains(
            "direction",
            "codec",
            "setup_ms",
            "rtp_packets_sent",
            "rtp_packets_received",
            "correlation_to_far_end",
            "correlation_to_client",
            "playout_claimed_ms",
            "mouth_to_ear_ms");
    assertThat(call.get("mouth_to_ear_ms").get("to_far_end").asDouble()).isEqualTo(25.5);
    assertThat(call.get("mouth_to_ear_ms").get("to_client").asDouble()).isEqualTo(60.25);
    assertThat(json.get("baseline").get("mouth_to_ear_ms").get("to_client").asInt()).isEqualTo(101);
    assertThat(json.get("baseline").get("wan_voice_packets").asInt()).isEqualTo(2122);
    assertThat(json.get("desktop_unharmed").get("input_echo_ms").get("in_call").asInt())
        .isEqualTo(130);
  }

  @Test
  void aCorrelationJustBelowOneIsNotRoundedUp() {
    assertThat(report(0, call(GOOD, 39.0)).json()).contains("\"correlation_to_client\" : 0.9999");
  }

  @Test
  void aClaimTheClientDidNotMakeIsNull() {
    Report report = report(0, call(GOOD, null));

    assertThat(report.json()).contains("\"playout_claimed_ms\" : null");
    assertThat(ResultTable.of(report)).containsPattern("claim \\(ms\\) +-\n");
  }

  @Test
  void voiceOnTheWanOrBadSpeechOrNoCallFails() {
    assertThat(report(0, call(GOOD, 39.0)).passes()).isTrue();
    assertThat(report(1, call(GOOD, 39.0)).passes()).isFalse();
    assertThat(report(0, call(GOOD, 39.0), call(BAD, 39.0)).passes()).isFalse();
    assertThat(report(0).passes()).isFalse();
    assertThat(ResultTable.of(report(1, call(GOOD, 39.0)))).contains("FAILS");
  }

  @Test
  void theTableHasAColumnForEachCall() {
    String table = ResultTable.of(report(0, call(GOOD, 39.0), call(GOOD, 41.0)));

    assertThat(table).containsPattern("claim \\(ms\\) +39.0 +41.0\n");
    assertThat(table).containsPattern("correlation to client +0.9999 +0.9999\n");
    assertThat(table).endsWith("passes\n");
  }

  @Test
  void withAControllerItsFlowsAreReported() {
    assertThat(report(0, call(GOOD, 39.0)).json()).doesNotContain("controller");

    Report report =
        new Report(
            new ControllerResult(List.of("priority=21000,tcp actions=NORMAL"), 42),
            List.of(call(GOOD, 39.0)),
            0,
            null,
            UNHARMED);

    assertThat(report.json())
        .contains("\"policy_to_flow_ms\" : 42")
        .contains("\"flows\" : [ \"priority=21000,tcp actions=NORMAL\" ]");
    assertThat(ResultTable.of(report)).containsPattern("policy to flow \\(ms\\) +42\n");
  }

  private static Report report(int wanVoicePackets, CallResult... calls) {
    return new Report(
        null,
        List.of(calls),
        wanVoicePackets,
        new BaselineResult("network", new MouthToEarMs(101, 101), 2122),
        UNHARMED);
  }

  private static CallResult call(SpeechDetail toClient, Double claimed) {
    return new CallResult(
        "outgoing",
        "PCMU",
        250,
        600,
        601,
        0.99,
        0.99998,
        claimed,
        new MouthToEarMs(25.5, 60.25),
        GOOD,
        toClient);
  }
}
