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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Answers requests that the container refuses before JAX-RS sees them. Jetty asks it for GET and
 * POST only; what else it refuses has no body.
 */
public final class RefusalServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = given instanceof Integer ? (Integer) given : 404;
    response.setStatus(status);
    response.setContentType(Problem.JSON);
    response
        .getOutputStream()
        .write(
            Problem.of(status, detail(status))
                .toJson()
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }

  private static String detail(int status) {
    switch (status) {
      case 400:
        return "a header of the request cannot be read";
      case 401:
        return "this needs a user of ONOS with role viewer, by HTTP Basic";
      case 403:
        return "this user has neither role admin nor role viewer";
      default:
        return "nothing is at this path: openapi.json names all there is";
    }
  }
}
