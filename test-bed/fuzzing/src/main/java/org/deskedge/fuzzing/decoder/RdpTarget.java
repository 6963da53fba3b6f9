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
package org.deskedge.fuzzing.decoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.audin.Formats;
import org.deskedge.rdp.audin.OpenReply;
import org.deskedge.rdp.channel.ChannelReassembler;
import org.deskedge.rdp.dynvc.Dynvc;
import org.deskedge.rdp.info.ClientInfo;
import org.deskedge.rdp.mcs.ConnectInitial;
import org.deskedge.rdp.mcs.ConnectResponse;
import org.deskedge.rdp.mcs.SendData;
import org.deskedge.rdp.rdpsnd.ClientFormats;
import org.deskedge.rdp.rdpsnd.TrainingConfirm;
import org.deskedge.rdp.tpkt.Framing;
import org.deskedge.rdp.x224.ConnectionConfirm;
import org.deskedge.rdp.x224.ConnectionRequest;

/** What remote-desktop clients and servers send the edge: decoded, or refused by name. */
public final class RdpTarget {

  private interface Decoder {
    void decode(ByteBuf message) throws MalformedPduException;
  }

  /** The first byte of an input chooses one. New ones go last: seeds count on the order. */
  private static final List<Decoder> DECODERS =
      List.of(
          ConnectionRequest::decode,
          ConnectionConfirm::decode,
          ConnectInitial::decode,
          ConnectResponse::decode,
          ClientInfo::decode,
          message -> Dynvc.decode(message, true),
          message -> Dynvc.decode(message, false),
          ClientFormats::decode,
          TrainingConfirm::decode,
          Formats::decode,
          OpenReply::decode,
          RdpTarget::sendData,
          RdpTarget::framing,
          RdpTarget::chunks);

  private RdpTarget() {}

  /** Takes one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    // Amid other bytes, as it lies in a receive buffer: to read past the end is then found.
    ByteBuf message = Unpooled.wrappedBuffer(input, 1, input.length - 1);
    try {
      DECODERS.get((input[0] & 0xff) % DECODERS.size()).decode(message);
    } catch (MalformedPduException e) {
      RtpTarget.require(e.getMessage() != null, "a refusal without a reason");
    }
  }

  private static void sendData(ByteBuf frame) throws MalformedPduException {
    SendData.initiator(frame);
    SendData.channelId(frame);
    int index = SendData.payloadIndex(frame);
    int length = SendData.payloadLength(frame);
    RtpTarget.require(
        index >= frame.readerIndex() && length >= 0 && index + length <= frame.writerIndex(),
        "a payload past the end");
  }

  private static void framing(ByteBuf stream) throws MalformedPduException {
    RtpTarget.require(Framing.frameLength(stream) >= 0, "a negative length");
  }

  /** Chunks of a virtual channel, each preceded by its length, one byte. */
  private static void chunks(ByteBuf stream) throws MalformedPduException {
    ChannelReassembler reassembler = new ChannelReassembler(1600);
    try {
      while (stream.isReadable()) {
        int length = stream.readUnsignedByte();
        reassembler.add(stream.readSlice(Math.min(length, stream.readableBytes())));
      }
    } finally {
      reassembler.close();
    }
  }
}
