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
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** Puts a request and its body together; one that is too long is answered and passed over. */
final class BodyCollector extends HttpObjectAggregator {

  BodyCollector(int limit) {
    super(limit);
  }

  @Override
  protected Object newContinueResponse(HttpMessage start, int limit, ChannelPipeline pipeline) {
    Object response = super.newContinueResponse(start, limit, pipeline);
    return response instanceof FullHttpResponse answer
            && answer.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)
        ? tooLarge().message()
        : response;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
    tooLarge().send(ctx, true);
  }

  private Document tooLarge() {
    return Document.problem(
        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
        "the body has more than " + maxContentLength() + " bytes (request.body.limit)");
  }
}
