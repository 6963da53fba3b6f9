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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.deskedge.testbed.client.InputEcho;
import org.deskedge.testbed.client.Screenshot;
import org.deskedge.testbed.desktop.DesktopSession;
import org.deskedge.testbed.desktop.Xrdp;
import org.deskedge.testbed.network.Redirection;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.network.Wan;
import org.deskedge.testbed.process.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The desktop as it is without any edge: what the bed itself can do, and the base to compare to.
 */
@ExtendWith(LogsOnFailure.class)
class DirectDesktopIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static TestBed bed;
  private static Xrdp xrdp;

  @BeforeAll
  static void open() {
    bed = TestBed.open();
    xrdp = bed.startDesktop(Topology.DESKTOP_ADDRESS, Redirection.PORT);
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
  void whatIsTypedArrivesAndItsEffectIsSeen() {
    DesktopSession session = xrdp.awaitSession(LIMIT);

    InputEcho echo = InputEcho.of(bed.screen(), session.home(), "direct");

    assertThat(echo.millis()).isGreaterThanOrEqualTo(2 * Wan.DELAY_MILLIS);
  }

  @Test
  void programsRunInTheSessionAsItsUser() {
    DesktopSession session = xrdp.awaitSession(LIMIT);

    assertThat(session.in(Command.of("sh", "-c", "id -un; pwd; xdotool getdisplaygeometry")).run())
        .startsWith("deskedge-alice\n")
        .endsWith("1024 768\n");
  }

  @Test
  void aClientThatComesBackFindsTheSameSession() {
    DesktopSession before = xrdp.awaitSession(LIMIT);
    InputEcho.of(bed.screen(), before.home(), "before");
    bed.client().close();
    assertThat(bed.client().isConnected()).isFalse();

    bed.client().connect(bed.user(), List.of(), Map.of());
    Screenshot desktop = bed.client().awaitDesktop(LIMIT);

    assertThat(desktop.white()).isLessThan(0.9);
    assertThat(xrdp.awaitSession(LIMIT).display()).isEqualTo(before.display());
    InputEcho.of(bed.screen(), before.home(), "after");
  }
}
