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
package org.deskedge.agent.internal.link;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.MessageToByteEncoder;
import org.deskedge.voip.MalformedPduException;
import org.deskedge.voip.VoipDecoder;
import org.deskedge.voip.VoipEncoder;
import org.deskedge.voip.VoipPdu;

/** VOIP PDUs to bytes and back. */
final class VoipCodec extends CombinedChannelDuplexHandler<VoipCodec.Inbound, VoipCodec.Outbound> {

  VoipCodec() {
    super(new Inbound(), new Outbound());
  }

  /** Bytes to PDUs. */
  static final class Inbound extends SimpleChannelInboundHandler<ByteBuf> {

    private final VoipDecoder decoder = new VoipDecoder();

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf in)
        throws MalformedPduException {
      decoder.decode(in, ctx::fireChannelRead);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
      decoder.close();
    }
  }

  /** PDUs to bytes. */
  static final class Outbound extends MessageToByteEncoder<VoipPdu> {

    @Override
    protected void encode(ChannelHandlerContext ctx, VoipPdu pdu, ByteBuf out) {
      VoipEncoder.encode(pdu, out);
    }
  }
}
