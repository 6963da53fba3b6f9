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
package org.deskedge.testbed.onos.provider.codec;

import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.instructions.Instruction;

/** Rules of one application at one switch. */
final class Rules {

  private Rules() {}

  static FlowRule rule(TrafficSelector selector, TrafficTreatment treatment) {
    return DefaultFlowRule.builder()
        .forDevice(Wire.DEVICE)
        .fromApp(new DefaultApplicationId(7, "org.deskedge.test"))
        .withPriority(200)
        .withSelector(selector)
        .withTreatment(treatment)
        .makePermanent()
        .build();
  }

  static FlowRule matching(Criterion criterion) {
    return rule(
        DefaultTrafficSelector.builder().add(criterion).build(),
        DefaultTrafficTreatment.emptyTreatment());
  }

  static FlowRule doing(Instruction... instructions) {
    TrafficTreatment.Builder treatment = DefaultTrafficTreatment.builder();
    for (Instruction instruction : instructions) {
      treatment.add(instruction);
    }
    return rule(DefaultTrafficSelector.emptySelector(), treatment.build());
  }
}
