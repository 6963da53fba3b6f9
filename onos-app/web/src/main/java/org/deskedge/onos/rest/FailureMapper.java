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
import org.onlab.osgi.ServiceNotFoundException;
import org.onosproject.store.service.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody expected; the log says more than the answer. */
@Provider
public final class FailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger log = LoggerFactory.getLogger(FailureMapper.class);

  /** Seconds after which trying again makes sense: a store elects a new leader within that time. */
  private static final String RETRY_AFTER_S = "5";

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ServiceNotFoundException || failure instanceof StorageException) {
      log.warn("A request cannot be served now: {}", failure.toString());
      return Problem.of(503, "the controller is starting or has no quorum: try again")
          .toResponse()
          .header("Retry-After", RETRY_AFTER_S)
          .build();
    }
    log.error("A request failed", failure);
    return Problem.of(500, "the controller failed: its log says why").toResponse().build();
  }
}
