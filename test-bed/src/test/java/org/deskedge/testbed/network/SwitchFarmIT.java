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
package org.deskedge.testbed.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.deskedge.testbed.Claim;
import org.junit.jupiter.api.Test;

/** Many switches in one Open vSwitch, and the counting of their flows. */
class SwitchFarmIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void flowsAreCountedAndGivenBackSwitchBySwitch() {
    try (Claim claim = Claim.take()) {
      SwitchFarm farm = SwitchFarm.start(3, claim.state());
      long empty = farm.total();
      assertThat(farm.flows(3)).containsExactly(0L, 0L, 0L);

      farm.addFlow(0, "priority=5,tcp,tp_dst=3389,actions=drop");
      farm.addFlow(0, "priority=7,in_port=3,actions=normal");
      farm.addFlow(2, "priority=5,udp,tp_dst=3389,actions=drop");
      assertThat(farm.flows(3)).containsExactly(2L, 0L, 1L);
      assertThat(farm.total() - empty).isEqualTo(3);

      farm.saveBundles(3);
      farm.deleteFlows(3);
      assertThat(farm.total()).isEqualTo(empty);
      farm.addBundles(3, LIMIT);
      assertThat(farm.flows(3)).containsExactly(2L, 0L, 1L);
      assertThat(farm.flows(1)).containsExactly(2L);
    }
  }
}
