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
package org.deskedge.rdpproxy.internal.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.deskedge.rdp.MalformedPduException;
import org.deskedge.rdp.tpkt.Framing;

/**
 * Cuts a leg's bytes into frames: TPKT packets and fast-path PDUs (MS-RDPBCGR section 5.3.8). A
 * frame is at most 64 KiB, so that is all that waits here.
 */
final class FrameDecoder extends ByteToMessageDecoder {

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws MalformedPduException {
    int length = Framing.frameLength(in);
    if (length > 0 && in.readableBytes() >= length) {
      out.add(in.readRetainedSlice(length));
    }
  }
}
