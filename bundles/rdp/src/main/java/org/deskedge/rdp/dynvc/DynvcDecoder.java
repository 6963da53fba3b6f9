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
import java.util.ArrayList;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.internal.ChannelPduReader;

/** Reads {@link DynvcPdu}s; {@link Dynvc} shows their bytes. */
final class DynvcDecoder {

  private DynvcDecoder() {}

  static DynvcPdu decode(ByteBuf message, boolean fromServer) throws MalformedPduException {
    int command = Dynvc.command(message);
    return switch (command) {
      case Dynvc.CREATE -> fromServer ? createRequest(message) : createResponse(message);
      case Dynvc.DATA_FIRST -> dataFirst(message);
      case Dynvc.DATA ->
          new DynvcPdu.Data(Dynvc.channelId(message), afterId("Data", message).rest());
      case Dynvc.CLOSE -> new DynvcPdu.Close(Dynvc.channelId(message));
      case Dynvc.CAPABILITIES -> fromServer ? capabilities(message) : capabilitiesResponse(message);
      default -> {
        ChannelPduReader in = new ChannelPduReader("drdynvc", message);
        yield new DynvcPdu.Other(command, in.u8() & 0xF, in.rest());
      }
    };
  }

  private static DynvcPdu createRequest(ByteBuf message) throws MalformedPduException {
    ByteBuf name = afterId("Create Request", message).rest();
    int length = name.bytesBefore((byte) 0);
    if (length < 0) {
      throw new MalformedPduException("drdynvc Create Request: the channel name does not end");
    }
    return new DynvcPdu.CreateRequest(
        Dynvc.channelId(message),
        sp(message),
        name.toString(name.readerIndex(), length, StandardCharsets.ISO_8859_1));
  }

  private static DynvcPdu createResponse(ByteBuf message) throws MalformedPduException {
    return new DynvcPdu.CreateResponse(
        Dynvc.channelId(message), afterId("Create Response", message).i32());
  }

  private static DynvcPdu dataFirst(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = afterId("Data First", message);
    int width = FieldWidth.of(sp(message));
    long totalLength = FieldWidth.get(in.bytes(width), 0, width);
    return new DynvcPdu.DataFirst(Dynvc.channelId(message), totalLength, in.rest());
  }

  private static DynvcPdu capabilities(ByteBuf message) throws MalformedPduException {
    ChannelPduReader in = afterPad("Capabilities", message);
    int version = in.u16();
    List<Integer> charges = new ArrayList<>(DynvcPdu.Capabilities.CHARGES);
    for (int i = DynvcPdu.Capabilities.chargesOf(version); i > 0; i--) {
      charges.add(in.u16());
    }
    return new DynvcPdu.Capabilities(version, charges);
  }

  private static DynvcPdu capabilitiesResponse(ByteBuf message) throws MalformedPduException {
    return new DynvcPdu.CapabilitiesResponse(afterPad("Capabilities Response", message).u16());
  }

  private static ChannelPduReader afterPad(String pdu, ByteBuf message)
      throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader("drdynvc " + pdu, message);
    in.skip(2);
    return in;
  }

  private static ChannelPduReader afterId(String pdu, ByteBuf message)
      throws MalformedPduException {
    ChannelPduReader in = new ChannelPduReader("drdynvc " + pdu, message);
    in.skip(Dynvc.headerLength(message));
    return in;
  }

  private static int sp(ByteBuf message) {
    return message.getByte(message.readerIndex()) >>> 2 & 3;
  }
}
