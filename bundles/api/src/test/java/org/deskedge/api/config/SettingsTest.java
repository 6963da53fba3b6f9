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
package org.deskedge.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void missingKeysHaveTheirDefaults() {
    Settings settings = new Settings(Map.of(), "org.deskedge.test");

    assertThat(settings.integer("port", 3389, 1, 65535)).isEqualTo(3389);
    assertThat(settings.oneOf("trust", "any", List.of("any", "keystore"))).isEqualTo("any");
    assertThat(settings.text("address", "auto")).isEqualTo("auto");
    assertThatCode(settings::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "three", "", "99999999999"})
  void numbersOutOfRangeAreNamedWithWhatIsAllowed(String value) {
    Settings settings = new Settings(Map.of("port", value), "org.deskedge.test");

    settings.integer("port", 3389, 1, 65535);

    assertThatThrownBy(settings::check)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage(
            "etc/org.deskedge.test.cfg: port = '%s': allowed is a whole number from 1 to 65535"
                .formatted(value));
  }

  @Test
  void everyProblemIsNamedAtOnceWithTheFileTheValuesCameFrom() {
    Settings settings =
        new Settings(
            Map.of(
                "trust",
                "none",
                "prot",
                "1",
                "felix.fileinstall.filename",
                "file:/srv/e/etc/a.cfg"),
            "org.deskedge.test");

    settings.oneOf("trust", "any", List.of("any", "keystore"));

    assertThatThrownBy(settings::check)
        .hasMessageStartingWith("/srv/e/etc/a.cfg: ")
        .hasMessageContaining("trust = 'none': allowed is one of any, keystore")
        .hasMessageContaining("prot: unknown key; known are trust");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service.pid",
        "component.name",
        "component.id",
        "felix.fileinstall.filename",
        "osgi.ds.satisfying.condition.target"
      })
  void keysThatTheFrameworkAddsAreNotUnknown(String key) {
    Settings settings = new Settings(Map.of(key, "x"), "org.deskedge.test");

    assertThatCode(settings::check).doesNotThrowAnyException();
  }

  @Test
  void spacesAroundValuesDoNotCount() {
    Settings settings = new Settings(Map.of("port", " 5004 "), "org.deskedge.test");

    assertThat(settings.integer("port", 1, 1, 65535)).isEqualTo(5004);
  }
}
