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

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.PolicyId;
import org.deskedge.onos.PolicyStatus;
import org.deskedge.onos.RedirectPolicy;
import org.deskedge.onos.RedirectPolicyAdminService;
import org.deskedge.onos.RedirectPolicyService;
import org.deskedge.onos.VersionMismatchException;
import org.deskedge.onos.codec.PolicyStatusCodec;
import org.deskedge.onos.codec.RedirectPolicyCodec;
import org.onosproject.rest.AbstractWebResource;
import org.onosproject.store.service.Versioned;

/** Redirect policies. */
@Path("policies")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource extends AbstractWebResource {

  private final RedirectPolicyCodec codec = new RedirectPolicyCodec();

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private HttpHeaders headers;

  /** All policies, by id. */
  @GET
  public ObjectNode list() {
    ObjectNode json = mapper().createObjectNode();
    ArrayNode policies = json.putArray("policies");
    get(RedirectPolicyService.class).getPolicies().stream()
        .map(Versioned::value)
        .sorted(comparing(policy -> policy.id().id()))
        .forEach(policy -> policies.add(codec.encode(policy, this)));
    return json;
  }

  /** One policy; its version is the entity tag. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    Versioned<RedirectPolicy> policy = existing(PolicyId.of(id));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(Versions.tag(policy));
    return (unchanged != null ? unchanged : answer(Response.ok(), policy)).build();
  }

  /** How far a policy is, device by device. */
  @GET
  @Path("{id}/status")
  public ObjectNode status(@PathParam("id") String id) {
    PolicyId policy = PolicyId.of(id);
    PolicyStatus status =
        get(RedirectPolicyService.class)
            .getStatus(policy)
            .orElseThrow(() -> NotFoundException.policy(policy));
    return new PolicyStatusCodec().encode(status, this);
  }

  /** Creates a policy. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(ObjectNode body) {
    RedirectPolicy policy = codec.decode(body, this);
    try {
      Versioned<RedirectPolicy> stored =
          get(RedirectPolicyAdminService.class)
              .put(policy, OptionalLong.of(RedirectPolicyAdminService.ABSENT));
      return answer(
              Response.created(uri.getAbsolutePathBuilder().path(policy.id().id()).build()), stored)
          .build();
    } catch (VersionMismatchException e) {
      throw Problem.of(409, Problem.EXISTS, "policy " + policy.id() + " exists: PUT replaces it")
          .toException();
    }
  }

  /** Creates a policy or replaces it. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("id") String id, ObjectNode body) {
    RedirectPolicy policy = codec.decode(Bodies.withId(body, PolicyId.of(id).id()), this);
    RedirectPolicyAdminService service = get(RedirectPolicyAdminService.class);
    Optional<Versioned<RedirectPolicy>> current = service.getPolicy(policy.id());
    Versioned<RedirectPolicy> stored =
        service.put(policy, Versions.expected(request, headers, current));
    return answer(
            current.isPresent() ? Response.ok() : Response.created(uri.getAbsolutePath()), stored)
        .build();
  }

  /** Removes a policy. */
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    Versioned<RedirectPolicy> current = existing(PolicyId.of(id));
    get(RedirectPolicyAdminService.class)
        .remove(current.value().id(), Versions.expected(request, headers, Optional.of(current)));
    return Response.noContent().build();
  }

  private Versioned<RedirectPolicy> existing(PolicyId id) {
    return get(RedirectPolicyService.class)
        .getPolicy(id)
        .orElseThrow(() -> NotFoundException.policy(id));
  }

  private Response.ResponseBuilder answer(
      Response.ResponseBuilder response, Versioned<RedirectPolicy> policy) {
    return response.tag(Versions.tag(policy)).entity(codec.encode(policy.value(), this));
  }
}
