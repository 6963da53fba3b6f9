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

class ConnectionPduPropertyTest {

  private static final int U16_MAX = 0xFFFF;

  @Property
  void aRequestComesBackAsItWas(@ForAll("requests") ConnectionRequest request)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    request.encode(out);

    assertThat(ConnectionRequest.decode(out)).isEqualTo(request);
  }

  @Property
  void aConfirmComesBackAsItWas(@ForAll("confirms") ConnectionConfirm confirm)
      throws MalformedPduException {
    ByteBuf out = Unpooled.buffer();
    confirm.encode(out);

    assertThat(ConnectionConfirm.decode(out)).isEqualTo(confirm);
  }

  @Property
  void anyBytesAreReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    Decoding.decodes(Decoding.amidOthers(bytes), ConnectionRequest::decode);
    Decoding.decodes(Decoding.amidOthers(bytes), ConnectionConfirm::decode);
  }

  @Property
  void anyVariablePartIsReadOrMalformed(@ForAll @Size(max = 64) byte[] bytes) {
    for (int code : new int[] {X224Frame.CONNECTION_REQUEST, X224Frame.CONNECTION_CONFIRM}) {
      ByteBuf frame = Unpooled.buffer();
      X224Frame.write(frame, code, 0, 0, bytes.length);
      frame.writeBytes(bytes);

      Decoding.decodes(
          frame,
          code == X224Frame.CONNECTION_REQUEST
              ? ConnectionRequest::decode
              : ConnectionConfirm::decode);
    }
  }

  @Provide
  Arbitrary<ConnectionRequest> requests() {
    return Combinators.combine(
            Arbitraries.integers().between(0, U16_MAX),
            Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(190)
                .optional(),
            Combinators.combine(Arbitraries.integers().between(0, 0xFF), Arbitraries.integers())
                .as(NegotiationRequest::new)
                .optional(),
            Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as(CorrelationInfo::new)
                .optional())
        .as(ConnectionRequest::new);
  }

  @Provide
  Arbitrary<ConnectionConfirm> confirms() {
    Arbitrary<Negotiation> negotiations =
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.integers().between(0, 0xFF), Arbitraries.integers())
                .as(NegotiationResponse::new),
            Arbitraries.integers().map(NegotiationFailure::new));
    return Combinators.combine(
            Arbitraries.integers().between(0, U16_MAX),
            Arbitraries.integers().between(0, U16_MAX),
            negotiations.optional(),
            Arbitraries.integers().between(0, U16_MAX).map(AcceptOption::new).optional())
        .as(ConnectionConfirm::new);
  }
}
