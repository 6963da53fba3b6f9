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

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.deskedge.onos.EdgeService;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RedirectPolicyService;
import org.onosproject.rest.AbstractWebResource;
import org.onosproject.store.service.Versioned;

/** The whole at a glance. */
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource extends AbstractWebResource {

  /** How many policies, edges and devices are in which state, and what devices refused. */
  @GET
  public ObjectNode summary() {
    RedirectPolicyService policies = get(RedirectPolicyService.class);
    EdgeService edges = get(EdgeService.class);
    List<PolicyStatus> policyStatuses =
        policies.getPolicies().stream()
            .map(Versioned::value)
            .map(policy -> policies.getStatus(policy.id()))
            .flatMap(Optional::stream)
            .collect(Collectors.toList());
    List<EdgeStatus> edgeStatuses =
        edges.getEdges().stream()
            .map(Versioned::value)
            .map(edge -> edges.getStatus(edge.id()))
            .flatMap(Optional::stream)
            .collect(Collectors.toList());
    return Summary.of(policyStatuses, edgeStatuses);
  }
}
