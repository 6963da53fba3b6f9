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
package org.deskedge.testbed;

import java.nio.file.Path;
import org.deskedge.testbed.client.RemoteDesktopClient;
import org.deskedge.testbed.client.Screen;
import org.deskedge.testbed.controller.Onos;
import org.deskedge.testbed.desktop.DesktopAgent;
import org.deskedge.testbed.desktop.SessionUser;
import org.deskedge.testbed.desktop.Xrdp;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.network.Machine;
import org.deskedge.testbed.network.Topology;
import org.deskedge.testbed.process.StateDirectory;
import org.deskedge.testbed.process.TestBedException;

/**
 * The machines of the test bed, the user, and the person's screen and client: what every run needs.
 * There is one on a machine at a time, since names of namespaces are the machine's.
 */
public final class TestBed implements AutoCloseable {

  private final Claim claim;
  private Topology topology;
  private SessionUser user;
  private Screen screen;
  private RemoteDesktopClient client;

  private TestBed(Claim claim) {
    this.claim = claim;
  }

  /**
   * Clears away what an earlier run left and sets up machines, user, and a client that is not
   * connected.
   *
   * @throws TestBedException if another run is under way, or a part does not come up; then nothing
   *     is left behind
   */
  public static TestBed open() {
    TestBed bed = new TestBed(Claim.take());
    StateDirectory state = bed.state();
    try {
      state.emptyFolder("logs");
      bed.topology = Topology.build(state);
      bed.user = SessionUser.create(state);
      bed.screen = Screen.start(bed.topology.client(), state);
      bed.client = new RemoteDesktopClient(bed.topology.client(), bed.screen, state);
      return bed;
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  /** Takes away what an earlier run left, or kept. */
  public static void clear() {
    Claim.take().close();
  }

  /** Where files and logs are. */
  public StateDirectory state() {
    return claim.state();
  }

  /** The machines and the network between them. */
  public Topology topology() {
    return topology;
  }

  /** Who works on the desktop. */
  public SessionUser user() {
    return user;
  }

  /** The person's screen. */
  public Screen screen() {
    return screen;
  }

  /** The person's remote-desktop client. */
  public RemoteDesktopClient client() {
    return client;
  }

  /**
   * Starts the remote-desktop server of the desktop.
   *
   * @param address IPv4 address it listens on: the desktop's own, or loopback behind a front
   * @param port TCP port it listens on
   */
  public Xrdp startDesktop(String address, int port) {
    return Xrdp.start(topology.desktop(), user, address, port, state());
  }

  /**
   * Installs the edge at the branch; it does not run yet, and nothing is redirected to it.
   *
   * @param archive its distribution
   */
  public Edge installEdge(Path archive) {
    return Edge.install(archive, Machine.EDGE, topology.edge(), state());
  }

  /**
   * Adds a second edge to the branch; it does not run yet, and nothing is redirected to it.
   *
   * @param archive its distribution
   */
  public Edge addEdge(Path archive) {
    return Edge.install(archive, Machine.EDGE_2, topology.add(Machine.EDGE_2, state()), state());
  }

  /**
   * Installs the controller; it does not run yet, and no switch is connected to it.
   *
   * @param archive its distribution
   */
  public Onos installOnos(Path archive) {
    return Onos.install(archive, topology.controller(), state());
  }

  /**
   * Installs the desktop agent on the desktop; it does not run yet.
   *
   * @param jar the runnable jar
   */
  public DesktopAgent installAgent(Path jar) {
    return DesktopAgent.install(jar, topology.desktop(), user, state());
  }

  /** Lets go of everything and leaves it running, until {@link #clear} or the next run. */
  public void keep() {
    claim.keep();
  }

  /** Ends everything that runs; files and logs stay. */
  @Override
  public void close() {
    claim.close();
  }
}
