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
import org.deskedge.voip.Direction;
import org.deskedge.voip.EstablishConfirm;
import org.deskedge.voip.EstablishReject;
import org.deskedge.voip.EstablishRequest;
import org.deskedge.voip.ModificationConfirm;
import org.deskedge.voip.ModificationRequest;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.deskedge.voip.Release;
import org.deskedge.voip.SdpRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingCallTest {

  @TempDir Path directory;
  private Desktop desktop;
  private FakeEdge edge;

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

  private SipPeer.Dialog ring(String sdp) throws Exception {
    return desktop.far.invite(
        desktop.network, "sip:anyone@127.0.0.1:" + desktop.network.getPort(), sdp);
  }

  private EstablishRequest confirm() throws Exception {
    EstablishRequest request = edge.receive(EstablishRequest.class);
    edge.send(new EstablishConfirm(request.call(), request.transaction(), Desktop.EDGE_SDP));
    return request;
  }

  @Test
  void the_edge_gets_the_offer_and_its_answer_goes_back() throws Exception {
    SipPeer.Dialog far = ring(Desktop.FAR_SDP);

    EstablishRequest request = confirm();
    assertThat(request.origin()).isEqualTo(Origin.INCOMING);
    assertThat(request.sdp()).contains(Desktop.FAR_SDP);
    assertThat(request.remoteParty()).contains(desktop.far.uri());
    SipMessage invite = desktop.softphone.request("INVITE");
    assertThat(invite.requestUri()).isEqualTo(desktop.softphone.uri());
    assertThat(invite.body()).contains("a=inactive").doesNotContain("10.0.0.");
    desktop.softphone.respond(invite, 180, "");
    assertThat(desktop.far.response("INVITE", 180).body()).isEmpty();
    assertThat(edge.heardNothing()).isTrue();

    desktop.softphone.respond(invite, 200, Desktop.sdp("10.0.0.1", 4000, "inactive"));

    ModificationRequest modification = edge.receive(ModificationRequest.class);
    assertThat(modification.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(modification.role()).isEqualTo(SdpRole.NONE);
    SipMessage answer = desktop.far.response("INVITE", 200);
    assertThat(answer.body()).isEqualTo(Desktop.EDGE_SDP);
    far.ack(answer);
    desktop.softphone.request("ACK");
  }

  private SipPeer.Dialog talk(SipPeer.Dialog far) throws Exception {
    confirm();
    SipPeer.Dialog softphone =
        desktop.softphone.respond(
            desktop.softphone.request("INVITE"), 200, Desktop.sdp("10.0.0.1", 4000, "inactive"));
    ModificationRequest modification = edge.receive(ModificationRequest.class);
    edge.send(
        new ModificationConfirm(modification.call(), modification.transaction(), Optional.empty()));
    far.ack(desktop.far.response("INVITE", 200));
    desktop.softphone.request("ACK");
    return softphone;
  }

  @Test
  void a_bye_of_the_softphone_ends_the_far_end_and_the_edge() throws Exception {
    SipPeer.Dialog softphone = talk(ring(Desktop.FAR_SDP));

    softphone.send("BYE", "");

    desktop.softphone.response("BYE", 200);
    desktop.far.respond(desktop.far.request("BYE"), 200, "");
    assertThat(edge.receive(Release.class).reason()).isEqualTo(Reason.NORMAL);
  }

  @Test
  void a_bye_of_the_far_end_ends_the_softphone_and_the_edge() throws Exception {
    SipPeer.Dialog far = ring(Desktop.FAR_SDP);
    talk(far);

    far.send("BYE", "");

    desktop.far.response("BYE", 200);
    desktop.softphone.respond(desktop.softphone.request("BYE"), 200, "");
    edge.receive(Release.class);
  }

  @Test
  void a_caller_who_gives_up_stops_the_ringing_and_frees_the_edge() throws Exception {
    SipPeer.Dialog far = ring(Desktop.FAR_SDP);
    confirm();
    SipMessage invite = desktop.softphone.request("INVITE");
    desktop.softphone.respond(invite, 180, "");
    desktop.far.response("INVITE", 180);

    far.cancel();

    far.ackRefusal(desktop.far.response("INVITE", 487));
    desktop.softphone.respond(desktop.softphone.request("CANCEL"), 200, "");
    desktop.softphone.respond(invite, 487, "");
    edge.receive(Release.class);
  }

  @Test
  void a_busy_softphone_frees_the_edge() throws Exception {
    SipPeer.Dialog far = ring(Desktop.FAR_SDP);
    confirm();

    desktop.softphone.respond(desktop.softphone.request("INVITE"), 486, "");

    far.ackRefusal(desktop.far.response("INVITE", 486));
    edge.receive(Release.class);
  }

  @Test
  void a_call_the_edge_rejects_rings_with_the_media_of_the_far_end_unchanged() throws Exception {
    SipPeer.Dialog far = ring(Desktop.FAR_SDP);
    EstablishRequest request = edge.receive(EstablishRequest.class);

    edge.send(new EstablishReject(request.call(), request.transaction(), Reason.BUSY, ""));

    SipMessage invite = desktop.softphone.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.FAR_SDP);
    desktop.softphone.respond(invite, 200, Desktop.SOFTPHONE_SDP);
    SipMessage answer = desktop.far.response("INVITE", 200);
    assertThat(answer.body()).isEqualTo(Desktop.SOFTPHONE_SDP);
    far.ack(answer);
    desktop.softphone.request("ACK");
  }

  @Test
  void a_call_without_an_offer_goes_through_the_desktop_with_its_answer_in_the_ack()
      throws Exception {
    SipPeer.Dialog far = ring("");

    SipMessage invite = desktop.softphone.request("INVITE");
    assertThat(invite.body()).isEmpty();
    desktop.softphone.respond(invite, 200, Desktop.SOFTPHONE_SDP);
    far.ack(desktop.far.response("INVITE", 200), Desktop.FAR_SDP);

    assertThat(desktop.softphone.request("ACK").body()).isEqualTo(Desktop.FAR_SDP);
    assertThat(edge.heardNothing()).isTrue();
  }
}
