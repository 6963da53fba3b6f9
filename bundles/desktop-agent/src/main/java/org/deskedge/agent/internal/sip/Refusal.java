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
package org.deskedge.agent.internal.sip;

import java.util.Optional;
import javax.sip.message.Response;

/**
 * Why a party did not take a call or an offer.
 *
 * @param status SIP status, 300 to 699
 * @param response the response itself; empty if the agent or the stack made the refusal
 */
public record Refusal(int status, Optional<Response> response) {

  /** A refusal of the agent's own. */
  public static Refusal of(int status) {
    return new Refusal(status, Optional.empty());
  }

  /** A refusal that came as a response. */
  static Refusal of(Response response) {
    return new Refusal(response.getStatusCode(), Optional.of(response));
  }
}
