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
package org.deskedge.onos.internal.rules;

import java.util.Objects;
import org.onlab.packet.IpAddress;

/** The client's TCP connection of a remote-desktop session that an edge carries. */
public final class Session {

  private final IpAddress client;
  private final int clientPort;
  private final IpAddress desktop;
  private final int desktopPort;

  private Session(IpAddress client, int clientPort, IpAddress desktop, int desktopPort) {
    this.client = client;
    this.clientPort = clientPort;
    this.desktop = desktop;
    this.desktopPort = desktopPort;
  }

  /**
   * Names both ends as the client sees them.
   *
   * @throws IllegalArgumentException if the addresses are of two families or a port is none
   */
  public static Session of(IpAddress client, int clientPort, IpAddress desktop, int desktopPort) {
    if (client.version() != desktop.version()) {
      throw new IllegalArgumentException(client + " and " + desktop + " are of two families");
    }
    if (clientPort < 1 || clientPort > 65535 || desktopPort < 1 || desktopPort > 65535) {
      throw new IllegalArgumentException("a port is not in 1..65535");
    }
    return new Session(client, clientPort, desktop, desktopPort);
  }

  /** The client's address. */
  public IpAddress client() {
    return client;
  }

  /** The client's TCP port. */
  public int clientPort() {
    return clientPort;
  }

  /** The address the client dialled. */
  public IpAddress desktop() {
    return desktop;
  }

  /** The TCP port the client dialled. */
  public int desktopPort() {
    return desktopPort;
  }

  @Override
  public int hashCode() {
    return Objects.hash(client, clientPort, desktop, desktopPort);
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof Session)) {
      return false;
    }
    Session other = (Session) object;
    return client.equals(other.client)
        && clientPort == other.clientPort
        && desktop.equals(other.desktop)
        && desktopPort == other.desktopPort;
  }

  @Override
  public String toString() {
    return client + " port " + clientPort + " to " + desktop + " port " + desktopPort;
  }
}
