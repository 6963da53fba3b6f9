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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deskedge.rdp.MalformedPduException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyInformationTest {

  private static final String KEY = "q83vEjRWeJASNFZ4kBI0Vg";
  private static final String ADDED = ";voip=192.0.2.1:5004,k=" + KEY;
  private static final ProxyInformation INFORMATION =
      new ProxyInformation(new InetSocketAddress("192.0.2.1", 5004), KEY);

  @Test
  void standsBehindTheUsersName() throws MalformedPduException {
    String cookie = INFORMATION.appendTo(Optional.of("Cookie: mstshash=alice"));

    assertThat(cookie).isEqualTo("Cookie: mstshash=alice" + ADDED);
    assertThat(ProxyInformation.find(cookie)).hasValue(INFORMATION);
    assertThat(ProxyInformation.strip(cookie)).hasValue("Cookie: mstshash=alice");
  }

  @Test
  void standsBehindARoutingToken() throws MalformedPduException {
    String cookie = INFORMATION.appendTo(Optional.of("Cookie: msts=3640205228.15629.0000"));

    assertThat(cookie).isEqualTo("Cookie: msts=3640205228.15629.0000" + ADDED);
    assertThat(ProxyInformation.find(cookie)).hasValue(INFORMATION);
    assertThat(ProxyInformation.strip(cookie)).hasValue("Cookie: msts=3640205228.15629.0000");
  }

  @Test
  void whereThereWasNoCookieThereIsNoneAgain() throws MalformedPduException {
    String cookie = INFORMATION.appendTo(Optional.empty());

    assertThat(cookie).isEqualTo("Cookie: mstshash=" + ADDED);
    assertThat(ProxyInformation.find(cookie)).hasValue(INFORMATION);
    assertThat(ProxyInformation.strip(cookie)).isEmpty();
  }

  @Test
  void aWholeRequestIsLaidOutAsDocumented() {
    ByteBuf out = Unpooled.buffer();
    new ConnectionRequest(
            0,
            Optional.of(INFORMATION.appendTo(Optional.of("Cookie: mstshash=alice"))),
            Optional.of(new NegotiationRequest(0, Protocol.SSL)),
            Optional.empty())
        .encode(out);

    assertThat(ByteBufUtil.hexDump(out))
        .isEqualTo(
            "0300005853e00000000000"
                + "436f6f6b69653a206d737473686173683d616c696365"
                + "3b766f69703d3139322e302e322e313a353030342c6b3d71383376456a5257654a41534e465a346b42493056670d0a"
                + "0100080001000000");
  }

  @Test
  void neverTakesMoreRoomThanDocumented() {
    assertThat(lengthWith("255.255.255.255")).isEqualTo(52);
    assertThat(lengthWith("1111:2222:3333:4444:5555:6666:7777:8888")).isEqualTo(78);
  }

  private static int lengthWith(String address) {
    String key = ProxyInformation.newKey(new SecureRandom());
    String cookie = "Cookie: mstshash=alice";
    return new ProxyInformation(new InetSocketAddress(address, 65_535), key)
            .appendTo(Optional.of(cookie))
            .length()
        - cookie.length();
  }

  @Test
  void anIpv6AddressStandsInBrackets() throws MalformedPduException {
    ProxyInformation information =
        new ProxyInformation(new InetSocketAddress("2001:db8::1", 65535), KEY);
    String cookie = information.appendTo(Optional.empty());

    assertThat(cookie).isEqualTo("Cookie: mstshash=;voip=[2001:db8::1]:65535,k=" + KEY);
    assertThat(ProxyInformation.find(cookie)).hasValue(information);
  }

  @Test
  void takesThePlaceOfWhatAClientMadeUp() {
    String forged = "Cookie: mstshash=alice;voip=203.0.113.9:1,k=AAAAAAAAAAAAAAAAAAAAAA;voip=x";

    assertThat(INFORMATION.appendTo(Optional.of(forged)))
        .isEqualTo("Cookie: mstshash=alice" + ADDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cookie: mstshash=alice", "Cookie: mstshash=", "Cookie: msts=1.2.3;x"})
  void anotherCookieHasNoneAndStaysAsItIs(String cookie) throws MalformedPduException {
    assertThat(ProxyInformation.find(cookie)).isEmpty();
    assertThat(ProxyInformation.strip(cookie)).hasValue(cookie);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2.1:5004",
        "192.0.2.1:5004,k=",
        "192.0.2.1:5004,k=short",
        "192.0.2.1:5004,k=q83vEjRWeJASNFZ4kBI0Vg==",
        "192.0.2.1:5004,k=q83vEjRWeJASNFZ4kBI0Vg,more",
        "192.0.2.1:5004,k=q83vEjRWeJASNFZ4kBI0Vg;voip=192.0.2.1:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2.1,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2.1:0,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2.1:65536,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2.1:-1,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2.256:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "192.0.2:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "2001:db8::1:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "[2001:db8::1::2]:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "[]:5004,k=q83vEjRWeJASNFZ4kBI0Vg",
        "localhost:5004,k=q83vEjRWeJASNFZ4kBI0Vg"
      })
  void whatCannotBeReadIsMalformedAndItsKeyNotSaid(String value) {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> ProxyInformation.find("Cookie: mstshash=alice;voip=" + value))
        .withMessageStartingWith("proxy information: not ")
        .withMessageNotContaining(KEY);
  }

  @Test
  void whatCannotBeWrittenCannotBeMade() {
    InetSocketAddress address = INFORMATION.address();

    assertThatIllegalArgumentException().isThrownBy(() -> new ProxyInformation(address, "short"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxyInformation(address, KEY + "\r\n"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxyInformation(new InetSocketAddress("192.0.2.1", 0), KEY));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ProxyInformation(InetSocketAddress.createUnresolved("edge", 5004), KEY));
  }

  @Test
  void aKeyHas128BitsAndIsNeverTheSame() {
    SecureRandom random = new SecureRandom();
    String key = ProxyInformation.newKey(random);

    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(16);
    assertThat(key).doesNotContain("=").isNotEqualTo(ProxyInformation.newKey(random));
  }

  @Test
  void itsTextDoesNotSayTheKey() {
    assertThat(INFORMATION.toString()).contains("192.0.2.1").doesNotContain(KEY);
  }

  @Property
  void comesBackAsItWasAndSoDoesTheCookie(
      @ForAll("information") ProxyInformation information, @ForAll("cookies") String cookie)
      throws MalformedPduException {
    String line = information.appendTo(Optional.of(cookie));

    assertThat(ProxyInformation.find(line)).hasValue(information);
    assertThat(ProxyInformation.strip(line)).hasValue(cookie);
  }

  @Property
  void anyTextBehindTheMarkIsReadOrMalformed(@ForAll("values") String value) {
    String cookie = "Cookie: mstshash=alice;voip=" + value;
    try {
      assertThat(ProxyInformation.find(cookie)).isPresent();
    } catch (MalformedPduException e) {
      assertThat(e).hasMessageStartingWith("proxy information");
    }
    assertThat(ProxyInformation.strip(cookie)).hasValue("Cookie: mstshash=alice");
  }

  @Provide
  Arbitrary<ProxyInformation> information() {
    Arbitrary<byte[]> addresses =
        Arbitraries.of(4, 16)
            .flatMap(length -> Arbitraries.bytes().array(byte[].class).ofSize(length));
    Arbitrary<String> keys =
        Arbitraries.strings().alpha().numeric().withChars("-_").ofMinLength(16).ofMaxLength(64);
    return Combinators.combine(addresses, Arbitraries.integers().between(1, 0xFFFF), keys)
        .as(
            (address, port, key) ->
                new ProxyInformation(new InetSocketAddress(of(address), port), key));
  }

  private static InetAddress of(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Provide
  Arbitrary<String> cookies() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .ofMaxLength(60)
        .filter(text -> !text.contains(";voip=") && !text.equals("Cookie: mstshash="));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("0123456789.:[],k=abcdef").ofMaxLength(60);
  }
}
