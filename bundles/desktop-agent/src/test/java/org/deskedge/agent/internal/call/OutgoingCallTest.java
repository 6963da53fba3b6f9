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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingCallTest {

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

  private SipPeer.Dialog dial() throws Exception {
    return desktop.softphone.invite(desktop.proxy, desktop.far.uri(), Desktop.SOFTPHONE_SDP);
  }

  private EstablishRequest confirm() throws Exception {
    EstablishRequest request = edge.receive(EstablishRequest.class);
    edge.send(new EstablishConfirm(request.call(), request.transaction(), Desktop.EDGE_SDP));
    return request;
  }

  private void accept(ModificationRequest request) {
    edge.send(new ModificationConfirm(request.call(), request.transaction(), Optional.empty()));
  }

  @Test
  void the_edge_is_asked_with_both_parties_and_no_media() throws Exception {
    dial();

    EstablishRequest request = edge.receive(EstablishRequest.class);

    assertThat(request.origin()).isEqualTo(Origin.OUTGOING);
    assertThat(request.localParty()).contains(desktop.softphone.uri());
    assertThat(request.remoteParty()).contains(desktop.far.uri());
    assertThat(request.sdp()).isEmpty();
  }

  @Test
  void the_far_end_is_called_with_the_media_of_the_edge_and_the_softphone_is_parked()
      throws Exception {
    SipPeer.Dialog softphone = dial();
    confirm();

    SipMessage invite = desktop.far.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.EDGE_SDP);
    assertThat(invite.requestUri()).isEqualTo(desktop.far.uri());
    desktop.far.respond(invite, 180, "");
    desktop.softphone.response("INVITE", 180);
    desktop.far.respond(invite, 200, Desktop.FAR_SDP);
    desktop.far.request("ACK");

    ModificationRequest modification = edge.receive(ModificationRequest.class);
    assertThat(modification.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(modification.role()).isEqualTo(SdpRole.ANSWER);
    assertThat(modification.sdp()).contains(Desktop.FAR_SDP);
    SipMessage answer = desktop.softphone.response("INVITE", 200);
    softphone.ack(answer);
    assertThat(answer.body())
        .contains("a=inactive", "c=IN IP4 127.0.0.1")
        .doesNotContain("10.0.0.");
    assertThat(answer.contact()).contains(":" + desktop.proxy.getPort());
  }

  @Test
  void early_media_flows_to_the_user_only() throws Exception {
    dial();
    confirm();
    SipMessage invite = desktop.far.request("INVITE");

    desktop.far.respond(invite, 183, Desktop.FAR_SDP);

    ModificationRequest early = edge.receive(ModificationRequest.class);
    assertThat(early.direction()).isEqualTo(Direction.RECVONLY);
    assertThat(early.role()).isEqualTo(SdpRole.ANSWER);
    assertThat(desktop.softphone.response("INVITE", 183).body()).contains("a=inactive");
    accept(early);
    desktop.far.respond(invite, 200, "");
    ModificationRequest answered = edge.receive(ModificationRequest.class);
    assertThat(answered.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(answered.role()).isEqualTo(SdpRole.NONE);
  }

  /** Brings a call up and returns the far end's side of it. */
  private SipPeer.Dialog talk(SipPeer.Dialog softphone) throws Exception {
    confirm();
    SipPeer.Dialog far = desktop.far.respond(desktop.far.request("INVITE"), 200, Desktop.FAR_SDP);
    accept(edge.receive(ModificationRequest.class));
    softphone.ack(desktop.softphone.response("INVITE", 200));
    desktop.far.request("ACK");
    return far;
  }

  @Test
  void a_bye_of_the_softphone_ends_the_far_end_and_the_edge() throws Exception {
    SipPeer.Dialog softphone = dial();
    talk(softphone);

    softphone.send("BYE", "");

    desktop.softphone.response("BYE", 200);
    desktop.far.respond(desktop.far.request("BYE"), 200, "");
    assertThat(edge.receive(Release.class).reason()).isEqualTo(Reason.NORMAL);
  }

  @Test
  void a_bye_of_the_far_end_ends_the_softphone_and_the_edge() throws Exception {
    SipPeer.Dialog softphone = dial();
    SipPeer.Dialog far = talk(softphone);

    far.send("BYE", "");

    desktop.far.response("BYE", 200);
    desktop.softphone.respond(desktop.softphone.request("BYE"), 200, "");
    assertThat(edge.receive(Release.class).reason()).isEqualTo(Reason.NORMAL);
  }

  @Test
  void a_cancel_reaches_the_far_end_and_the_edge() throws Exception {
    SipPeer.Dialog softphone = dial();
    confirm();
    SipMessage invite = desktop.far.request("INVITE");
    desktop.far.respond(invite, 180, "");
    desktop.softphone.response("INVITE", 180);

    softphone.cancel();

    desktop.softphone.response("CANCEL", 200);
    softphone.ackRefusal(desktop.softphone.response("INVITE", 487));
    desktop.far.respond(desktop.far.request("CANCEL"), 200, "");
    desktop.far.respond(invite, 487, "");
    edge.receive(Release.class);
  }

  @Test
  void a_cancel_while_the_edge_thinks_ends_the_call_before_the_far_end_hears_of_it()
      throws Exception {
    SipPeer.Dialog softphone = dial();
    EstablishRequest request = edge.receive(EstablishRequest.class);

    softphone.cancel();

    softphone.ackRefusal(desktop.softphone.response("INVITE", 487));
    assertThat(edge.receive(Release.class).call()).isEqualTo(request.call());
    assertThat(desktop.far.heardNoRequest()).isTrue();
  }

  @Test
  void a_refusal_of_the_far_end_is_passed_on_and_frees_the_edge() throws Exception {
    SipPeer.Dialog softphone = dial();
    confirm();

    desktop.far.respond(desktop.far.request("INVITE"), 486, "");

    softphone.ackRefusal(desktop.softphone.response("INVITE", 486));
    edge.receive(Release.class);
  }

  @Test
  void a_call_the_edge_rejects_has_the_media_of_the_softphone_unchanged() throws Exception {
    SipPeer.Dialog softphone = dial();
    EstablishRequest request = edge.receive(EstablishRequest.class);

    edge.send(
        new EstablishReject(request.call(), request.transaction(), Reason.NO_VOICE, "no sound"));

    assertPassesThrough(softphone);
  }

  @Test
  void a_call_the_edge_says_nothing_about_has_the_media_of_the_softphone_unchanged()
      throws Exception {
    SipPeer.Dialog softphone = dial();
    EstablishRequest request = edge.receive(EstablishRequest.class);

    assertPassesThrough(softphone);
    assertThat(edge.receive(Release.class).call()).isEqualTo(request.call());
  }

  private void assertPassesThrough(SipPeer.Dialog softphone) throws Exception {
    SipMessage invite = desktop.far.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.SOFTPHONE_SDP);
    desktop.far.respond(invite, 200, Desktop.FAR_SDP);
    SipMessage answer = desktop.softphone.response("INVITE", 200);
    assertThat(answer.body()).isEqualTo(Desktop.FAR_SDP);
    softphone.ack(answer);
    desktop.far.request("ACK");
  }

  @Test
  void hold_by_the_softphone_silences_the_edge_and_tells_the_far_end() throws Exception {
    SipPeer.Dialog softphone = dial();
    talk(softphone);

    softphone.send("INVITE", Desktop.sdp("10.0.0.1", 4000, "sendonly"));

    assertThat(edge.receive(ModificationRequest.class).direction()).isEqualTo(Direction.INACTIVE);
    SipMessage hold = desktop.far.request("INVITE");
    assertThat(hold.body()).contains("m=audio 6000").contains("a=sendonly");
    desktop.far.respond(hold, 200, Desktop.sdp("10.0.0.2", 5000, "recvonly"));
    ModificationRequest held = edge.receive(ModificationRequest.class);
    assertThat(held.direction()).isEqualTo(Direction.INACTIVE);
    assertThat(held.role()).isEqualTo(SdpRole.ANSWER);
    assertThat(desktop.softphone.response("INVITE", 200).body()).contains("a=inactive");
  }

  /** Brings the far end and the edge through a change the softphone asked for. */
  private ModificationRequest agree(String farDirection) throws Exception {
    accept(edge.receive(ModificationRequest.class));
    SipMessage offer = desktop.far.request("INVITE");
    desktop.far.respond(offer, 200, Desktop.sdp("10.0.0.2", 5000, farDirection));
    ModificationRequest agreed = edge.receive(ModificationRequest.class);
    accept(agreed);
    desktop.far.request("ACK");
    return agreed;
  }

  @Test
  void the_softphone_resumes_what_it_held() throws Exception {
    SipPeer.Dialog softphone = dial();
    talk(softphone);
    softphone.send("INVITE", Desktop.sdp("10.0.0.1", 4000, "sendonly"));
    agree("recvonly");
    softphone.ack(desktop.softphone.response("INVITE", 200));

    softphone.send("INVITE", Desktop.sdp("10.0.0.1", 4000, "sendrecv"));

    ModificationRequest resumed = agree("sendrecv");
    assertThat(resumed.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(resumed.role()).isEqualTo(SdpRole.ANSWER);
    softphone.ack(desktop.softphone.response("INVITE", 200));
  }

  @Test
  void hold_in_the_old_way_silences_the_edge_and_tells_the_far_end() throws Exception {
    SipPeer.Dialog softphone = dial();
    talk(softphone);

    softphone.send("INVITE", Desktop.sdp("0.0.0.0", 4000, ""));

    assertThat(edge.receive(ModificationRequest.class).direction()).isEqualTo(Direction.INACTIVE);
    assertThat(desktop.far.request("INVITE").body()).contains("m=audio 6000", "a=sendonly");
  }

  /** sendonly plays music to the user; an address of zeros can do no more than that. */
  @ParameterizedTest
  @CsvSource({
    "10.0.0.2, sendonly, RECVONLY",
    "10.0.0.2, inactive, INACTIVE",
    "0.0.0.0, '', RECVONLY",
    "10.0.0.2, recvonly, SENDONLY"
  })
  void hold_by_the_far_end_is_carried_out_at_the_edge_and_resumed(
      String address, String direction, Direction held) throws Exception {
    SipPeer.Dialog softphone = dial();
    SipPeer.Dialog far = talk(softphone);

    far.send("INVITE", Desktop.sdp(address, 5000, direction));
    assertThat(answerOffer(far).direction()).isEqualTo(held);
    far.send("INVITE", Desktop.sdp("10.0.0.2", 5000, ""));
    assertThat(answerOffer(far).direction()).isEqualTo(Direction.SENDRECV);

    assertThat(desktop.softphone.heardNoRequest()).isTrue();
  }

  private ModificationRequest answerOffer(SipPeer.Dialog far) throws Exception {
    ModificationRequest offer = edge.receive(ModificationRequest.class);
    assertThat(offer.role()).isEqualTo(SdpRole.OFFER);
    edge.send(
        new ModificationConfirm(offer.call(), offer.transaction(), Optional.of(Desktop.EDGE_SDP)));
    far.ack(desktop.far.response("INVITE", 200));
    return offer;
  }

  @Test
  void a_far_end_that_only_sends_in_early_media_is_still_only_heard_after_its_bare_answer()
      throws Exception {
    dial();
    confirm();
    SipMessage invite = desktop.far.request("INVITE");
    desktop.far.respond(invite, 183, Desktop.sdp("10.0.0.2", 5000, "sendonly"));
    accept(edge.receive(ModificationRequest.class));

    desktop.far.respond(invite, 200, "");

    assertThat(edge.receive(ModificationRequest.class).direction()).isEqualTo(Direction.RECVONLY);
  }

  @Test
  void softphone_and_far_end_need_no_codec_in_common() throws Exception {
    String odd =
        Desktop.SOFTPHONE_SDP
            .replace("RTP/AVP 0 8", "RTP/AVP 110")
            .replace("a=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000", "a=rtpmap:110 speex/32000");
    SipPeer.Dialog softphone = desktop.softphone.invite(desktop.proxy, desktop.far.uri(), odd);
    confirm();
    SipMessage invite = desktop.far.request("INVITE");
    assertThat(invite.body()).isEqualTo(Desktop.EDGE_SDP);
    String wide =
        "v=0\r\no=- 1 1 IN IP6 2001:db8::2\r\ns=-\r\nc=IN IP6 2001:db8::2\r\nt=0 0\r\n"
            + "m=audio 5000 RTP/SAVP 96\r\na=rtpmap:96 opus/48000/2\r\na=ptime:60\r\n"
            + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
            + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNk\r\n";
    desktop.far.respond(invite, 200, wide);

    ModificationRequest modification = edge.receive(ModificationRequest.class);
    assertThat(modification.sdp()).contains(wide);
    assertThat(modification.direction()).isEqualTo(Direction.SENDRECV);
    SipMessage answer = desktop.softphone.response("INVITE", 200);
    softphone.ack(answer);
    assertThat(answer.body())
        .contains(" RTP/AVP 110\r\na=rtpmap:110 speex/32000\r\na=inactive")
        .doesNotContain("opus", "crypto");
  }

  @Test
  void new_media_of_the_far_end_is_answered_by_the_edge() throws Exception {
    SipPeer.Dialog softphone = dial();
    SipPeer.Dialog far = talk(softphone);
    String moved = Desktop.sdp("10.0.0.9", 5900, "");

    far.send("INVITE", moved);

    ModificationRequest offer = edge.receive(ModificationRequest.class);
    assertThat(offer.role()).isEqualTo(SdpRole.OFFER);
    assertThat(offer.sdp()).contains(moved);
    String changed = Desktop.sdp("10.0.0.3", 6100, "");
    edge.send(new ModificationConfirm(offer.call(), offer.transaction(), Optional.of(changed)));
    SipMessage answer = desktop.far.response("INVITE", 200);
    assertThat(answer.body()).contains("m=audio 6100").contains("o=- 77 2 ");
    far.ack(answer);
  }

  @Test
  void dtmf_in_info_goes_to_the_other_party() throws Exception {
    SipPeer.Dialog softphone = dial();
    talk(softphone);

    softphone.send("INFO", "");

    desktop.far.respond(desktop.far.request("INFO"), 200, "");
    desktop.softphone.response("INFO", 200);
  }

  @Test
  void the_seventeenth_call_at_a_time_is_refused() throws Exception {
    for (int i = 0; i < Calls.MAX_CALLS; i++) {
      dial();
      edge.receive(EstablishRequest.class);
    }

    dial();

    desktop.softphone.response("INVITE", 486);
  }
}
