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

import javax.sip.Dialog;
import javax.sip.message.Response;

/** Who sent a request: receives its responses, on the agent's thread. */
public interface ResponseSink {

  /**
   * A response.
   *
   * @param dialog the dialog it belongs to; null outside dialogs
   */
  void response(Response response, Dialog dialog);

  /** No final response came, or the request could not be sent. */
  void noResponse();
}
