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
package org.deskedge.api.session;

/**
 * How far a remote-desktop session has come. States are passed in this order; any may go to CLOSED.
 */
public enum SessionState {
  /** The client's TCP connection is accepted; its X.224 Connection Request is awaited. */
  ACCEPTED,
  /** The Connection Request was read; the desktop is being dialled and asked. */
  CONNECTING,
  /** The Connection Confirm was passed on; TLS handshakes run on both legs. */
  SECURING,
  /**
   * Both legs are TLS; the MCS connect sequence, licensing and capability exchange pass through.
   */
  NEGOTIATING,
  /** The desktop talks to the client's dynamic virtual channels: the session is in use. */
  ACTIVE,
  /** Both connections are closed. */
  CLOSED
}
