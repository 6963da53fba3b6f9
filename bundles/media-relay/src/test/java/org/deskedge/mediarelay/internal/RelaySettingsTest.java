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
package org.deskedge.mediarelay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.config.InvalidConfigurationException;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.jitter.DelayBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaySettingsTest {

  @Test
  void defaultsAreThoseOfTheManual() {
    assertThat(RelaySettings.from(Map.of()))
        .isEqualTo(
            new RelaySettings(
                Optional.empty(),
                20_000,
                20_999,
                46,
                new PlayoutSettings(new DelayBounds(20, 200), true)));
  }

  @Test
  void everyKeyIsRead() throws Exception {
    assertThat(
            RelaySettings.from(
                Map.of(
                    "rtp.address", "2001:db8::1",
                    "rtp.port.min", "1024",
                    "rtp.port.max", "1025",
                    "rtp.dscp", "0",
                    "jitter.buffer.min", "0",
                    "jitter.buffer.max", "500",
                    "concealment", "false")))
        .isEqualTo(
            new RelaySettings(
                Optional.of(InetAddress.getByName("2001:db8::1")),
                1024,
                1025,
                0,
                new PlayoutSettings(new DelayBounds(0, 500), false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rtp.address|edge.example|allowed is auto or an IP address of this edge",
        "rtp.address|0.0.0.0|allowed is auto or an IP address of this edge",
        "rtp.address|224.0.0.1|allowed is auto or an IP address of this edge",
        "rtp.port.min|1022|allowed is a whole number from 1024 to 65535",
        "rtp.port.min|20001|allowed is an even number",
        "rtp.port.max|65536|allowed is a whole number from 1024 to 65535",
        "rtp.port.max|20000|allowed is a number greater than rtp.port.min, 20000",
        "rtp.dscp|64|allowed is a whole number from 0 to 63",
        "jitter.buffer.min|-1|allowed is a whole number from 0 to 500",
        "jitter.buffer.max|501|allowed is a whole number from 0 to 500",
        "jitter.buffer.max|19|allowed is a number no less than jitter.buffer.min, 20",
        "concealment|no|allowed is one of true, false",
        "rtp.tos|46|",
      })
  void whatIsWrongIsNamedWithWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> RelaySettings.from(Map.of(key, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("etc/org.deskedge.media.relay.cfg: ")
        .hasMessageContaining(key)
        .hasMessageContaining(allowed == null ? "unknown key" : allowed);
  }
}
