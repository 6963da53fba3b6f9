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
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

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
            Arbitraries.of("RTP/AVP", "RTP/SAVPF", "udptl"),
            Arbitraries.oneOf(Arbitraries.of("0", "8"), tokens()).list().ofMinSize(1).ofMaxSize(6),
            addresses().optional(),
            rtpMaps().list().ofMaxSize(4),
            Arbitraries.integers().between(1, 9999).optional(),
            Arbitraries.of(StreamDirection.class))
        .as(
            (type, port, protocol, formats, address, maps, ptime, direction) ->
                new MediaDescription(
                    type,
                    port,
                    protocol,
                    formats,
                    address,
                    maps,
                    ptime.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    direction));
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
