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

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.deskedge.management.internal.json.Json;

/** An answer that is whole when it is made. */
public final class Document implements Response {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final HttpResponseStatus status;
  private final String type;
  private final byte[] body;
  private final Map<CharSequence, String> headers;

  private Document(
      HttpResponseStatus status, String type, byte[] body, Map<CharSequence, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.headers = headers;
  }

  /** An answer with status 200. */
  public static Document ok(JsonNode document) {
    return of(HttpResponseStatus.OK, document);
  }

  /** An answer with a document. */
  public static Document of(HttpResponseStatus status, JsonNode document) {
    return new Document(status, JSON, Json.bytes(document), Map.of());
  }

  /** An answer with nothing in it. */
  public static Document noContent() {
    return new Document(HttpResponseStatus.NO_CONTENT, JSON, new byte[0], Map.of());
  }

  /**
   * A problem document (RFC 9457).
   *
   * @param detail what is wrong with this request, and what to do about it
   */
  public static Document problem(HttpResponseStatus status, String detail) {
    return problem(status, detail, Map.of());
  }

  /** A problem document with headers of its own. */
  static Document problem(
      HttpResponseStatus status, String detail, Map<CharSequence, String> headers) {
    JsonNode problem =
        Json.object()
            .put("type", "about:blank")
            .put("title", status.reasonPhrase())
            .put("status", status.code())
            .put("detail", detail);
    return new Document(status, PROBLEM, Json.bytes(problem), headers);
  }

  @Override
  public void send(ChannelHandlerContext connection, boolean keepAlive) {
    FullHttpResponse message = message();
    HttpUtil.setKeepAlive(message, keepAlive);
    var sent = connection.writeAndFlush(message);
    if (!keepAlive) {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Returns the answer as a message of HTTP/1.1. */
  FullHttpResponse message() {
    FullHttpResponse message =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    HttpHeaders all = message.headers();
    all.set(
        HttpHeaderNames.DATE,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    all.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    if (!status.equals(HttpResponseStatus.NO_CONTENT)) {
      all.set(HttpHeaderNames.CONTENT_TYPE, type);
      all.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    headers.forEach(all::set);
    return message;
  }
}
