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

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Writes {@link DynvcPdu}s; {@link Dynvc} shows their bytes. */
final class DynvcEncoder {

  private DynvcEncoder() {}

  static void encode(DynvcPdu pdu, ByteBuf out) {
    if (pdu instanceof DynvcPdu.Data data) {
      header(out, Dynvc.DATA, 0, data.channelId());
      append(data.data(), out);
    } else if (pdu instanceof DynvcPdu.DataFirst first) {
      int width = FieldWidth.needed((int) first.totalLength());
      header(out, Dynvc.DATA_FIRST, FieldWidth.code(width), first.channelId());
      FieldWidth.write(out, (int) first.totalLength(), width);
      append(first.data(), out);
    } else if (pdu instanceof DynvcPdu.CreateRequest request) {
      header(out, Dynvc.CREATE, request.priority(), request.channelId());
      out.writeCharSequence(request.name(), StandardCharsets.ISO_8859_1);
      out.writeByte(0);
    } else if (pdu instanceof DynvcPdu.CreateResponse response) {
      header(out, Dynvc.CREATE, 0, response.channelId());
      out.writeIntLE(response.status());
    } else if (pdu instanceof DynvcPdu.Close close) {
      header(out, Dynvc.CLOSE, 0, close.channelId());
    } else if (pdu instanceof DynvcPdu.Capabilities capabilities) {
      capabilities(out, capabilities.version());
      capabilities.charges().forEach(out::writeShortLE);
    } else if (pdu instanceof DynvcPdu.CapabilitiesResponse response) {
      capabilities(out, response.version());
    } else if (pdu instanceof DynvcPdu.Other other) {
      out.writeByte(other.command() << 4 | other.flags());
      append(other.body(), out);
    }
  }

  static int encodedLength(DynvcPdu pdu) {
    if (pdu instanceof DynvcPdu.Data data) {
      return Dynvc.dataHeaderLength(data.channelId()) + data.data().readableBytes();
    } else if (pdu instanceof DynvcPdu.DataFirst first) {
      return Dynvc.dataHeaderLength(first.channelId())
          + FieldWidth.needed((int) first.totalLength())
          + first.data().readableBytes();
    } else if (pdu instanceof DynvcPdu.CreateRequest request) {
      return Dynvc.dataHeaderLength(request.channelId()) + request.name().length() + 1;
    } else if (pdu instanceof DynvcPdu.CreateResponse response) {
      return Dynvc.dataHeaderLength(response.channelId()) + Integer.BYTES;
    } else if (pdu instanceof DynvcPdu.Close close) {
      return Dynvc.dataHeaderLength(close.channelId());
    } else if (pdu instanceof DynvcPdu.Capabilities capabilities) {
      return 4 + capabilities.charges().size() * Short.BYTES;
    } else if (pdu instanceof DynvcPdu.Other other) {
      return 1 + other.body().readableBytes();
    }
    return 4;
  }

  static void header(ByteBuf out, int command, int sp, int channelId) {
    int width = FieldWidth.needed(channelId);
    out.writeByte(command << 4 | sp << 2 | FieldWidth.code(width));
    FieldWidth.write(out, channelId, width);
  }

  private static void capabilities(ByteBuf out, int version) {
    out.writeByte(Dynvc.CAPABILITIES << 4).writeByte(0).writeShortLE(version);
  }

  private static void append(ByteBuf data, ByteBuf out) {
    out.writeBytes(data, data.readerIndex(), data.readableBytes());
  }
}
