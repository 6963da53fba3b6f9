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
package org.deskedge.rtp.sdp;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.deskedge.rtp.srtp.SrtpMasterKey;
import org.deskedge.rtp.srtp.SrtpSuite;

/** Session descriptions of every shape, for the tests of those who read and write them. */
abstract class SdpArbitraries {

  static InetAddress ip(String literal) {
    return NetUtil.createInetAddressFromIpAddressString(literal);
  }

  @Provide
  Arbitrary<SessionDescription> descriptions() {
    return Combinators.combine(
            origins(),
            Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(20),
            addresses().optional(),
            media().list().ofMaxSize(5))
        .as(SessionDescription::new);
  }

  private static Arbitrary<Origin> origins() {
    Arbitrary<String> numbers = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
    return Combinators.combine(tokens(), numbers, numbers, Arbitraries.of("IP4", "IP6"), tokens())
        .as(Origin::new);
  }

  private static Arbitrary<MediaDescription> media() {
    return Combinators.combine(
            Arbitraries.oneOf(Arbitraries.of("audio"), tokens()),
            Arbitraries.integers().between(0, 65535),
            Arbitraries.of("RTP/AVP", "RTP/SAVP", "RTP/SAVPF", "udptl"),
            Arbitraries.oneOf(Arbitraries.of("0", "8"), tokens()).list().ofMinSize(1).ofMaxSize(6),
            addresses().optional(),
            rtpMaps().list().ofMaxSize(4),
            Combinators.combine(
                    Arbitraries.maps(
                            Arbitraries.of("0", "8", "101"), Arbitraries.of("0-15", "mode=20; x=1"))
                        .ofMaxSize(3),
                    Arbitraries.integers().between(1, 9999).optional(),
                    Arbitraries.integers().between(1, 9999).optional(),
                    rtcp(),
                    keys().list().ofMaxSize(3))
                .as(Details::new),
            Arbitraries.of(StreamDirection.class))
        .as(
            (type, port, protocol, formats, address, maps, details, direction) ->
                new MediaDescription(
                    type,
                    port,
                    protocol,
                    formats,
                    address,
                    maps,
                    details.parameters,
                    details.ptime.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    details.maxptime.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    details.rtcp,
                    details.crypto,
                    direction));
  }

  private record Details(
      Map<String, String> parameters,
      Optional<Integer> ptime,
      Optional<Integer> maxptime,
      RtcpAttributes rtcp,
      List<CryptoAttribute> crypto) {}

  private static Arbitrary<RtcpAttributes> rtcp() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 65_535).optional(),
            addresses().optional(),
            Arbitraries.of(true, false))
        .as(
            (mux, port, address, metrics) ->
                new RtcpAttributes(
                    mux,
                    port.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    address.filter(written -> port.isPresent()),
                    metrics));
  }

  private static Arbitrary<CryptoAttribute> keys() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 999_999_999), Arbitraries.of(SrtpSuite.class))
        .as(
            (tag, suite) ->
                CryptoAttribute.of(tag, SrtpMasterKey.generate(suite, new SecureRandom())));
  }

  private static Arbitrary<RtpMap> rtpMaps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 127),
            tokens(),
            Arbitraries.integers().between(1, 1_000_000),
            Arbitraries.integers().between(1, 255))
        .as(RtpMap::new);
  }

  private static Arbitrary<String> tokens() {
    return Arbitraries.strings().alpha().numeric().withChars("-.+").ofMinLength(1).ofMaxLength(9);
  }

  private static Arbitrary<InetAddress> addresses() {
    return Arbitraries.of("192.0.2.1", "0.0.0.0", "203.0.113.255", "2001:db8::1", "::", "::1")
        .map(SdpArbitraries::ip);
  }
}
