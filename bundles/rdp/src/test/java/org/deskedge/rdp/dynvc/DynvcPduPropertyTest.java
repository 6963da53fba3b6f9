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
package org.deskedge.rdp.dynvc;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.Decoding;

class DynvcPduPropertyTest {

  private static final int U16_MAX = 0xFFFF;

  @Property
  void aPduOfTheServerComesBackAsItWas(@ForAll("serverPdus") DynvcPdu pdu)
      throws MalformedPduException {
    assertComesBack(pdu, true);
  }

  @Property
  void aPduOfTheClientComesBackAsItWas(@ForAll("clientPdus") DynvcPdu pdu)
      throws MalformedPduException {
    assertComesBack(pdu, false);
  }

  @Property
  void anyBytesAreReadOrMalformed(
      @ForAll @Size(max = 64) byte[] bytes, @ForAll boolean fromServer) {
    Decoding.decodes(Decoding.amidOthers(bytes), message -> Dynvc.decode(message, fromServer));
  }

  private static void assertComesBack(DynvcPdu pdu, boolean fromServer)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    Dynvc.encode(pdu, out);

    assertThat(out.readableBytes()).isEqualTo(Dynvc.encodedLength(pdu));
    ByteBuf message = Decoding.amidOthers(ByteBufUtil.getBytes(out));
    assertThat(Dynvc.decode(message, fromServer)).isEqualTo(pdu);
  }

  @Provide
  Arbitrary<DynvcPdu> serverPdus() {
    Arbitrary<DynvcPdu> capabilities =
        Combinators.combine(
                Arbitraries.integers().between(0, U16_MAX),
                Arbitraries.integers().between(0, U16_MAX).list().ofSize(4))
            .as(
                (version, charges) ->
                    new DynvcPdu.Capabilities(
                        version, charges.subList(0, DynvcPdu.Capabilities.chargesOf(version))));
    Arbitrary<DynvcPdu> requests =
        Combinators.combine(
                ids(),
                Arbitraries.integers().between(0, 3),
                Arbitraries.strings().withCharRange('\u0001', '\u00ff').ofMaxLength(40))
            .as(DynvcPdu.CreateRequest::new);
    return Arbitraries.oneOf(capabilities, requests, eitherWay());
  }

  @Provide
  Arbitrary<DynvcPdu> clientPdus() {
    Arbitrary<DynvcPdu> responses =
        Combinators.combine(ids(), Arbitraries.integers()).as(DynvcPdu.CreateResponse::new);
    Arbitrary<DynvcPdu> capabilities =
        Arbitraries.integers().between(0, U16_MAX).map(DynvcPdu.CapabilitiesResponse::new);
    return Arbitraries.oneOf(capabilities, responses, eitherWay());
  }

  private static Arbitrary<DynvcPdu> eitherWay() {
    Arbitrary<DynvcPdu> first =
        Combinators.combine(ids(), Arbitraries.longs().between(0, 0xFFFF_FFFFL), data())
            .as(DynvcPdu.DataFirst::new);
    Arbitrary<DynvcPdu> data = Combinators.combine(ids(), data()).as(DynvcPdu.Data::new);
    Arbitrary<DynvcPdu> close = ids().map(DynvcPdu.Close::new);
    Arbitrary<DynvcPdu> other =
        Combinators.combine(
                Arbitraries.of(0, 6, 7, 8, 9, 15), Arbitraries.integers().between(0, 15), data())
            .as(DynvcPdu.Other::new);
    return Arbitraries.oneOf(first, data, close, other);
  }

  private static Arbitrary<Integer> ids() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 0xFF),
        Arbitraries.integers().between(0, U16_MAX),
        Arbitraries.integers());
  }

  private static Arbitrary<ByteBuf> data() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Decoding::amidOthers);
  }
}
