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
package org.deskedge.rdpproxy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Map;
import org.deskedge.api.config.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {

  @Test
  void everyKeyHasADefault() {
    ProxySettings settings = ProxySettings.of(Map.of());

    assertThat(settings.listen().getPort()).isEqualTo(3389);
    assertThat(settings.sessionLimit()).isEqualTo(500);
    assertThat(settings.proxyAddress()).isEmpty();
    assertThat(settings.desktopTrustStore()).isEmpty();
    assertThat(settings.voiceSampleRate()).isEqualTo(8000);
  }

  @ParameterizedTest
  @CsvSource({
    "listen.port, 0, a whole number from 1 to 65535",
    "sessions.limit, none, a whole number from 1 to 100000",
    "handshake.timeout, 99, a whole number from 100 to 600000",
    "voice.sample.rate, 48000, 'one of 8000, 16000'",
    "desktop.trust, some, 'one of any, keystore'",
    "proxy.address, edge.example, an IP address or auto",
    "listen.address, no.such.host.invalid, an IP address"
  })
  void aWrongValueIsNamedWithItsFileAndWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> ProxySettings.of(Map.of(key, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessage(
            "etc/org.deskedge.rdp.proxy.cfg: " + key + " = '" + value + "': allowed is " + allowed);
  }

  @Test
  void anAddressForTheProxyInformationIsTaken() throws Exception {
    assertThat(ProxySettings.of(Map.of("proxy.address", "192.0.2.1")).proxyAddress())
        .hasValue(InetAddress.getByName("192.0.2.1"));
  }

  @Test
  void passwordsAreNotPrinted() {
    ProxySettings settings =
        ProxySettings.of(
            Map.of("tls.keystore.password", "secret1", "desktop.truststore.password", "secret2"));

    assertThat(settings.toString()).doesNotContain("secret1", "secret2");
  }
}
