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
package org.deskedge.rdp.mcs;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.deskedge.rdp.internal.Decoding;

/** Writes MCS connect PDUs as xfreerdp and xrdp do, with blocks to be chosen. */
final class ConnectPdus {

  private static final String DOMAIN_PARAMETERS =
      "301a020122020102020100020101020100020101020300ffff020102";

  private ConnectPdus() {}

  static ByteBuf connectInitial(byte[]... blocks) {
    byte[] createRequest = concat(hex("000800100001c00044756361"), perLong(concat(blocks)));
    byte[] elements =
        concat(hex("0401010401010101ff" + DOMAIN_PARAMETERS.repeat(3)), userData(createRequest));
    return frame("7f65", elements);
  }

  static ByteBuf connectResponse(byte[]... blocks) {
    byte[] createResponse = concat(hex("14760a01010001c0004d63446e"), perLong(concat(blocks)));
    byte[] elements = concat(hex("0a0100020100" + DOMAIN_PARAMETERS), userData(createResponse));
    return frame("7f66", elements);
  }

  static byte[] block(int type, byte[] content) {
    ByteBuf out = Unpooled.buffer().writeShortLE(type).writeShortLE(content.length + 4);
    return bytes(out.writeBytes(content));
  }

  static byte[] clientNetwork(List<ClientChannel> channels) {
    ByteBuf out = Unpooled.buffer().writeIntLE(channels.size());
    for (ClientChannel channel : channels) {
      out.writeCharSequence(channel.name(), StandardCharsets.US_ASCII);
      out.writeZero(8 - channel.name().length()).writeIntLE(channel.options());
    }
    return block(0xC003, bytes(out));
  }

  static byte[] serverNetwork(int ioChannelId, List<Integer> channelIds) {
    ByteBuf out = Unpooled.buffer().writeShortLE(ioChannelId).writeShortLE(channelIds.size());
    channelIds.forEach(out::writeShortLE);
    return block(0x0C03, bytes(out.writeZero(channelIds.size() % 2 * 2)));
  }

  private static ByteBuf frame(String tag, byte[] elements) {
    byte[] pdu = concat(hex("02f080" + tag), ber(elements));
    ByteBuf out = Unpooled.buffer().writeByte(3).writeByte(0).writeShort(pdu.length + 4);
    return Decoding.amidOthers(bytes(out.writeBytes(pdu)));
  }

  private static byte[] userData(byte[] conference) {
    return concat(hex("04"), ber(concat(hex("000500147c0001"), perLong(conference))));
  }

  private static byte[] ber(byte[] content) {
    ByteBuf out = Unpooled.buffer();
    if (content.length < 0x80) {
      out.writeByte(content.length);
    } else if (content.length <= 0xFF) {
      out.writeByte(0x81).writeByte(content.length);
    } else {
      out.writeByte(0x82).writeShort(content.length);
    }
    return bytes(out.writeBytes(content));
  }

  private static byte[] perLong(byte[] content) {
    return bytes(Unpooled.buffer().writeShort(0x8000 | content.length).writeBytes(content));
  }

  static byte[] concat(byte[]... parts) {
    return bytes(Unpooled.wrappedBuffer(parts));
  }

  static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] bytes(ByteBuf buffer) {
    return ByteBufUtil.getBytes(buffer);
  }
}
