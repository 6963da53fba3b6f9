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

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Answers what JAX-RS itself refuses, keeping its headers (such as Allow). */
@Provider
public final class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response given = exception.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    return Response.fromResponse(given)
        .type(Problem.mediaType())
        .entity(Problem.of(given.getStatus(), detail(given)).toJson())
        .build();
  }

  private static String detail(Response given) {
    switch (given.getStatus()) {
      case 403:
        return "reading needs role viewer, writing role admin as well";
      case 404:
        return "nothing is at this path: openapi.json names all there is";
      case 405:
        return "not allowed here: allowed are " + given.getHeaderString("Allow");
      case 406:
        return "only application/json is answered";
      case 412:
        return "it is not of the version that the request asks for: read it again";
      case 415:
        return "the body must be of type application/json";
      default:
        return "the request cannot be served as it is";
    }
  }
}
