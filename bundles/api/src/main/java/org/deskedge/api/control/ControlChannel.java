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

import io.netty.buffer.ByteBuf;

/**
 * A byte stream between a desktop agent and the edge. Message boundaries are not kept.
 *
 * <p>Every method is to be called on the session's event loop.
 */
public interface ControlChannel {

  /** Most bytes that may wait to be sent before the channel closes itself. */
  int MAX_PENDING_BYTES = 256 * 1024;

  /**
   * Sends bytes to the agent; ignored once the channel is closed.
   *
   * @param bytes released by the channel
   */
  void send(ByteBuf bytes);

  /** Closes the channel; the listener is told. The session goes on. */
  void close();
}
