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
package org.deskedge.testbed.onos.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskedge.testbed.onos.provider.RuleChange.Kind;
import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.openflow.controller.Dpid;

class BatchTrackerTest {

  private static final Dpid SWITCH = new Dpid(1);
  private static final Dpid OTHER = new Dpid(2);

  private final BatchTracker tracker = new BatchTracker();
  private final List<Set<RuleChange>> completed = new ArrayList<>();
  private final RuleChange first = change(1);
  private final RuleChange second = change(2);

  @Test
  void endsWithTheBarrierAndNamesWhatWasRefused() {
    assertThat(tracker.add(batch(SWITCH, Map.of(11L, first, 12L, second), 12))).isTrue();
    assertThat(tracker.refused(SWITCH, 11)).contains(first);
    assertThat(completed).isEmpty();

    tracker.barrier(SWITCH, 12);
    assertThat(completed).containsExactly(Set.of(first));

    tracker.barrier(SWITCH, 12);
    assertThat(completed).hasSize(1);
    assertThat(tracker.refused(SWITCH, 11)).isEmpty();
  }

  @Test
  void anotherSwitchDoesNotSpeakForThisOne() {
    tracker.add(batch(SWITCH, Map.of(11L, first), 11));
    assertThat(tracker.refused(OTHER, 11)).isEmpty();
    tracker.barrier(OTHER, 11);
    tracker.disconnected(OTHER);
    assertThat(completed).isEmpty();

    tracker.barrier(SWITCH, 11);
    assertThat(completed).containsExactly(Set.of());
  }

  @Test
  void aSwitchThatGoesFailsAllItHadNotConfirmed() {
    tracker.add(batch(SWITCH, Map.of(11L, first, 12L, second), 12));
    tracker.add(batch(OTHER, Map.of(13L, first), 13));
    tracker.disconnected(SWITCH);
    assertThat(completed).containsExactly(Set.of(first, second));

    tracker.barrier(OTHER, 13);
    assertThat(completed).hasSize(2).last().isEqualTo(Set.of());
  }

  @Test
  void nothingIsLeftAfterItsEnd() {
    Map<Long, RuleChange> all = new HashMap<>();
    for (long xid = 1; xid < BatchTracker.LIMIT; xid++) {
      all.put(xid, first);
    }
    for (int round = 0; round < 3; round++) {
      assertThat(tracker.add(batch(SWITCH, all, BatchTracker.LIMIT - 1))).isTrue();
      assertThat(tracker.add(batch(SWITCH, Map.of(-1L, second), -1))).isFalse();
      tracker.disconnected(SWITCH);
    }
    assertThat(completed).hasSize(3);
  }

  @Test
  void aYoungBatchIsNotGivenUp() {
    tracker.add(batch(SWITCH, Map.of(11L, first), 11));
    tracker.expire();
    assertThat(completed).isEmpty();
    tracker.close();
    assertThat(completed).containsExactly(Set.of(first));
  }

  private PendingBatch batch(Dpid dpid, Map<Long, RuleChange> changes, long barrier) {
    return new PendingBatch(dpid, changes, barrier, completed::add);
  }

  private static RuleChange change(int priority) {
    FlowRule rule =
        DefaultFlowRule.builder()
            .forDevice(DeviceId.deviceId("of:0000000000000001"))
            .withCookie(priority)
            .withPriority(priority)
            .makePermanent()
            .build();
    return new RuleChange(Kind.ADD, rule);
  }
}
