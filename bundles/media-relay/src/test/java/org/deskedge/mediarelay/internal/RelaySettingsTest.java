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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskedge.api.config.InvalidConfigurationException;
import org.deskedge.audio.SpeechCodec;
import org.deskedge.audio.SpeechCodecs;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;
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
                codecs("opus", "G722", "PCMU", "PCMA", "G729", "iLBC", "GSM"),
                20,
                SrtpMode.BEST_EFFORT,
                List.of(
                    SrtpSuite.AEAD_AES_256_GCM,
                    SrtpSuite.AEAD_AES_128_GCM,
                    SrtpSuite.AES_256_CM_HMAC_SHA1_80,
                    SrtpSuite.AES_CM_128_HMAC_SHA1_80,
                    SrtpSuite.AES_256_CM_HMAC_SHA1_32,
                    SrtpSuite.AES_CM_128_HMAC_SHA1_32)));
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
                    "codecs", "pcma, Opus",
                    "rtp.ptime", "60",
                    "srtp", "required",
                    "srtp.suites", "AES_CM_128_HMAC_SHA1_32")))
        .isEqualTo(
            new RelaySettings(
                Optional.of(InetAddress.getByName("2001:db8::1")),
                1024,
                1025,
                0,
                codecs("PCMA", "opus"),
                60,
                SrtpMode.REQUIRED,
                List.of(SrtpSuite.AES_CM_128_HMAC_SHA1_32)));
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
        "rtp.tos|46|",
        "codecs|PCMU,L16|allowed is names of opus, G722, ",
        "codecs|PCMU,pcmu|, each once, between commas",
        "codecs|''|allowed is names of opus, G722, ",
        "rtp.ptime|5|allowed is a whole number from 10 to 60",
        "srtp|on|allowed is one of forbidden, best-effort, required",
        "srtp.suites|F8_128_HMAC_SHA1_80|allowed is names of AES_CM_128_HMAC_SHA1_80, ",
      })
  void whatIsWrongIsNamedWithWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> RelaySettings.from(Map.of(key, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("etc/org.deskedge.media.relay.cfg: ")
        .hasMessageContaining(key)
        .hasMessageContaining(allowed == null ? "unknown key" : allowed);
  }

  private static List<SpeechCodec> codecs(String... names) {
    return Arrays.stream(names).map(name -> SpeechCodecs.named(name).orElseThrow()).toList();
  }
}
