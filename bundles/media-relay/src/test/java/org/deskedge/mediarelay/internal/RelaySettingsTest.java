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
import java.time.Duration;
import java.util.Map;
import org.deskedge.api.config.InvalidConfigurationException;
import org.deskedge.mediarelay.internal.playout.PlayoutSettings;
import org.deskedge.rtp.jitter.DelayBounds;
import org.deskedge.rtp.sdp.LocalCodec;
import org.deskedge.rtp.srtp.SrtpMode;
import org.deskedge.rtp.srtp.SrtpSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaySettingsTest {

  @Test
  void defaultsAreThoseOfTheManual() {
    RelaySettings settings = RelaySettings.from(Map.of());

    assertThat(settings.addresses()).isEmpty();
    assertThat(settings.firstPort()).isEqualTo(20_000);
    assertThat(settings.lastPort()).isEqualTo(20_999);
    assertThat(settings.dscp()).isEqualTo(46);
    assertThat(settings.symmetric()).isFalse();
    assertThat(settings.comfortNoise()).isFalse();
    assertThat(settings.rtcp().minimum()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.playout()).isEqualTo(new PlayoutSettings(new DelayBounds(20, 200), true));
    assertThat(settings.media().ptime()).isEqualTo(20);
    assertThat(settings.media().srtp()).isEqualTo(SrtpMode.BEST_EFFORT);
    assertThat(settings.media().suites()).isEqualTo(MediaSettings.SUITES_DEFAULT);
    assertThat(settings.media().codecs().stream().map(LocalCodec::encodingName))
        .containsExactly("opus", "G722", "PCMU", "PCMA", "G729", "iLBC", "GSM");
  }

  @Test
  void everyKeyIsRead() throws Exception {
    RelaySettings settings =
        RelaySettings.from(
            Map.ofEntries(
                Map.entry("rtp.address", "192.0.2.1, 2001:db8::1"),
                Map.entry("rtp.port.min", "1024"),
                Map.entry("rtp.port.max", "1025"),
                Map.entry("rtp.dscp", "0"),
                Map.entry("rtp.symmetric", "once"),
                Map.entry("rtp.ptime", "30"),
                Map.entry("rtcp.interval", "1000"),
                Map.entry("comfort.noise", "true"),
                Map.entry("codecs", "pcma, G722"),
                Map.entry("srtp", "required"),
                Map.entry("srtp.suites", "AEAD_AES_128_GCM"),
                Map.entry("jitter.buffer.min", "0"),
                Map.entry("jitter.buffer.max", "500"),
                Map.entry("concealment", "false")));

    assertThat(settings.addresses())
        .containsExactly(InetAddress.getByName("192.0.2.1"), InetAddress.getByName("2001:db8::1"));
    assertThat(settings.firstPort()).isEqualTo(1024);
    assertThat(settings.lastPort()).isEqualTo(1025);
    assertThat(settings.dscp()).isZero();
    assertThat(settings.symmetric()).isTrue();
    assertThat(settings.comfortNoise()).isTrue();
    assertThat(settings.rtcp().minimum()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.playout()).isEqualTo(new PlayoutSettings(new DelayBounds(0, 500), false));
    assertThat(settings.media().ptime()).isEqualTo(30);
    assertThat(settings.media().srtp()).isEqualTo(SrtpMode.REQUIRED);
    assertThat(settings.media().suites()).containsExactly(SrtpSuite.AEAD_AES_128_GCM);
    assertThat(settings.media().codecs().stream().map(LocalCodec::encodingName))
        .containsExactly("PCMA", "G722");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rtp.address|edge.example|allowed is auto or an IP address of this edge",
        "rtp.address|0.0.0.0|allowed is auto or an IP address of this edge",
        "rtp.address|192.0.2.1,192.0.2.2|one IPv4 and one IPv6 address",
        "rtp.symmetric|always|allowed is",
        "rtcp.interval|100|500 to 60000",
        "comfort.noise|yes|true",
        "codecs|PCMU,speex|opus, G722, PCMU, PCMA, G729, iLBC, GSM",
        "codecs|PCMU,pcmu|each once",
        "rtp.ptime|5|10 to 60",
        "srtp|maybe|best-effort",
        "srtp.suites|F8_128_HMAC_SHA1_80|AES_CM_128_HMAC_SHA1_80",
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
