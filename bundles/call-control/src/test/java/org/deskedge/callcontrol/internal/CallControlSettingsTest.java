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
package org.deskedge.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.deskedge.api.config.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallControlSettingsTest {

  @Test
  void withoutAFileTheDefaultsHold() {
    assertThat(CallControlSettings.read(Map.of())).isEqualTo(new CallControlSettings(4, 500, 5000));
  }

  @ParameterizedTest
  @CsvSource({
    "calls.per.session, 0",
    "calls.per.session, 65",
    "calls.limit, 0",
    "calls.limit, 100001",
    "hello.timeout, 99",
    "hello.timeout, 60001"
  })
  void valuesOutOfRangeKeepCallControlFromStarting(String key, String value) {
    assertThatThrownBy(() -> new CallControl(new FakeRelay(), Map.of(key, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("org.deskedge.call.control.cfg: " + key + " = '" + value + "'");
  }

  @Test
  void theLimitsThemselvesAreAllowed() {
    Map<String, Object> greatest =
        Map.of("calls.per.session", "64", "calls.limit", "100000", "hello.timeout", "60000");

    assertThat(CallControlSettings.read(greatest))
        .isEqualTo(new CallControlSettings(64, 100_000, 60_000));
  }
}
