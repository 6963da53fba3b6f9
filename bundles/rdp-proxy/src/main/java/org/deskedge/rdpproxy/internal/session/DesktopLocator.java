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
package org.deskedge.rdpproxy.internal.session;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** Finds the desktop a redirected connection is for. */
@FunctionalInterface
public interface DesktopLocator {

  /**
   * Finds the desktop.
   *
   * @param dialled the address the client dialled
   * @return where the desktop listens; empty when the address is the edge's own, so that the edge
   *     does not dial itself over and over
   */
  Optional<InetSocketAddress> locate(InetSocketAddress dialled);

  /** The address the client dialled is the desktop's own. */
  DesktopLocator TRANSPARENT =
      dialled -> {
        try {
          return NetworkInterface.getByInetAddress(dialled.getAddress()) == null
              ? Optional.of(dialled)
              : Optional.empty();
        } catch (SocketException e) {
          return Optional.empty();
        }
      };
}
