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
package org.deskedge.onos.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deskedge.onos.DeviceRules;
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeLoad;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosproject.net.DeviceId;

class EdgeCodecTest {

  private static final String EDGE =
      """
      {"id":"edge-1","attachment":"of:0000000000000001/3","mac":"02:00:00:00:00:03",
       "addresses":["10.10.0.3","2001:db8::3"],"groups":["branch"],"rest":"https://10.30.0.3:8443",
       "token":"verysecret","certificateSha256":"%s","fullyTransparent":true}"""
          .formatted("0123456789abcdef".repeat(4));

  private final EdgeCodec codec = new EdgeCodec();
  private final TestContext context = new TestContext();

  @Test
  void encodesWhatItDecodesButTheToken() {
    Edge edge = codec.decode(TestContext.json(EDGE), context);
    ObjectNode expected = TestContext.json(EDGE);
    expected.remove("token");

    assertThat(edge.token()).isEqualTo("verysecret");
    assertThat(codec.encode(edge, context)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attachment | \"of:1\" | attachment | port of a device",
        "mac | \"02\" | mac | MAC",
        "addresses | [\"10.10.0\"] | addresses[0] | IP address",
        "addresses | [] | addresses | 1..16",
        "groups | [\"A B\"] | groups | a-z",
        "rest | \"https://a b\" | rest | https://HOST:PORT",
        "rest | \"ftp://a\" | rest | https://HOST:PORT",
        "token | 7 | token | text",
        "certificateSha256 | \"00\" | certificateSha256 | 64",
        "fullyTransparent | \"yes\" | fullyTransparent | true or false",
        "tokens | \"x\" | tokens | unknown",
      })
  void namesTheFieldThatIsWrong(String field, String value, String path, String allowed) {
    ObjectNode json = TestContext.json(EDGE);
    json.set(field, TestContext.json("{\"v\":" + value + "}").get("v"));

    assertThatThrownBy(() -> codec.decode(json, context))
        .isInstanceOfSatisfying(
            InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo(path))
        .hasMessageContaining(allowed)
        .hasMessageNotContaining("verysecret");
  }

  @Test
  void statusTellsWhatIsKnownAndNullForTheRest() {
    EdgeStatus unknown = EdgeStatus.unknown(Instant.EPOCH);
    EdgeStatus up =
        unknown
            .withState(EdgeState.UP, "answers", Instant.EPOCH)
            .withHealth(EdgeHealth.of("0.1.0", EdgeLoad.of(3, 500), null, 7L));
    EdgeStatusCodec statuses = new EdgeStatusCodec();

    assertThat(statuses.encode(unknown, context))
        .isEqualTo(
            TestContext.json(
                """
                {"state":"UNKNOWN","since":"1970-01-01T00:00:00Z","reason":"not probed yet",
                 "drainWanted":false,"version":null,"policyRevision":null,
                 "certificateSha256":null,"sessions":null,"calls":null}"""));
    assertThat(statuses.encode(up, context).toString())
        .contains("\"sessions\":{\"active\":3,\"limit\":500},\"calls\":null")
        .contains("\"policyRevision\":7");
  }

  @Test
  void policyStatusIsTheWorstOfItsDevices() {
    DeviceId one = DeviceId.deviceId("of:0000000000000001");
    DeviceId two = DeviceId.deviceId("of:0000000000000002");
    PolicyStatus status =
        PolicyStatus.of(
            PolicyId.of("branch-1"),
            List.of(DeviceRules.failed(one, 4, 0, "table full"), DeviceRules.of(two, 4, 4)),
            Map.of(EdgeId.of("edge-1"), 16),
            0);

    assertThat(new PolicyStatusCodec().encode(status, context))
        .isEqualTo(
            TestContext.json(
                """
                {"id":"branch-1","state":"FAILED","buckets":{"edge-1":16},"bucketsWithoutEdge":0,
                 "devices":[{"device":"of:0000000000000001","state":"FAILED","wanted":4,
                 "installed":0,"reason":"table full"},{"device":"of:0000000000000002",
                 "state":"INSTALLED","wanted":4,"installed":4,"reason":null}]}"""));
  }
}
