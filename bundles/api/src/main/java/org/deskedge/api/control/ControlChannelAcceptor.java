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
package org.deskedge.api.control;

/**
 * Accepts the control channels that desktop agents open. Registered as an OSGi service
 * (whiteboard); a channel whose name no acceptor has goes on to the client untouched.
 */
public interface ControlChannelAcceptor {

  /** Returns the name of the virtual channel this acceptor answers, such as {@code VOIPCTL}. */
  String channelName();

  /**
   * A desktop agent opened the channel. Called on the session's event loop.
   *
   * @return receives what the agent sends
   */
  ControlChannelListener accept(DesktopSession session, ControlChannel channel);
}
