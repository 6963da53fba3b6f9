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
package org.deskedge.management.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.call.CallCounters;
import org.deskedge.api.call.CallInfo;
import org.deskedge.api.call.CallService;
import org.deskedge.api.control.DesktopSession;
import org.deskedge.api.media.MediaLeg;
import org.deskedge.api.media.MediaRelay;
import org.deskedge.api.media.PortRangeUsage;
import org.deskedge.api.session.SessionCounters;
import org.deskedge.api.session.SessionId;
import org.deskedge.api.session.SessionInfo;
import org.deskedge.api.session.SessionService;
import org.deskedge.api.session.SessionState;
import org.deskedge.api.voice.VoiceAvailability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POLICY =
      """
      {"revision":7,"rules":[{"policy":"branch-1","clients":["10.10.0.0/24"],\
      "desktops":["10.20.0.0/16"],"protocol":"rdp"}]}""";

  @TempDir private static Path directory;

  private Endpoint endpoint;

  @BeforeEach
  void start() throws Exception {
    endpoint = new Endpoint(directory, Map.of());
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void healthNamesThePartsThatDoNotRun() throws Exception {
    HttpResponse<String> answer = endpoint.get("/deskedge/v1/health");

    assertThat(answer.statusCode()).isEqualTo(503);
    JsonNode health = JSON.readTree(answer.body());
    assertThat(health.get("missing"))
        .extracting(JsonNode::textValue)
        .containsExactly("rdp-proxy", "call-control", "media-relay");
    assertThat(health.get("sessions").isNull()).isTrue();
    assertThat(health.get("calls").isNull()).isTrue();
    assertThat(health.get("rtpPorts").isNull()).isTrue();
  }

  @Test
  void healthSaysHowBusyTheEdgeIs() throws Exception {
    startParts();
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    endpoint.put("/deskedge/v1/policy", POLICY);
    endpoint.put("/deskedge/v1/drain", "{\"draining\":true}");

    HttpResponse<String> answer = endpoint.get("/deskedge/v1/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode health = JSON.readTree(answer.body());
    assertThat(health.get("state").textValue()).isEqualTo("DRAINING");
    assertThat(Instant.parse(health.get("since").textValue())).isBetween(before, Instant.now());
    assertThat(Instant.parse(health.get("started").textValue())).isBefore(before);
    assertThat(health.get("version").textValue()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(health.get("policyRevision").intValue()).isEqualTo(7);
    assertThat(health.get("sessions")).isEqualTo(JSON.readTree("{\"active\":2,\"limit\":500}"));
    assertThat(health.get("calls")).isEqualTo(JSON.readTree("{\"active\":1,\"limit\":400}"));
    assertThat(health.get("rtpPorts")).isEqualTo(JSON.readTree("{\"used\":3,\"total\":1000}"));
    assertThat(health.has("missing")).isFalse();
  }

  @Test
  void drainingGoesOnAndOffAndRefusesMeanwhile() throws Exception {
    assertThat(endpoint.get("/deskedge/v1/drain").body())
        .isEqualTo("{\"draining\":false,\"since\":null}");

    HttpResponse<String> first = endpoint.put("/deskedge/v1/drain", "{\"draining\":true}");
    HttpResponse<String> second = endpoint.put("/deskedge/v1/drain", "{\"draining\":true}");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).startsWith("{\"draining\":true,\"since\":\"20");
    assertThat(second.body()).as("idempotent").isEqualTo(first.body());
    assertThat(endpoint.admission.refusalOfCall()).isPresent();

    endpoint.put("/deskedge/v1/drain", "{\"draining\":false}");
    assertThat(endpoint.admission.refusalOfCall()).isEmpty();
  }

  @Test
  void aPolicyIsPutReadReplacedAndTakenAway() throws Exception {
    assertThat(endpoint.get("/deskedge/v1/policy").statusCode()).isEqualTo(404);

    assertThat(endpoint.put("/deskedge/v1/policy", POLICY).statusCode()).isEqualTo(200);
    assertThat(endpoint.get("/deskedge/v1/policy").body()).isEqualTo(POLICY);

    HttpResponse<String> older =
        endpoint.put("/deskedge/v1/policy", "{\"revision\":6,\"rules\":[]}");
    assertThat(older.statusCode()).isEqualTo(409);
    assertThat(older.body()).contains("revision 7");
    assertThat(endpoint.get("/deskedge/v1/policy").body()).isEqualTo(POLICY);

    assertThat(endpoint.put("/deskedge/v1/policy", POLICY).statusCode()).isEqualTo(200);
    assertThat(endpoint.delete("/deskedge/v1/policy").statusCode()).isEqualTo(204);
    assertThat(endpoint.get("/deskedge/v1/policy").statusCode()).isEqualTo(404);
    assertThat(endpoint.put("/deskedge/v1/policy", "{\"revision\":1,\"rules\":[]}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aMalformedPolicyIsNamedAndChangesNothing() throws Exception {
    endpoint.put("/deskedge/v1/policy", POLICY);

    HttpResponse<String> answer =
        endpoint.put("/deskedge/v1/policy", POLICY.replace("10.10.0.0/24", "10.10.0.0/33"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").textValue())
        .startsWith("rules[0].clients[0] = \"10.10.0.0/33\": allowed is an IPv4 or IPv6 prefix");
    assertThat(endpoint.get("/deskedge/v1/policy").body()).isEqualTo(POLICY);
  }

  @Test
  void sessionsAreListedAsTheyAre() throws Exception {
    assertThat(endpoint.get("/deskedge/v1/sessions").statusCode()).isEqualTo(503);
    startParts();

    assertThat(endpoint.get("/deskedge/v1/sessions").body())
        .isEqualTo(
            "{\"sessions\":["
                + "{\"id\":\"s-1\",\"client\":\"10.10.0.2:50008\",\"desktop\":\"10.20.0.10:3389\","
                + "\"state\":\"ACTIVE\"},"
                + "{\"id\":\"s-2\",\"client\":\"[2001:db8::2]:50009\","
                + "\"desktop\":\"[2001:db8::10]:3389\",\"state\":\"CONNECTING\"}]}");
  }

  private void startParts() throws Exception {
    List<SessionInfo> sessions =
        List.of(
            session(1, "10.10.0.2", 50008, "10.20.0.10", SessionState.ACTIVE),
            session(2, "2001:db8::2", 50009, "2001:db8::10", SessionState.CONNECTING));
    endpoint.management.sessions =
        new SessionService() {
          @Override
          public List<SessionInfo> sessions() {
            return sessions;
          }

          @Override
          public SessionCounters counters() {
            return new SessionCounters(2, 500, 2, 0, 0);
          }
        };
    endpoint.management.calls =
        new CallService() {
          @Override
          public List<CallInfo> calls() {
            return List.of();
          }

          @Override
          public CallCounters counters() {
            return new CallCounters(1, 400, 1, 0, 0, 0);
          }
        };
    endpoint.management.relay =
        new MediaRelay() {
          @Override
          public MediaLeg reserve(DesktopSession session) {
            throw new AssertionError("management reserves nothing");
          }

          @Override
          public PortRangeUsage ports() {
            return new PortRangeUsage(3, 1000);
          }
        };
  }

  private static SessionInfo session(
      long id, String client, int port, String desktop, SessionState state) throws Exception {
    return new SessionInfo(
        new SessionId(id),
        new InetSocketAddress(InetAddress.getByName(client), port),
        new InetSocketAddress(InetAddress.getByName(desktop), 3389),
        Optional.empty(),
        state,
        Instant.now(),
        false,
        false,
        VoiceAvailability.UNKNOWN,
        0,
        0);
  }
}
