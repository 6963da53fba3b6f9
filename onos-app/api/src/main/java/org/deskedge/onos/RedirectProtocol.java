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
package org.deskedge.onos;

import java.util.Locale;

/** A remote-desktop protocol that edges serve. */
public enum RedirectProtocol {
  /** Microsoft's Remote Desktop Protocol, port 3389 (MS-RDPBCGR 2.1, MS-RDPEUDP 2.1). */
  RDP(3389);

  private final int port;

  RedirectProtocol(int port) {
    this.port = port;
  }

  /**
   * The desktop's port. TCP to it is redirected; UDP to and from it is dropped, so that clients
   * stay on TCP, which is all an edge reads.
   */
  public int port() {
    return port;
  }

  /** The name in JSON and commands, such as {@code rdp}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
