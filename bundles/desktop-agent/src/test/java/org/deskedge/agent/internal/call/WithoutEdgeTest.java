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
import org.deskedge.agent.internal.testing.Desktop;
import org.deskedge.agent.internal.testing.SipMessage;
import org.deskedge.agent.internal.testing.SipPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutEdgeTest {

  @TempDir Path directory;
  private Desktop desktop;

  @BeforeEach
  void start() throws Exception {
    desktop = new Desktop(directory);
    desktop.start();
  }

  @AfterEach
  void stop() throws Exception {
    desktop.close();
  }

  @Test
  void an_outgoing_call_works_through_the_desktop() throws Exception {
    SipPeer.Dialog softphone =
        desktop.softphone.invite(desktop.proxy, desktop.far.uri(), Desktop.SOFTPHONE_SDP);
    SipMessage invite = desktop.far.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.SOFTPHONE_SDP);
    SipPeer.Dialog far = desktop.far.respond(invite, 200, Desktop.FAR_SDP);
    SipMessage answer = desktop.softphone.response("INVITE", 200);
    assertThat(answer.body()).isEqualTo(Desktop.FAR_SDP);
    softphone.ack(answer);
    desktop.far.request("ACK");

    far.send("BYE", "");

    desktop.softphone.respond(desktop.softphone.request("BYE"), 200, "");
    desktop.far.response("BYE", 200);
  }

  @Test
  void an_incoming_call_works_through_the_desktop() throws Exception {
    SipPeer.Dialog far =
        desktop.far.invite(
            desktop.network, "sip:x@127.0.0.1:" + desktop.network.getPort(), Desktop.FAR_SDP);
    SipMessage invite = desktop.softphone.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.FAR_SDP);
    desktop.softphone.respond(invite, 200, Desktop.SOFTPHONE_SDP);
    SipMessage answer = desktop.far.response("INVITE", 200);
    assertThat(answer.body()).isEqualTo(Desktop.SOFTPHONE_SDP);
    far.ack(answer);
    desktop.softphone.request("ACK");
  }

  @Test
  void a_refusal_of_the_far_end_reaches_the_softphone() throws Exception {
    SipPeer.Dialog softphone =
        desktop.softphone.invite(desktop.proxy, desktop.far.uri(), Desktop.SOFTPHONE_SDP);

    desktop.far.respond(desktop.far.request("INVITE"), 407, "");

    softphone.ackRefusal(desktop.softphone.response("INVITE", 407));
  }

  @Test
  void hold_passes_from_party_to_party() throws Exception {
    SipPeer.Dialog softphone =
        desktop.softphone.invite(desktop.proxy, desktop.far.uri(), Desktop.SOFTPHONE_SDP);
    desktop.far.respond(desktop.far.request("INVITE"), 200, Desktop.FAR_SDP);
    softphone.ack(desktop.softphone.response("INVITE", 200));
    desktop.far.request("ACK");

    softphone.send("INVITE", Desktop.sdp("10.0.0.1", 4000, "sendonly"));

    SipMessage hold = desktop.far.request("INVITE");
    assertThat(hold.body()).contains("a=sendonly", "m=audio 4000");
    desktop.far.respond(hold, 200, Desktop.sdp("10.0.0.2", 5000, "recvonly"));
    SipMessage held = desktop.softphone.response("INVITE", 200);
    assertThat(held.body()).contains("a=recvonly", "m=audio 5000");
    softphone.ack(held);
    desktop.far.request("ACK");
  }

  @Test
  void a_register_of_the_softphone_is_accepted_and_one_from_the_network_is_not() throws Exception {
    desktop.softphone.sendRaw(desktop.proxy, register(desktop.softphone));
    SipMessage yes = desktop.softphone.response("REGISTER", 200);
    assertThat(yes.contact()).isEqualTo(desktop.softphone.uri());
    assertThat(yes.header("Expires")).isEqualTo("600");

    desktop.far.sendRaw(desktop.network, register(desktop.far));
    desktop.far.response("REGISTER", 405);
  }

  private static String register(SipPeer peer) {
    return "REGISTER sip:127.0.0.1 SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP 127.0.0.1:"
        + peer.port()
        + ";branch=z9hG4bKreg"
        + peer.port()
        + "\r\nMax-Forwards: 70\r\nFrom: <"
        + peer.uri()
        + ">;tag=r\r\nTo: <"
        + peer.uri()
        + ">\r\nCall-ID: reg\r\nCSeq: 1 REGISTER\r\nContact: <"
        + peer.uri()
        + ">\r\nExpires: 600\r\nContent-Length: 0\r\n\r\n";
  }

  @Test
  void garbage_on_the_sip_port_harms_no_call() throws Exception {
    desktop.far.sendRaw(desktop.network, "\0\1\2 garbage\r\n\r\n");
    desktop.far.sendRaw(desktop.network, "INVITE x SIP/2.0\r\nVia: nonsense\r\n\r\n");

    an_incoming_call_works_through_the_desktop();
  }
}
