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
package org.deskedge.management.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.0.0, true",
    "10.20.0.0/16, 10.20.255.255, true",
    "10.20.0.0/16, 10.21.0.0, false",
    "10.20.0.128/25, 10.20.0.127, false",
    "10.20.0.128/25, 10.20.0.128, true",
    "10.20.0.10/32, 10.20.0.10, true",
    "10.20.0.10/32, 10.20.0.11, false",
    "0.0.0.0/0, 192.0.2.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8:0:8000::/49, 2001:db8:0:8000::1, true",
    "2001:db8:0:8000::/49, 2001:db8:0:7fff::1, false",
    "2001:db8::10/128, 2001:db8::10, true",
    "2001:db8::10/128, 2001:db8::11, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false"
  })
  void containsTheAddressesThatShareItsBits(String prefix, String address, boolean contained)
      throws Exception {
    assertThat(IpPrefix.parse(prefix).orElseThrow().contains(InetAddress.getByName(address)))
        .isEqualTo(contained);
  }

  @Test
  void anIpv4AddressInIpv6FormIsAnIpv4Address() throws Exception {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 20, 0, 1};
    InetAddress address = Inet6Address.getByAddress(null, mapped, 0);
    assertThat(address).isInstanceOf(Inet6Address.class);

    assertThat(IpPrefix.parse("10.20.0.0/16").orElseThrow().contains(address)).isTrue();
    assertThat(IpPrefix.parse("::/0").orElseThrow().contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.20.0.0/16", "0.0.0.0/0", "2001:db8::/32", "::/0", "2001:db8::1/128"})
  void isWrittenAsItIsRead(String text) {
    IpPrefix prefix = IpPrefix.parse(text).orElseThrow();

    assertThat(prefix).hasToString(text);
    assertThat(IpPrefix.parse(prefix.toString())).hasValue(prefix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.20.0.0",
        "10.20.0.0/",
        "10.20.0.0/33",
        "10.20.0.0/-1",
        "10.20.0/16",
        "10.20.0.1/16",
        "10.20.0.129/25",
        "256.0.0.0/8",
        "2001:db8::/129",
        "2001:db8::1/64",
        "2001:db8::8000/112",
        ":::/0",
        "fe80::1%eth0/64",
        "[2001:db8::]/32",
        "host.example/8",
        "10.20.0.0/16 ",
        "10.20.0.0/1６"
      })
  void whatIsNoPrefixIsNotRead(String text) {
    assertThat(IpPrefix.parse(text)).isEmpty();
  }
}
