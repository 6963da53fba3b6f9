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

import io.netty.buffer.ByteBufInputStream;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deskedge.management.internal.json.InvalidDocumentException;

/** Finds who answers a request. Safe for use by any thread. */
public final class Router {

  private final Map<String, Resource> resources = new TreeMap<>();

  /**
   * Makes a router.
   *
   * @param base what every path starts with
   */
  public Router(String base, List<Resource> resources) {
    for (Resource resource : resources) {
      this.resources.put(base + resource.path(), resource);
    }
  }

  Response route(FullHttpRequest request) {
    Resource resource = resources.get(new QueryStringDecoder(request.uri()).path());
    if (resource == null) {
      return Document.problem(
          HttpResponseStatus.NOT_FOUND,
          "no such path; there are " + String.join(", ", resources.keySet()));
    }
    Operation operation = resource.operations().get(request.method());
    if (operation == null) {
      String allowed =
          resource.operations().keySet().stream()
              .map(HttpMethod::name)
              .sorted()
              .collect(Collectors.joining(", "));
      return Document.problem(
          HttpResponseStatus.METHOD_NOT_ALLOWED,
          request.method() + " is not allowed here; allowed are " + allowed,
          Map.of(HttpHeaderNames.ALLOW, allowed));
    }
    if (request.content().isReadable()
        && !resource.consumes().contentEquals(String.valueOf(HttpUtil.getMimeType(request)))) {
      return Document.problem(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "the body must be " + resource.consumes());
    }
    try {
      return operation.handle(new Request(new ByteBufInputStream(request.content())));
    } catch (InvalidDocumentException e) {
      return Document.problem(HttpResponseStatus.BAD_REQUEST, e.getMessage());
    }
  }
}
