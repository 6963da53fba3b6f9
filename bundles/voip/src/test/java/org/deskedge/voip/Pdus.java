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
package org.deskedge.voip;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** PDUs of every type: fixed ones, and arbitrary ones within their limits. */
final class Pdus {

  static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nm=audio 20000 RTP/AVP 0 8\r\n";

  static final List<VoipPdu> ONE_OF_EACH =
      List.of(
          new Hello(1, "Deskedge agent 0.1", Optional.of("k3y"), 1000),
          new Heartbeat(7, true),
          new Bye(Reason.SHUTDOWN, "stopped"),
          new EstablishRequest(
              1,
              2,
              Origin.INCOMING,
              Optional.of("sip:alice@example.net"),
              Optional.of("sip:bob@example.net"),
              Optional.of(SDP)),
          new EstablishConfirm(1, 2, SDP),
          new EstablishReject(1, 2, Reason.NO_VOICE, "no microphone"),
          new ModificationRequest(1, 3, Direction.SENDRECV, SdpRole.ANSWER, Optional.of(SDP)),
          new ModificationConfirm(1, 3, Optional.of(SDP)),
          new ModificationReject(1, 3, Reason.UNUSABLE_SDP, "no audio"),
          new EventNotice(1, 4, 11, 160),
          new EventReject(1, 4, Reason.NO_EVENT, "no telephone-event"),
          new Release(1, Reason.NORMAL, "hung up"));

  private Pdus() {}

  static byte[] bytes(VoipPdu pdu) {
    return bytes(List.of(pdu));
  }

  static byte[] bytes(List<VoipPdu> pdus) {
    ByteBuf out = Unpooled.buffer();
    pdus.forEach(pdu -> VoipEncoder.encode(pdu, out));
    byte[] bytes = new byte[out.readableBytes()];
    out.readBytes(bytes);
    return bytes;
  }

  static List<VoipPdu> decode(byte[] bytes) throws MalformedPduException {
    List<VoipPdu> pdus = new ArrayList<>();
    new VoipDecoder().decode(Unpooled.wrappedBuffer(bytes), pdus::add);
    return pdus;
  }

  static Arbitrary<VoipPdu> any() {
    return Arbitraries.oneOf(
        hello(),
        Combinators.combine(Arbitraries.longs(), Arbitraries.of(true, false)).as(Heartbeat::new),
        Combinators.combine(Arbitraries.of(Reason.class), text()).as(Bye::new),
        establishRequest(),
        Combinators.combine(u32(), u32(), sdp()).as(EstablishConfirm::new),
        Combinators.combine(u32(), u32(), Arbitraries.of(Reason.class), text())
            .as(EstablishReject::new),
        modificationRequest(),
        Combinators.combine(u32(), u32(), sdp().optional()).as(ModificationConfirm::new),
        Combinators.combine(u32(), u32(), Arbitraries.of(Reason.class), text())
            .as(ModificationReject::new),
        Combinators.combine(
                u32(),
                u32(),
                Arbitraries.integers().between(0, 255),
                Arbitraries.integers().between(0, 0xFFFF))
            .as(EventNotice::new),
        Combinators.combine(u32(), u32(), Arbitraries.of(Reason.class), text())
            .as(EventReject::new),
        Combinators.combine(u32(), Arbitraries.of(Reason.class), text()).as(Release::new));
  }

  private static Arbitrary<Hello> hello() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 0xFFFF),
            line(Fields.MAX_PRODUCT_BYTES),
            line(Fields.MAX_KEY_BYTES).optional(),
            Arbitraries.oneOf(
                Arbitraries.just(0),
                Arbitraries.integers()
                    .between(Hello.MIN_HEARTBEAT_MILLIS, Hello.MAX_HEARTBEAT_MILLIS)))
        .as(Hello::new);
  }

  private static Arbitrary<EstablishRequest> establishRequest() {
    return Combinators.combine(
            u32(),
            u32(),
            Arbitraries.of(Origin.class),
            line(Fields.MAX_PARTY_BYTES).optional(),
            line(Fields.MAX_PARTY_BYTES).optional(),
            sdp().optional())
        .as(EstablishRequest::new);
  }

  private static Arbitrary<ModificationRequest> modificationRequest() {
    return Combinators.combine(
            u32(), u32(), Arbitraries.of(Direction.class), Arbitraries.of(SdpRole.class), sdp())
        .as(
            (call, transaction, direction, role, sdp) ->
                new ModificationRequest(
                    call,
                    transaction,
                    direction,
                    role,
                    role == SdpRole.NONE ? Optional.empty() : Optional.of(sdp)));
  }

  private static Arbitrary<Long> u32() {
    return Arbitraries.longs().between(0, Fields.MAX_U32);
  }

  /** Characters of one to three bytes in UTF-8, so that a third of the limit always fits. */
  private static Arbitrary<String> line(int maxBytes) {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u00a1', '\ud7ff')
        .ofMinLength(1)
        .ofMaxLength(maxBytes / 3);
  }

  private static Arbitrary<String> sdp() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withChars('\r', '\n', '\u00e9')
        .ofMinLength(1)
        .ofMaxLength(Fields.MAX_SDP_BYTES / 2);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().all().ofMaxLength(2 * Fields.MAX_TEXT_CHARS);
  }
}
