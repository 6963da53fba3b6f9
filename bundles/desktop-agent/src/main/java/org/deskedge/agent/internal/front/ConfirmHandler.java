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
package org.deskedge.agent.internal.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.tpkt.Framing;
import org.deskedge.rdp.x224.AcceptOption;
import org.deskedge.rdp.x224.ConnectionConfirm;
import org.deskedge.rdp.x224.ConnectionRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the accept option to the RDP server's Connection Confirm, the first frame it sends, and
 * leaves the pipeline. What is no such frame goes on as it is: the session matters more.
 */
final class ConfirmHandler extends ByteToMessageDecoder {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmHandler.class);

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    try {
      if (!Framing.isTpkt(in)) {
        throw new MalformedPduException("not a TPKT packet");
      }
      int length = Framing.frameLength(in);
      if (length > ConnectionRequest.MAX_LENGTH) {
        throw new MalformedPduException(length + " bytes");
      }
      if (length > 0 && in.readableBytes() >= length) {
        ConnectionConfirm confirm = ConnectionConfirm.decode(in.slice(in.readerIndex(), length));
        in.skipBytes(length);
        ByteBuf frame = ctx.alloc().buffer(ConnectionRequest.MAX_LENGTH);
        confirm.withAcceptOption(new AcceptOption(AcceptOption.VERSION)).encode(frame);
        ctx.fireChannelRead(frame);
        ctx.pipeline().remove(this);
      }
    } catch (MalformedPduException e) {
      LOG.warn("RDP server: no Connection Confirm, passed on as it is: {}", e.getMessage());
      ctx.pipeline().remove(this);
    }
  }
}
