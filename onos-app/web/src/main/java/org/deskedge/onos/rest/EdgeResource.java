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
import org.deskedge.onos.Edge;
import org.deskedge.onos.EdgeAdminService;
import org.deskedge.onos.EdgeId;
import org.deskedge.onos.EdgeService;
import org.deskedge.onos.EdgeStatus;
import org.deskedge.onos.NotFoundException;
import org.deskedge.onos.VersionMismatchException;
import org.deskedge.onos.codec.EdgeCodec;
import org.deskedge.onos.codec.EdgeStatusCodec;
import org.onosproject.rest.AbstractWebResource;
import org.onosproject.store.service.Versioned;

/** Edges. Their tokens are taken and never given back. */
@Path("edges")
@Produces(MediaType.APPLICATION_JSON)
public class EdgeResource extends AbstractWebResource {

  private final EdgeCodec codec = new EdgeCodec();

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private HttpHeaders headers;

  /** All edges, by id. */
  @GET
  public ObjectNode list() {
    ObjectNode json = mapper().createObjectNode();
    ArrayNode edges = json.putArray("edges");
    get(EdgeService.class).getEdges().stream()
        .map(Versioned::value)
        .sorted(comparing(edge -> edge.id().id()))
        .forEach(edge -> edges.add(codec.encode(edge, this)));
    return json;
  }

  /** One edge; its version is the entity tag. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    Versioned<Edge> edge = existing(EdgeId.of(id));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(Versions.tag(edge));
    return (unchanged != null ? unchanged : answer(Response.ok(), edge)).build();
  }

  /** The state of an edge, since when and why. */
  @GET
  @Path("{id}/status")
  public ObjectNode status(@PathParam("id") String id) {
    EdgeId edge = EdgeId.of(id);
    return encode(
        get(EdgeService.class).getStatus(edge).orElseThrow(() -> NotFoundException.edge(edge)));
  }

  /** Creates an edge. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(ObjectNode body) {
    Edge edge = codec.decode(body, this);
    try {
      Versioned<Edge> stored =
          get(EdgeAdminService.class).put(edge, OptionalLong.of(EdgeAdminService.ABSENT));
      return answer(
              Response.created(uri.getAbsolutePathBuilder().path(edge.id().id()).build()), stored)
          .build();
    } catch (VersionMismatchException e) {
      throw Problem.of(409, Problem.EXISTS, "edge " + edge.id() + " exists: PUT replaces it")
          .toException();
    }
  }

  /** Creates an edge or replaces it; without a token it keeps the one it has. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response put(@PathParam("id") String id, ObjectNode body) {
    EdgeAdminService service = get(EdgeAdminService.class);
    EdgeId edgeId = EdgeId.of(id);
    Optional<Versioned<Edge>> current = service.getEdge(edgeId);
    ObjectNode whole =
        Bodies.withToken(Bodies.withId(body, edgeId.id()), current.map(Versioned::value));
    Versioned<Edge> stored =
        service.put(codec.decode(whole, this), Versions.expected(request, headers, current));
    return answer(
            current.isPresent() ? Response.ok() : Response.created(uri.getAbsolutePath()), stored)
        .build();
  }

  /** Removes an edge. */
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    Versioned<Edge> current = existing(EdgeId.of(id));
    get(EdgeAdminService.class)
        .remove(current.value().id(), Versions.expected(request, headers, Optional.of(current)));
    return Response.noContent().build();
  }

  /** Starts or ends draining. */
  @PUT
  @Path("{id}/drain")
  @Consumes(MediaType.APPLICATION_JSON)
  public ObjectNode drain(@PathParam("id") String id, ObjectNode body) {
    return encode(get(EdgeAdminService.class).drain(EdgeId.of(id), Bodies.draining(body)));
  }

  private ObjectNode encode(EdgeStatus status) {
    return new EdgeStatusCodec().encode(status, this);
  }

  private Versioned<Edge> existing(EdgeId id) {
    return get(EdgeService.class).getEdge(id).orElseThrow(() -> NotFoundException.edge(id));
  }

  private Response.ResponseBuilder answer(Response.ResponseBuilder response, Versioned<Edge> edge) {
    return response.tag(Versions.tag(edge)).entity(codec.encode(edge.value(), this));
  }
}
