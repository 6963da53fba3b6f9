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
package org.deskedge.testbed.network;

/**
 * The flow rules that send a client's remote-desktop connections to the edge. Packets keep their
 * addresses; only the frame is readdressed. Answers need no rule: the edge sends them to the client
 * itself, under the desktop's address, and its own connection to the desktop comes in on another
 * port and so is not matched.
 *
 * <p>UDP 3389 between the two is dropped both ways, so that they stay on the TCP connection the
 * edge sees.
 */
public final class Redirection {

  /** Port of remote-desktop servers, TCP and UDP. */
  public static final int PORT = 3389;

  private static final int COOKIE = 0xde5c;
  private static final String TO_EDGE =
      "mod_dl_dst:" + Machine.EDGE.mac() + ",output:" + Machine.EDGE.port();

  private final AccessSwitch access;
  private final String desktop;

  /** Redirection at a switch, of connections to the desktop with this address. Not yet on. */
  public Redirection(AccessSwitch access, String desktop) {
    this.access = access;
    this.desktop = desktop;
  }

  /** Sends the client's connections to the edge, which takes new ones and routes the others on. */
  public void on() {
    String fromClient = "in_port=" + Machine.CLIENT.port() + ",nw_dst=" + desktop;
    String toClient = "nw_src=" + desktop + ",nw_dst=" + Machine.CLIENT.address();
    flow("tcp," + fromClient + ",tp_dst=" + PORT, TO_EDGE);
    flow("udp," + fromClient + ",tp_dst=" + PORT, "drop");
    flow("udp," + toClient + ",tp_src=" + PORT, "drop");
  }

  /** Lets the client reach the desktop itself again; connections through the edge break. */
  public void off() {
    access.deleteFlows(COOKIE);
  }

  private void flow(String match, String actions) {
    access.addFlow("cookie=" + COOKIE + ",priority=200," + match + ",actions=" + actions);
  }
}
