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

import java.util.LinkedHashMap;
import java.util.Map;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

/**
 * The rules that switches refused. ONOS gives a rule that is missing to the switch again at every
 * poll; told that it is refused, it marks the rule as failed and stops. Holds the latest {@link
 * #LIMIT}. Safe for use by many threads.
 */
final class RefusedRules {

  /** How many are remembered; a forgotten one costs a message to the switch and a log line more. */
  static final int LIMIT = 10_000;

  private final Map<FlowRule, String> reasons =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FlowRule, String> eldest) {
          return size() > LIMIT;
        }
      };

  synchronized void add(FlowRule rule, String reason) {
    reasons.put(rule, reason);
  }

  /** Why the rule was refused, null if it was not. */
  synchronized String reason(FlowRule rule) {
    return reasons.get(rule);
  }

  /** Somebody wants the rule anew, perhaps with another treatment: the switch decides again. */
  synchronized void remove(FlowRule rule) {
    reasons.remove(rule);
  }

  /** A switch that comes back may have become another. */
  synchronized void remove(DeviceId device) {
    reasons.keySet().removeIf(rule -> rule.deviceId().equals(device));
  }
}
