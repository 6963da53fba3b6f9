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
package org.deskedge.agent.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.deskedge.agent.internal.testing.Desktop;
import org.deskedge.agent.internal.testing.FakeEdge;
import org.deskedge.agent.internal.testing.SipMessage;
import org.deskedge.agent.internal.testing.SipPeer;
import org.deskedge.voip.Bye;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationReject;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeLossTest {

  @TempDir Path directory;
  private Desktop desktop;
  private FakeEdge edge;
  private EstablishRequest established;
  private ModificationRequest modification;

  @BeforeEach
  void start() throws Exception {
    desktop = new Desktop(directory);
    edge = desktop.startWithEdge();
  }

  @AfterEach
  void stop() throws Exception {
    desktop.close();
    edge.close();
  }

  /** Brings an outgoing call up as far as the edge's answer to the far end's media. */
  private void callOut() throws Exception {
    SipPeer.Dialog softphone =
        desktop.softphone.invite(desktop.proxy, desktop.far.uri(), Desktop.SOFTPHONE_SDP);
    established = edge.receive(EstablishRequest.class);
    edge.send(
        new EstablishConfirm(established.call(), established.transaction(), Desktop.EDGE_SDP));
    desktop.far.respond(desktop.far.request("INVITE"), 200, Desktop.FAR_SDP);
    modification = edge.receive(ModificationRequest.class);
    softphone.ack(desktop.softphone.response("INVITE", 200));
    desktop.far.request("ACK");
  }

  private void talk() throws Exception {
    callOut();
    edge.send(
        new ModificationConfirm(modification.call(), modification.transaction(), Optional.empty()));
  }

  private void assertGoesOnThroughTheDesktop() throws Exception {
    SipMessage ask = desktop.softphone.request("INVITE");
    assertThat(ask.body()).isEmpty();
    desktop.softphone.respond(ask, 200, Desktop.SOFTPHONE_SDP);
    SipMessage offer = desktop.far.request("INVITE");
    assertThat(offer.body()).contains("c=IN IP4 10.0.0.1", "m=audio 4000", "o=- 77 2 ");
    desktop.far.respond(offer, 200, Desktop.FAR_SDP);
    desktop.far.request("ACK");
    assertThat(desktop.softphone.request("ACK").body())
        .contains("c=IN IP4 10.0.0.2", "m=audio 5000");
  }

  @Test
  void a_call_goes_on_through_the_desktop_when_the_channel_ends() throws Exception {
    talk();

    edge.hangUp();

    assertGoesOnThroughTheDesktop();
  }

  @Test
  void a_call_goes_on_through_the_desktop_when_the_edge_releases_it() throws Exception {
    talk();

    edge.send(new Release(established.call(), Reason.CLIENT_GONE, "no sound any more"));

    assertGoesOnThroughTheDesktop();
  }

  @Test
  void a_call_goes_on_through_the_desktop_when_the_edge_cannot_carry_the_answer() throws Exception {
    callOut();

    edge.send(
        new ModificationReject(
            modification.call(), modification.transaction(), Reason.UNUSABLE_SDP, "no audio"));

    assertThat(edge.receive(Release.class).call()).isEqualTo(established.call());
    assertGoesOnThroughTheDesktop();
  }

  @Test
  void a_call_the_edge_releases_in_order_ends() throws Exception {
    talk();

    edge.send(new Release(established.call(), Reason.NORMAL, "over"));

    desktop.softphone.respond(desktop.softphone.request("BYE"), 200, "");
    desktop.far.respond(desktop.far.request("BYE"), 200, "");
  }

  @Test
  void a_call_ends_when_its_parties_do_not_want_to_go_on() throws Exception {
    talk();
    edge.hangUp();

    desktop.softphone.respond(desktop.softphone.request("INVITE"), 488, "");

    desktop.softphone.respond(desktop.softphone.request("BYE"), 200, "");
    desktop.far.respond(desktop.far.request("BYE"), 200, "");
  }

  @Test
  void an_agent_that_stops_ends_its_calls_and_says_bye() throws Exception {
    talk();

    desktop.agent.close();

    desktop.softphone.request("BYE");
    desktop.far.request("BYE");
    assertThat(edge.receive(Release.class).call()).isEqualTo(established.call());
    assertThat(edge.receive(Bye.class).reason()).isEqualTo(Reason.SHUTDOWN);
  }
}
