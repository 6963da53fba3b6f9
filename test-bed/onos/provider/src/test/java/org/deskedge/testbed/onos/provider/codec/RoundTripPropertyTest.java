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

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

class RoundTripPropertyTest {

  @Property
  void anySelectorComesBackTheSame(@ForAll("selectors") TrafficSelector selector) throws Exception {
    FlowRule rule = Rules.rule(selector, DefaultTrafficTreatment.emptyTreatment());
    FlowEntry back = Wire.throughSwitch(rule);
    assertThat(back.selector()).isEqualTo(selector);
    assertThat(back.exactMatch(rule)).isTrue();
  }

  @Property
  void anyTreatmentComesBackTheSame(@ForAll("treatments") TrafficTreatment treatment)
      throws Exception {
    FlowRule rule = Rules.rule(DefaultTrafficSelector.emptySelector(), treatment);
    FlowEntry back = Wire.throughSwitch(rule);
    assertThat(back.treatment()).isEqualTo(treatment);
    // What ONOS leaves out when it compares treatments.
    assertThat(back.treatment().clearedDeferred()).isEqualTo(treatment.clearedDeferred());
    assertThat(back.treatment().meters()).isEqualTo(treatment.meters());
    assertThat(back.exactMatch(rule)).isTrue();
  }

  @Provide
  Arbitrary<TrafficSelector> selectors() {
    return Anything.selectors();
  }

  @Provide
  Arbitrary<TrafficTreatment> treatments() {
    return Anything.treatments();
  }
}
