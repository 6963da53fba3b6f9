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
package org.deskedge.rdp.x224;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import org.deskedge.rdp.MalformedPduException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyInformationTest {

  private static final String KEY = "q83vEjRWeJASNFZ4kBI0Vg";
  private static final String COOKIE = "Cookie: mstshash=alice";

  private final ProxyInformation information =
      new ProxyInformation(new InetSocketAddress("192.0.2.1", 5004), KEY);

  @Test
  void standsBehindTheClientsOwnCookie() throws Exception {
    String line = information.appendTo(Optional.of(COOKIE));

    assertThat(line).isEqualTo(COOKIE + ";voip=192.0.2.1:5004,k=" + KEY);
    assertThat(ProxyInformation.find(line)).hasValue(information);
    assertThat(ProxyInformation.strip(line)).hasValue(COOKIE);
  }

  @Test
  void standsAloneWhereTheClientSentNoCookie() throws Exception {
    String line = information.appendTo(Optional.empty());

    assertThat(line).startsWith("Cookie: mstshash=;voip=");
    assertThat(ProxyInformation.find(line)).hasValue(information);
    assertThat(ProxyInformation.strip(line)).isEmpty();
  }

  @Test
  void takesThePlaceOfWhatAClientMadeUp() throws Exception {
    String line = information.appendTo(Optional.of(COOKIE + ";voip=203.0.113.9:1,k=" + KEY));

    assertThat(line).isEqualTo(COOKIE + ";voip=192.0.2.1:5004,k=" + KEY);
  }

  @Test
  void anIpv6AddressStandsInBrackets() throws Exception {
    ProxyInformation ipv6 = new ProxyInformation(new InetSocketAddress("2001:db8::1", 5004), KEY);

    String line = ipv6.appendTo(Optional.of(COOKIE));

    assertThat(line).contains(";voip=[2001:db8::1]:5004,k=");
    assertThat(ProxyInformation.find(line)).hasValue(ipv6);
  }

  @Test
  void aCookieWithoutItIsLeftAsItIs() throws Exception {
    assertThat(ProxyInformation.find(COOKIE)).isEmpty();
    assertThat(ProxyInformation.strip(COOKIE)).hasValue(COOKIE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2.1",
        "192.0.2.1:5004",
        "192.0.2.1:5004,k=short",
        "192.0.2.1:0,k=" + KEY,
        "192.0.2.1:65536,k=" + KEY,
        "999.0.2.1:5004,k=" + KEY,
        "edge.example:5004,k=" + KEY,
        "192.0.2.1:5004,k=" + KEY + ";more",
      })
  void whatCannotBeReadIsMalformedAndItsKeyUnnamed(String value) {
    assertThatThrownBy(() -> ProxyInformation.find(COOKIE + ";voip=" + value))
        .isInstanceOf(MalformedPduException.class)
        .hasMessageStartingWith("proxy information")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void keysDifferAndFitTheirPlace() throws Exception {
    SecureRandom random = new SecureRandom();
    String one = ProxyInformation.newKey(random);

    assertThat(ProxyInformation.newKey(random)).isNotEqualTo(one);
    String line = new ProxyInformation(information.address(), one).appendTo(Optional.empty());
    assertThat(ProxyInformation.find(line).orElseThrow().key()).isEqualTo(one);
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(information.toString()).doesNotContain(KEY);
  }
}
