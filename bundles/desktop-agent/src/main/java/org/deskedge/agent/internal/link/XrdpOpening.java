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
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Opens a dynamic virtual channel through the socket behind xrdp's channel API, as {@code
 * WTSVirtualChannelOpenEx} of libxrdpapi does. All numbers are little-endian:
 *
 * <pre>
 * agent -> xrdp   u32 length of all of this = 16 + n
 *                 u32 0
 *                 u32 n
 *                 n bytes channel name
 *                 u32 flags = 1 (dynamic)
 * xrdp -> agent   u32 status, 0 = open; then the channel's bytes, both ways
 * </pre>
 *
 * <p>Fires {@link #OPENED} and leaves the pipeline when the channel is open.
 */
final class XrdpOpening extends ByteToMessageDecoder {

  /** The event that says the channel is open. */
  static final Object OPENED = new Object();

  private static final int FIXED_BYTES = 16;
  private static final int DYNAMIC = 1;

  private final String name;

  XrdpOpening(String name) {
    this.name = name;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.fireChannelActive();
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuf out = ctx.alloc().buffer(FIXED_BYTES + bytes.length);
    out.writeIntLE(FIXED_BYTES + bytes.length);
    out.writeIntLE(0);
    out.writeIntLE(bytes.length);
    out.writeBytes(bytes);
    out.writeIntLE(DYNAMIC);
    ctx.writeAndFlush(out).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws IOException {
    if (in.readableBytes() < Integer.BYTES) {
      return;
    }
    int status = in.readIntLE();
    if (status != 0) {
      throw new IOException(
          "nobody answers channel " + name + " in this session (xrdp status " + status + ")");
    }
    ctx.fireUserEventTriggered(OPENED);
    ctx.pipeline().remove(this);
  }
}
