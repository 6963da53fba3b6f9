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
package org.deskedge.management.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);

  private final Router router;
  private final HttpLimits limits;

  RequestHandler(Router router, HttpLimits limits) {
    this.router = router;
    this.limits = limits;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      // Where this request ends, and the next one begins, is not known.
      unreadable(request.decoderResult().cause()).send(ctx, false);
      return;
    }
    answer(request).send(ctx, HttpUtil.isKeepAlive(request));
  }

  private Response answer(FullHttpRequest request) {
    try {
      return router.route(request);
    } catch (RuntimeException e) {
      log.error("{} {} failed", request.method(), request.uri(), e);
      return Document.problem(
          HttpResponseStatus.INTERNAL_SERVER_ERROR, "see data/log/deskedge.log of the edge");
    }
  }

  private Document unreadable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Document.problem(
          HttpResponseStatus.REQUEST_URI_TOO_LONG,
          "the request line has more than " + limits.requestLine() + " bytes (request.line.limit)");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Document.problem(
          HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "the headers have more than " + limits.headers() + " bytes (request.headers.limit)");
    }
    return Document.problem(HttpResponseStatus.BAD_REQUEST, "not a request of HTTP/1.1");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    String peer = NetUtil.toSocketAddressString((InetSocketAddress) ctx.channel().remoteAddress());
    if (cause instanceof CodecException) {
      log.info("{}: {}", peer, cause.getMessage());
    } else if (!(cause instanceof IOException)) {
      log.error("{}: connection failed", peer, cause);
    }
    ctx.close();
  }
}
