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
package org.deskedge.management.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.deskedge.api.config.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementSettingsTest {

  @Test
  void everyKeyHasADefault() {
    ManagementSettings settings = ManagementSettings.of(Map.of());

    assertThat(settings.listen().getPort()).isEqualTo(8443);
    assertThat(settings.limits().connections()).isEqualTo(32);
    assertThat(settings.limits().idle()).hasSeconds(60);
    assertThat(settings.limits().body()).isEqualTo(8 * 1024 * 1024);
    assertThat(settings.policyPrefixes()).isEqualTo(20_000);
    assertThat(settings.clientTrustStore()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "listen.port, 70000, a whole number from 1 to 65535",
    "listen.address, no.such.host.invalid, an IP address",
    "connections.limit, 0, a whole number from 1 to 10000",
    "idle.timeout, 99, a whole number from 100 to 600000",
    "request.line.limit, 255, a whole number from 256 to 65536",
    "request.headers.limit, 65537, a whole number from 256 to 65536",
    "request.body.limit, 1, a whole number from 1024 to 67108864",
    "policy.prefixes.limit, many, a whole number from 1 to 1000000"
  })
  void aWrongValueIsNamedWithItsFileAndWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> ManagementSettings.of(Map.of(key, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage(
            "etc/org.deskedge.management.cfg: "
                + key
                + " = '"
                + value
                + "': allowed is "
                + allowed);
  }

  @Test
  void passwordsAreNotPrinted() {
    ManagementSettings settings =
        ManagementSettings.of(
            Map.of("tls.keystore.password", "secret1", "clients.truststore.password", "secret2"));

    assertThat(settings.toString()).doesNotContain("secret1", "secret2");
  }
}
