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
package org.deskedge.management.internal.resource;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.OptionalLong;
import org.deskedge.management.internal.admission.Admission;
import org.deskedge.management.internal.admission.Policy;
import org.deskedge.management.internal.admission.PolicyDocument;
import org.deskedge.management.internal.http.Document;
import org.deskedge.management.internal.http.Operation;
import org.deskedge.management.internal.http.Request;
import org.deskedge.management.internal.http.Resource;
import org.deskedge.management.internal.http.Response;
import org.deskedge.management.internal.json.InvalidDocumentException;
import org.deskedge.management.internal.json.Json;

/** {@code /policy}: which sessions the edge admits. */
public final class PolicyResource implements Resource {

  private final Admission admission;
  private final int maxPrefixes;

  /**
   * Makes the resource.
   *
   * @param maxPrefixes most prefixes of a policy
   */
  public PolicyResource(Admission admission, int maxPrefixes) {
    this.admission = admission;
    this.maxPrefixes = maxPrefixes;
  }

  @Override
  public String path() {
    return "/policy";
  }

  @Override
  public Map<HttpMethod, Operation> operations() {
    return Map.of(
        HttpMethod.GET, request -> present(),
        HttpMethod.PUT, this::replace,
        HttpMethod.DELETE, request -> remove());
  }

  private Response present() {
    return admission
        .policy()
        .map(policy -> Document.ok(PolicyDocument.write(policy)))
        .orElseGet(
            () ->
                Document.problem(
                    HttpResponseStatus.NOT_FOUND, "there is no policy: every session is admitted"));
  }

  private Response replace(Request request) throws InvalidDocumentException {
    Policy next = PolicyDocument.read(Json.read(request.body()), maxPrefixes);
    OptionalLong newer = admission.put(next);
    return newer.isEmpty()
        ? Document.ok(PolicyDocument.write(next))
        : Document.problem(
            HttpResponseStatus.CONFLICT,
            "revision = %d: the policy in force has revision %d; put that or a higher one"
                .formatted(next.revision(), newer.getAsLong()));
  }

  private Response remove() {
    admission.removePolicy();
    return Document.noContent();
  }
}
