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
package org.deskedge.agent.internal.link;

import org.deskedge.agent.internal.dtmf.Digit;

/** What the edge says about one call, apart from answers. Called on the agent's thread. */
public interface EdgeCallListener {

  /**
   * The edge carries the call.
   *
   * @param sdp its offer if the desktop calls, its answer if the desktop is called
   */
  void confirmed(String sdp);

  /** The edge will not carry the call, or did not say so in time. */
  void refused(String why);

  /** The far end sent a digit by RTP. */
  void heard(Digit digit);

  /** The edge ended the call in order: it is to end everywhere. */
  void hungUp(String why);

  /** The edge carries the call no more: it is to go on without. */
  void lost(String why);
}
