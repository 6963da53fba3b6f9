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
package org.deskedge.onos.rest;

import java.util.Optional;
import java.util.OptionalLong;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.onosproject.store.service.Versioned;

/** Versions of the store as entity tags (RFC 9110 sections 8.8.3 and 13.1). */
final class Versions {

  /** Expected version of what is not to exist, for both services. */
  private static final long ABSENT = 0;

  private Versions() {}

  static EntityTag tag(Versioned<?> versioned) {
    return new EntityTag(Long.toString(versioned.version()));
  }

  /**
   * Checks If-Match and If-None-Match of a request that writes.
   *
   * @param current what is there now
   * @return the version that the write must meet; empty: any
   * @throws WebApplicationException 412 if the request is for another version
   */
  static OptionalLong expected(
      Request request, HttpHeaders headers, Optional<? extends Versioned<?>> current) {
    boolean conditional =
        headers.getHeaderString(HttpHeaders.IF_MATCH) != null
            || headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null;
    if (!conditional) {
      return OptionalLong.empty();
    }
    ResponseBuilder failed =
        current.isPresent()
            ? request.evaluatePreconditions(tag(current.get()))
            : request.evaluatePreconditions();
    if (failed != null) {
      throw new WebApplicationException(failed.build());
    }
    return OptionalLong.of(current.map(Versioned::version).orElse(ABSENT));
  }
}
