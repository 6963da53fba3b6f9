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

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.Decoding;

class ConnectionPropertyTest {

  private static final int MAX_VARIABLE_PART = 100;

  @Property
  void aRequestComesBackAsItWas(@ForAll("requests") ConnectionRequest request)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    request.encode(out);

    assertThat(out.readableBytes()).isEqualTo(request.encodedLength());
    assertThat(ConnectionRequest.decode(amidOthers(out))).isEqualTo(request);
  }

  @Property
  void aConfirmComesBackAsItWas(@ForAll("confirms") ConnectionConfirm confirm)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    confirm.encode(out);

    assertThat(ConnectionConfirm.decode(amidOthers(out))).isEqualTo(confirm);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    assertReadOrMalformed(Decoding.amidOthers(bytes));
  }

  @Property
  void anyBytesBehindASoundHeaderAreReadOrMalformed(@ForAll("variableParts") byte[] bytes) {
    for (int code : new int[] {X224Frame.CONNECTION_REQUEST, X224Frame.CONNECTION_CONFIRM}) {
      ByteBuf out = Unpooled.buffer();
      X224Frame.write(out, code, 0, 0, bytes.length);
      assertReadOrMalformed(amidOthers(out.writeBytes(bytes)));
    }
  }

  private static void assertReadOrMalformed(ByteBuf frame) {
    Decoding.decodes(frame, ConnectionRequest::decode);
    Decoding.decodes(frame, ConnectionConfirm::decode);
  }

  private static ByteBuf amidOthers(ByteBuf frame) {
    return Decoding.amidOthers(ByteBufUtil.getBytes(frame));
  }

  @Provide
  Arbitrary<byte[]> variableParts() {
    Arbitrary<Byte> telling =
        Arbitraries.of(0x00, 0x01, 0x02, 0x03, 0x06, 0x08, 0x0D, 0x0A, 0x24, 0xDE)
            .map(Integer::byteValue);
    return Arbitraries.oneOf(Arbitraries.bytes(), telling)
        .array(byte[].class)
        .ofMaxSize(MAX_VARIABLE_PART);
  }

  @Provide
  Arbitrary<ConnectionRequest> requests() {
    Arbitrary<String> lines =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withCharRange('\u0080', '\u00ff')
            .ofMinLength(1)
            .ofMaxLength(ConnectionRequest.MAX_LENGTH - X224Frame.HEADER - 2 - 8 - 36);
    Arbitrary<NegotiationRequest> negotiations =
        Combinators.combine(u8(), Arbitraries.integers()).as(NegotiationRequest::new);
    Arbitrary<CorrelationInfo> correlations =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(CorrelationInfo::new);
    return Combinators.combine(
            u16(), lines.optional(), negotiations.optional(), correlations.optional())
        .as(ConnectionRequest::new);
  }

  @Provide
  Arbitrary<ConnectionConfirm> confirms() {
    Arbitrary<Negotiation> responses =
        Combinators.combine(u8(), Arbitraries.integers()).as(NegotiationResponse::new);
    Arbitrary<Negotiation> failures = Arbitraries.integers().map(NegotiationFailure::new);
    Arbitrary<Optional<Negotiation>> negotiations =
        Arbitraries.oneOf(responses, failures).optional();
    return Combinators.combine(u16(), u16(), negotiations, u16().map(AcceptOption::new).optional())
        .as(ConnectionConfirm::new);
  }

  private static Arbitrary<Integer> u8() {
    return Arbitraries.integers().between(0, 0xFF);
  }

  private static Arbitrary<Integer> u16() {
    return Arbitraries.integers().between(0, 0xFFFF);
  }
}
