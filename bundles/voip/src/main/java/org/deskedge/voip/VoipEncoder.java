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

/** Writes VOIP PDUs. The header's layout is shown at {@link VoipDecoder}. */
public final class VoipEncoder {

  private VoipEncoder() {}

  /**
   * Appends one PDU.
   *
   * @param out grows by at most {@link VoipChannel#MAX_PDU_LENGTH} bytes
   */
  public static void encode(VoipPdu pdu, ByteBuf out) {
    int start = out.writerIndex();
    if (pdu instanceof Hello p) {
      ChannelCodec.write(p, header(PduType.HELLO, 0, 0, out));
    } else if (pdu instanceof Heartbeat p) {
      ChannelCodec.write(p, header(PduType.HEARTBEAT, 0, 0, out));
    } else if (pdu instanceof Bye p) {
      header(PduType.BYE, 0, 0, out).reason(p.reason(), p.text());
    } else if (pdu instanceof EstablishRequest p) {
      CallCodec.write(p, header(PduType.ESTABLISH_REQUEST, p.call(), p.transaction(), out));
    } else if (pdu instanceof EstablishConfirm p) {
      header(PduType.ESTABLISH_CONFIRM, p.call(), p.transaction(), out)
          .text(OptionType.SDP, p.sdp());
    } else if (pdu instanceof EstablishReject p) {
      header(PduType.ESTABLISH_REJECT, p.call(), p.transaction(), out).reason(p.reason(), p.text());
    } else if (pdu instanceof ModificationRequest p) {
      CallCodec.write(p, header(PduType.MODIFICATION_REQUEST, p.call(), p.transaction(), out));
    } else if (pdu instanceof ModificationConfirm p) {
      header(PduType.MODIFICATION_CONFIRM, p.call(), p.transaction(), out)
          .text(OptionType.SDP, p.sdp());
    } else if (pdu instanceof ModificationReject p) {
      header(PduType.MODIFICATION_REJECT, p.call(), p.transaction(), out)
          .reason(p.reason(), p.text());
    } else if (pdu instanceof EventNotice p) {
      CallCodec.write(p, header(PduType.EVENT_NOTICE, p.call(), p.transaction(), out));
    } else if (pdu instanceof EventReject p) {
      header(PduType.EVENT_REJECT, p.call(), p.transaction(), out).reason(p.reason(), p.text());
    } else if (pdu instanceof Release p) {
      header(PduType.RELEASE, p.call(), 0, out).reason(p.reason(), p.text());
    }
    out.setIntLE(start, out.writerIndex() - start);
  }

  private static OptionWriter header(PduType type, long call, long transaction, ByteBuf out) {
    out.writeIntLE(0) // the length, once it is known
        .writeByte(VoipChannel.VERSION)
        .writeByte(type.code())
        .writeShortLE(0)
        .writeIntLE((int) call)
        .writeIntLE((int) transaction);
    return new OptionWriter(out);
  }
}
