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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** A problem document (RFC 9457). Not safe for use by several threads. */
final class Problem {

  /** Media type of a problem document. */
  static final String JSON = "application/problem+json";

  /** A field of the request holds what it must not; {@code field} names it. */
  static final String INVALID_FIELD = "invalid-field";

  /** The body is not one JSON object. */
  static final String MALFORMED_JSON = "malformed-json";

  /** Another policy matches the same packets at the same priority. */
  static final String POLICY_CONFLICT = "policy-conflict";

  /** What is to be created exists already. */
  static final String EXISTS = "exists";

  /** A policy needs the edge. */
  static final String EDGE_IN_USE = "edge-in-use";

  /** No more policies or edges are held. */
  static final String LIMIT_REACHED = "limit-reached";

  private static final String TYPE_PREFIX = "urn:deskedge:problem:";
  private static final String NO_TYPE = "about:blank";

  private final int status;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private Problem(int status, String type, String detail) {
    this.status = status;
    json.put("type", type).put("title", title(status)).put("status", status);
    json.put("detail", detail);
  }

  /** A problem that the status says all of. */
  static Problem of(int status, String detail) {
    return new Problem(status, NO_TYPE, detail);
  }

  /** A problem of one of the kinds above. */
  static Problem of(int status, String kind, String detail) {
    return new Problem(status, TYPE_PREFIX + kind, detail);
  }

  /** Names the field of the request that is wrong. */
  Problem field(String path) {
    json.put("field", path);
    return this;
  }

  /** Starts the answer, for more headers. */
  Response.ResponseBuilder toResponse() {
    return Response.status(status).type(JSON).entity(json);
  }

  /** Ends a request's handling with this problem. */
  WebApplicationException toException() {
    return new WebApplicationException(toResponse().build());
  }

  /** The document itself, for where no JAX-RS answer is made. */
  ObjectNode toJson() {
    return json;
  }

  /** The media type as an object. */
  static MediaType mediaType() {
    return MediaType.valueOf(JSON);
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
