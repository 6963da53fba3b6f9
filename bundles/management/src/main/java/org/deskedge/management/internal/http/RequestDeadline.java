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

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that does not bring a whole request in time, counted from its opening or from
 * the end of the last answer. So it ends idle connections, and those that send, or read, byte by
 * byte.
 */
final class RequestDeadline extends ChannelDuplexHandler {

  private final Duration bound;
  private ScheduledFuture<?> deadline;

  RequestDeadline(Duration bound) {
    this.bound = bound;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    start(ctx);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    deadline.cancel(false);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse) {
      deadline.cancel(false);
    }
    if (message instanceof LastHttpContent) {
      deadline.cancel(false);
      start(ctx);
    }
    ctx.write(message, promise);
  }

  private void start(ChannelHandlerContext ctx) {
    deadline = ctx.executor().schedule(() -> ctx.close(), bound.toMillis(), TimeUnit.MILLISECONDS);
  }
}
