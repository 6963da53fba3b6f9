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
package org.deskedge.onos.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.deskedge.onos.EdgeHealth;
import org.deskedge.onos.EdgeState;
import org.deskedge.onos.EdgeStatus;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final ProbeResult GOOD =
      ProbeResult.good("answers", false, EdgeHealth.of("1", null, null, null), Set.of());
  private static final ProbeResult BAD = ProbeResult.bad("does not answer in time");

  private final Thresholds thresholds = new Thresholds();
  private EdgeStatus status = EdgeStatus.unknown(Instant.EPOCH);

  @Test
  void takesTwoGoodOnesToComeUpAndThreeBadOnesToGoDown() {
    assertThat(states(GOOD, GOOD)).isEqualTo("UNKNOWN UP ");
    assertThat(states(BAD, BAD, GOOD, BAD, BAD, BAD)).isEqualTo("UP UP UP UP UP DOWN ");
    assertThat(states(GOOD, BAD, GOOD, GOOD)).isEqualTo("DOWN DOWN DOWN UP ");
  }

  @Test
  void aStrangerIsDownAtOnce() {
    states(GOOD, GOOD);

    assertThat(states(ProbeResult.stranger("another certificate"))).isEqualTo("DOWN ");
    assertThat(status.reason()).isEqualTo("another certificate");
  }

  @Test
  void aDrainIsSeenAtOnceEitherWay() {
    states(GOOD, GOOD);
    status = status.withDrainWanted(true);
    assertThat(states(GOOD)).isEqualTo("DRAINING ");
    assertThat(status.state()).isEqualTo(EdgeState.DRAINING);
    status = status.withDrainWanted(false);
    assertThat(states(GOOD)).isEqualTo("UP ");
  }

  @Test
  void theReasonFollowsWhileAnEdgeStaysDownButItsTimeDoesNot() {
    states(BAD, BAD, BAD);
    Instant since = status.since();
    states(ProbeResult.bad("refused"));

    assertThat(status.reason()).isEqualTo("refused");
    assertThat(status.since()).isEqualTo(since);
    assertThat(status.health()).isEmpty();
  }

  private String states(ProbeResult... results) {
    StringBuilder states = new StringBuilder();
    for (ProbeResult result : results) {
      thresholds.count(result);
      status = thresholds.apply(status, result, 3, 2, Instant.now());
      states.append(status.state()).append(' ');
    }
    return states.toString();
  }
}
