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

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.deskedge.onos.DeskedgeException;
import org.deskedge.onos.EdgeInUseException;
import org.deskedge.onos.InvalidFieldException;
import org.deskedge.onos.LimitReachedException;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyConflictException;
import org.deskedge.onos.UnknownTargetException;
import org.deskedge.onos.VersionMismatchException;

/** Answers what the services refuse. */
@Provider
public final class RefusedMapper implements ExceptionMapper<DeskedgeException> {

  @Override
  public Response toResponse(DeskedgeException refused) {
    return problem(refused).toResponse().build();
  }

  private static Problem problem(DeskedgeException refused) {
    String detail = refused.getMessage();
    if (refused instanceof InvalidFieldException) {
      return Problem.of(400, Problem.INVALID_FIELD, detail)
          .field(((InvalidFieldException) refused).field());
    }
    if (refused instanceof UnknownTargetException) {
      return Problem.of(400, Problem.INVALID_FIELD, detail)
          .field(((UnknownTargetException) refused).field());
    }
    if (refused instanceof NotFoundException) {
      return Problem.of(404, detail);
    }
    if (refused instanceof PolicyConflictException) {
      return Problem.of(409, Problem.POLICY_CONFLICT, detail);
    }
    if (refused instanceof EdgeInUseException) {
      return Problem.of(409, Problem.EDGE_IN_USE, detail);
    }
    if (refused instanceof LimitReachedException) {
      return Problem.of(409, Problem.LIMIT_REACHED, detail);
    }
    if (refused instanceof VersionMismatchException) {
      return Problem.of(412, detail);
    }
    return Problem.of(400, detail);
  }
}
