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
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests through whose peer is known, by a bearer token or by its certificate. It stands
 * before the body is gathered: strangers get no memory.
 */
final class AuthenticationHandler extends ChannelInboundHandlerAdapter {

  private static final Logger log = LoggerFactory.getLogger(AuthenticationHandler.class);

  private static final String SCHEME = "Bearer ";

  private final Authenticator authenticator;
  private boolean refused;

  AuthenticationHandler(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest request) {
      // What could not be read has no header to look at; it is answered without looking at it.
      refused = request.decoderResult().isSuccess() && !isKnown(ctx, request);
      if (refused) {
        refuse(ctx, request);
      }
    }
    if (refused) {
      ReferenceCountUtil.release(message);
    } else {
      ctx.fireChannelRead(message);
    }
  }

  private boolean isKnown(ChannelHandlerContext ctx, HttpRequest request) {
    String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    if (authorization == null) {
      return hasCertificate(ctx);
    }
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && authenticator.admits(authorization.substring(SCHEME.length()).strip());
  }

  private static boolean hasCertificate(ChannelHandlerContext ctx) {
    try {
      ctx.pipeline().get(SslHandler.class).engine().getSession().getPeerCertificates();
      return true;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private static void refuse(ChannelHandlerContext ctx, HttpRequest request) {
    boolean anonymous = request.headers().get(HttpHeaderNames.AUTHORIZATION) == null;
    log.warn(
        "refused a request of {}: {}",
        NetUtil.toSocketAddressString((InetSocketAddress) ctx.channel().remoteAddress()),
        anonymous ? "no token" : "wrong token");
    // RFC 6750 section 3.1: an error code only for who has tried.
    Document.problem(
            HttpResponseStatus.UNAUTHORIZED,
            "send the token of the edge's etc/deskedge.token as 'Authorization: Bearer TOKEN'",
            Map.of(
                HttpHeaderNames.WWW_AUTHENTICATE,
                anonymous ? "Bearer" : "Bearer error=\"invalid_token\""))
        .send(ctx, true);
  }
}
