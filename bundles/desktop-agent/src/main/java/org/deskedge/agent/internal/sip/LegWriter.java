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
package org.deskedge.agent.internal.sip;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.deskedge.agent.internal.sdp.SdpStamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the messages of one leg, under the agent's own Contact and the leg's own SDP origin. What
 * cannot be sent is logged; the party's time-outs do the rest. To be used on the agent's thread.
 */
final class LegWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LegWriter.class);
  private static final List<String> REFUSAL_HEADERS =
      List.of("WWW-Authenticate", "Proxy-Authenticate", "Retry-After", "Contact", "Warning");

  private final SipSide side;
  private final SipStackAdapter sip;
  private final SdpStamp stamp = new SdpStamp();

  LegWriter(SipSide side, SipStackAdapter sip) {
    this.side = side;
    this.sip = sip;
  }

  /** Sends the first INVITE of the leg. */
  void invite(
      Request invite,
      Optional<String> sdp,
      ResponseSink sink,
      SipStackAdapter.TransactionListener sent) {
    try {
      putSdp(invite, sdp);
    } catch (ParseException e) {
      LOG.warn("INVITE not written: {}", e.getMessage());
      sink.noResponse();
      return;
    }
    sip.send(side, invite, sink, sent);
  }

  /** Sends a re-INVITE; empty if that failed. */
  Optional<ClientTransaction> reinvite(Dialog dialog, Optional<String> sdp, ResponseSink sink) {
    try {
      Request request = dialog.createRequest(Request.INVITE);
      ContactWriter.set(request, sip.address(side), dialog.getLocalParty().getURI());
      putSdp(request, sdp);
      ClientTransaction transaction = sip.transaction(side, request, sink);
      dialog.sendRequest(transaction);
      return Optional.of(transaction);
    } catch (SipException | ParseException e) {
      LOG.warn("re-INVITE not sent: {}", e.getMessage());
      return Optional.empty();
    }
  }

  void ack(Dialog dialog, long sequence, Optional<String> sdp) {
    try {
      Request ack = dialog.createAck(sequence);
      putSdp(ack, sdp);
      dialog.sendAck(ack);
    } catch (SipException | InvalidArgumentException | ParseException e) {
      LOG.warn("ACK not sent: {}", e.getMessage());
    }
  }

  void bye(Dialog dialog) {
    try {
      Request bye = dialog.createRequest(Request.BYE);
      dialog.sendRequest(sip.transaction(side, bye, Ignore.INSTANCE));
    } catch (SipException e) {
      LOG.debug("BYE not sent: {}", e.getMessage());
    }
  }

  void cancel(ClientTransaction invite) {
    try {
      sip.transaction(side, invite.createCancel(), Ignore.INSTANCE).sendRequest();
    } catch (SipException e) {
      LOG.debug("CANCEL not sent: {}", e.getMessage());
    }
  }

  void info(Dialog dialog, String subtype, String body) {
    try {
      Request info = dialog.createRequest(Request.INFO);
      info.setContent(
          body.getBytes(StandardCharsets.US_ASCII),
          SipMessages.headers().createContentTypeHeader("application", subtype));
      dialog.sendRequest(sip.transaction(side, info, Ignore.INSTANCE));
    } catch (SipException | ParseException e) {
      LOG.warn("INFO not sent: {}", e.getMessage());
    }
  }

  /** Passes a request of the other leg's dialog on in this one. */
  void pass(Dialog dialog, Request from, ResponseSink sink) {
    try {
      Request request = dialog.createRequest(from.getMethod());
      SipMessages.copyContent(from, request);
      dialog.sendRequest(sip.transaction(side, request, sink));
    } catch (SipException | ParseException e) {
      LOG.warn("{} not passed on: {}", from.getMethod(), e.getMessage());
      sink.noResponse();
    }
  }

  /**
   * Responds to an INVITE.
   *
   * @param like the other party's refusal, whose phrase and challenges are taken over
   */
  void respond(
      ServerTransaction invite,
      Dialog dialog,
      int status,
      Optional<String> sdp,
      Optional<Response> like) {
    try {
      Request request = invite.getRequest();
      Response response = SipMessages.messages().createResponse(status, request);
      if (status > Response.TRYING) {
        ContactWriter.tag(response, dialog);
      }
      if (status > Response.TRYING && status < 300) {
        ContactWriter.set(response, sip.address(side), ContactWriter.user(request));
        SipMessages.addAllow(response);
        putSdp(response, sdp);
      }
      if (like.isPresent()) {
        response.setReasonPhrase(like.get().getReasonPhrase());
        SipMessages.copyHeaders(like.get(), response, REFUSAL_HEADERS);
      }
      invite.sendResponse(response);
    } catch (ParseException | SipException | InvalidArgumentException e) {
      LOG.warn("{} not sent: {}", status, e.getMessage());
    }
  }

  private void putSdp(Message message, Optional<String> sdp) throws ParseException {
    if (sdp.isPresent()) {
      SipMessages.setSdp(message, stamp.apply(sdp.get()));
    }
  }

  /** For requests whose response changes nothing. */
  private enum Ignore implements ResponseSink {
    INSTANCE;

    @Override
    public void response(Response response, Dialog dialog) {}

    @Override
    public void noResponse() {}
  }
}
