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

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;

class RefusedRulesTest {

  private static final DeviceId SWITCH = DeviceId.deviceId("of:0000000000000001");
  private static final DeviceId OTHER = DeviceId.deviceId("of:0000000000000002");

  private final RefusedRules refused = new RefusedRules();

  @Test
  void remembersWhyUntilTheRuleIsWantedAnew() {
    refused.add(rule(SWITCH, 1), "too wide");
    assertThat(refused.reason(rule(SWITCH, 1))).isEqualTo("too wide");
    assertThat(refused.reason(rule(SWITCH, 2))).isNull();

    refused.remove(rule(SWITCH, 1));
    assertThat(refused.reason(rule(SWITCH, 1))).isNull();
  }

  @Test
  void forgetsASwitchThatGoesAndNoOther() {
    refused.add(rule(SWITCH, 1), "one");
    refused.add(rule(OTHER, 1), "two");
    refused.remove(SWITCH);
    assertThat(refused.reason(rule(SWITCH, 1))).isNull();
    assertThat(refused.reason(rule(OTHER, 1))).isEqualTo("two");
  }

  @Test
  void holdsTheLatestOnly() {
    for (int priority = 0; priority <= RefusedRules.LIMIT; priority++) {
      refused.add(rule(SWITCH, priority), "no");
    }
    assertThat(refused.reason(rule(SWITCH, 0))).isNull();
    assertThat(refused.reason(rule(SWITCH, 1))).isEqualTo("no");
  }

  private static FlowRule rule(DeviceId device, int priority) {
    return DefaultFlowRule.builder()
        .forDevice(device)
        .withCookie(priority)
        .withPriority(priority)
        .makePermanent()
        .build();
  }
}
