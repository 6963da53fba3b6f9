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

/** Reads one whole PDU; the header's layout is shown at {@link VoipDecoder}. */
final class PduReader {

  private PduReader() {}

  /**
   * Reads one PDU.
   *
   * @param in exactly the bytes its length covers
   * @return null if the type is not known
   */
  static VoipPdu read(ByteBuf in) throws MalformedPduException {
    in.skipBytes(4);
    int version = in.readUnsignedByte();
    if (version != VoipChannel.VERSION) {
      throw new MalformedPduException("version " + version + " is not known");
    }
    int code = in.readUnsignedByte();
    in.skipBytes(2);
    long call = in.readUnsignedIntLE();
    long transaction = in.readUnsignedIntLE();
    PduType type = PduType.of(code);
    if (type == null) {
      return null;
    }
    try {
      return read(type, call, transaction, Options.read(in));
    } catch (MalformedPduException | IllegalArgumentException e) {
      throw new MalformedPduException(type + ": " + e.getMessage());
    }
  }

  private static VoipPdu read(PduType type, long call, long transaction, Options in)
      throws MalformedPduException {
    return switch (type) {
      case HELLO -> ChannelCodec.hello(in);
      case HEARTBEAT -> ChannelCodec.heartbeat(in);
      case BYE -> ChannelCodec.bye(in);
      case ESTABLISH_REQUEST -> CallCodec.establishRequest(call, transaction, in);
      case ESTABLISH_CONFIRM -> CallCodec.establishConfirm(call, transaction, in);
      case ESTABLISH_REJECT -> CallCodec.establishReject(call, transaction, in);
      case MODIFICATION_REQUEST -> CallCodec.modificationRequest(call, transaction, in);
      case MODIFICATION_CONFIRM -> CallCodec.modificationConfirm(call, transaction, in);
      case MODIFICATION_REJECT -> CallCodec.modificationReject(call, transaction, in);
      case EVENT_NOTICE -> CallCodec.eventNotice(call, transaction, in);
      case EVENT_REJECT -> CallCodec.eventReject(call, transaction, in);
      case RELEASE -> CallCodec.release(call, in);
    };
  }
}
