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
package org.deskedge.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.desktop.DesktopSession;
import org.deskedge.testbed.desktop.Xrdp;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The desktop through the edge: a remote-desktop server without a desktop agent before it. */
@ExtendWith(LogsOnFailure.class)
class RedirectedDesktopIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static TestBed bed;
  private static Xrdp xrdp;
  private static Edge edge;

  @BeforeAll
  static void open() {
    bed = TestBed.open();
    xrdp = bed.startDesktop(Topology.DESKTOP_ADDRESS, Redirection.PORT);
    edge = bed.installEdge(Artifacts.find().edge());
    edge.start(Map.of());
    bed.topology().redirection().on();
    bed.client().connect(bed.user(), List.of(), Map.of());
    bed.client().awaitDesktop(LIMIT);
  }

  @AfterAll
  static void close() {
    if (bed != null) {
      bed.close();
    }
  }

  @Test
  void theSessionGoesThroughTheEdgeAndTheDesktopAnswers() {
    JsonNode session = edge.sessions().path("sessions").path(0);
    assertThat(session.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(session.path("client").asText()).startsWith("10.10.0.2:");
    assertThat(session.path("desktop").asText()).isEqualTo("10.20.0.10:3389");
    assertThat(session.path("accepted").asBoolean()).isFalse();

    InputEcho.of(bed.screen(), session().home(), "redirected");
  }

  @Test
  void aKilledEdgeEndsTheConnectionAndTheClientComesBackOnceItRuns() {
    InputEcho.of(bed.screen(), session().home(), "before-kill");
    edge.kill();
    Waiting.until("end of the connection", LIMIT, () -> !bed.client().isConnected());

    edge.start(Map.of());
    bed.client().connect(bed.user(), List.of(), Map.of());
    bed.client().awaitDesktop(LIMIT);

    InputEcho.of(bed.screen(), session().home(), "after-kill");
    assertThat(edge.sessions().path("counters").path("active").asInt()).isOne();
  }

  private static DesktopSession session() {
    return xrdp.awaitSession(LIMIT);
  }
}
