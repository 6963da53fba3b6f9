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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.deskedge.testbed.client.RemoteDesktopClient;
import org.deskedge.testbed.desktop.DesktopAgent;
import org.deskedge.testbed.desktop.DesktopSession;
import org.deskedge.testbed.desktop.Xrdp;
import org.deskedge.testbed.edge.Edge;
import org.deskedge.testbed.process.Waiting;
import org.deskedge.testbed.voice.Sound;

/**
 * Deskedge as it is meant to be run: the edge at the branch, connections redirected to it, the
 * desktop agent on the desktop, and a person logged in.
 *
 * @param bed the machines
 * @param xrdp the remote-desktop server, behind the agent's front
 * @param edge the edge
 * @param agent the desktop agent; its front runs, the agent itself only after {@link #startAgent}
 * @param session the person's session on the desktop
 * @param sound the person's loudspeaker and microphone
 */
public record Deployment(
    TestBed bed, Xrdp xrdp, Edge edge, DesktopAgent agent, DesktopSession session, Sound sound) {

  /** How long a login, or the agent's way to the edge, may take. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  /** Brings it up with the test bed's own flow rules in the switch, without a controller. */
  public static Deployment bringUp(
      TestBed bed, Artifacts artifacts, Consumer<Edge> startEdge, Progress progress) {
    return bringUp(bed, artifacts, startEdge, edge -> bed.topology().redirection().on(), progress);
  }

  /**
   * Brings it up, and the person in front of a visible desktop.
   *
   * @param startEdge starts the edge, which is installed
   * @param redirect has the client's connections redirected to the edge, which runs
   */
  public static Deployment bringUp(
      TestBed bed,
      Artifacts artifacts,
      Consumer<Edge> startEdge,
      Consumer<Edge> redirect,
      Progress progress) {
    progress.say("desktop: xrdp behind the desktop agent's front");
    Xrdp xrdp = bed.startDesktop(DesktopAgent.SERVER_ADDRESS, DesktopAgent.SERVER_PORT);
    DesktopAgent agent = bed.installAgent(artifacts.agent());
    agent.startFront();
    progress.say("edge: installing and starting it");
    Edge edge = bed.installEdge(artifacts.edge());
    startEdge.accept(edge);
    progress.say("switch: redirecting the client's connections to the edge");
    redirect.accept(edge);
    progress.say("client: logging in to the desktop at its own address");
    Sound sound = Sound.start(bed.state());
    login(bed, sound);
    return new Deployment(bed, xrdp, edge, agent, xrdp.awaitSession(LIMIT), sound);
  }

  /**
   * Starts the agent in the session and waits until the edge has heard of it.
   *
   * @param softphone SIP URI of the softphone in the session
   */
  public void startAgent(String softphone) {
    agent.startAgent(session, softphone);
    Waiting.until("agent at the edge", LIMIT, this::agentIsKnown);
  }

  /** Logs the person in again, after the client has ended. */
  public void login() {
    login(bed, sound);
  }

  private static void login(TestBed bed, Sound sound) {
    bed.client().connect(bed.user(), RemoteDesktopClient.SOUND, sound.environment());
    bed.client().awaitDesktop(LIMIT);
  }

  /** Whether the edge has a control channel with the agent of its first session. */
  public boolean agentIsKnown() {
    return firstSession().path("controlChannel").asBoolean();
  }

  /** The oldest session as {@code deskedge:sessions --json} shows it. */
  public JsonNode firstSession() {
    return edge.sessions().path("sessions").path(0);
  }
}
