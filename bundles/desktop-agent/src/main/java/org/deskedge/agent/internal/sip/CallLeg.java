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

import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * One leg of a call: a SIP dialog with the softphone or with the far end, in which this agent is a
 * full user agent (RFC 3261). At most one INVITE is open in it at a time.
 *
 * <p>To be used on the agent's thread.
 */
public final class CallLeg {

  private final SipSide side;
  private final LegWriter writer;
  private final LegListener listener;
  private Dialog dialog;
  private ServerTransaction asked;
  private ClientTransaction asking;
  private boolean inviting;
  private boolean provisional;
  private boolean confirmed;
  private boolean ended;
  private boolean ackAwaited;
  private boolean ackOwed;
  private long ackSequence;

  private CallLeg(SipSide side, SipStackAdapter sip, LegListener listener) {
    this.side = side;
    this.writer = new LegWriter(side, sip);
    this.listener = listener;
  }

  /** Takes up the leg a party opens with an INVITE. */
  public static CallLeg invited(
      SipSide side, SipStackAdapter sip, ServerTransaction invite, LegListener listener) {
    CallLeg leg = new CallLeg(side, sip, listener);
    leg.asked = invite;
    leg.dialog = invite.getDialog();
    leg.dialog.setApplicationData(leg);
    return leg;
  }

  /** Creates a leg for {@link #invite}. */
  public static CallLeg toInvite(SipSide side, SipStackAdapter sip, LegListener listener) {
    return new CallLeg(side, sip, listener);
  }

  /** Opens the leg with an INVITE made by {@link InviteWriter}; its SDP is added here. */
  public void invite(Request invite, Optional<String> sdp) {
    inviting = true;
    writer.invite(
        invite,
        sdp,
        sink(),
        transaction -> {
          if (ended) {
            return false;
          }
          asking = transaction;
          dialog = transaction.getDialog();
          dialog.setApplicationData(this);
          return true;
        });
  }

  /** Asks for other media inside the dialog; without SDP the answer is to have the offer. */
  public void reoffer(Optional<String> sdp) {
    Optional<ClientTransaction> sent = writer.reinvite(dialog, sdp, sink());
    asking = sent.orElse(null);
    if (sent.isEmpty()) {
      listener.refused(this, Refusal.of(Response.SERVER_INTERNAL_ERROR));
    }
  }

  /** Acknowledges a 2xx; does nothing if none is open. */
  public void acknowledge(Optional<String> sdp) {
    if (ackOwed) {
      ackOwed = false;
      writer.ack(dialog, ackSequence, sdp);
    }
  }

  /** Sends a provisional response to the open INVITE. */
  public void progress(int status, Optional<String> sdp) {
    if (asked != null) {
      writer.respond(asked, dialog, status, sdp, Optional.empty());
    }
  }

  /** Answers the open INVITE with 200. */
  public void answer(Optional<String> sdp) {
    if (asked != null) {
      ServerTransaction transaction = asked;
      asked = null;
      confirmed = true;
      ackAwaited = true;
      writer.respond(transaction, dialog, Response.OK, sdp, Optional.empty());
    }
  }

  /** Refuses the open INVITE as the other party did; this ends a leg that was not answered yet. */
  public void refuse(Refusal refusal) {
    if (asked != null) {
      ServerTransaction transaction = asked;
      asked = null;
      ended |= !confirmed;
      writer.respond(transaction, dialog, refusal.status(), Optional.empty(), refusal.response());
    }
  }

  /** Ends the leg in the way its state asks for: BYE, CANCEL or a refusal. */
  public void end() {
    if (ended) {
      return;
    }
    acknowledge(Optional.empty());
    refuse(Refusal.of(confirmed ? Response.REQUEST_TERMINATED : Response.TEMPORARILY_UNAVAILABLE));
    ended = true;
    if (confirmed) {
      writer.bye(dialog);
    } else if (asking != null && provisional) {
      writer.cancel(asking);
    }
  }

  /** Passes a request of the other leg's dialog on; the sink gets the response. */
  public void pass(Request from, ResponseSink sink) {
    writer.pass(dialog, from, sink);
  }

  /**
   * Sends an INFO in the dialog; its response changes nothing.
   *
   * @param subtype of the body's media type {@code application}
   */
  public void info(String subtype, String body) {
    if (!ended) {
      writer.info(dialog, subtype, body);
    }
  }

  /** Returns whether the dialog is confirmed and no INVITE is open in it. */
  public boolean idle() {
    return confirmed && !ended && asked == null && asking == null && !ackAwaited && !ackOwed;
  }

  /** Returns whether an INVITE of this leg was answered with 2xx, by either side. */
  public boolean confirmed() {
    return confirmed;
  }

  /** Returns the side this leg is on. */
  public SipSide side() {
    return side;
  }

  /** A request came in this leg's dialog. */
  public void received(Request request, ServerTransaction transaction) {
    switch (request.getMethod()) {
      case Request.ACK -> receivedAck(request);
      case Request.INVITE -> receivedOffer(request, transaction);
      case Request.BYE -> {
        SipMessages.respond(request, transaction, Response.OK);
        receivedBye();
      }
      case Request.CANCEL -> {
        SipMessages.respond(request, transaction, Response.OK);
        receivedCancel();
      }
      default -> listener.requested(this, request, transaction);
    }
  }

  private void receivedAck(Request request) {
    if (ackAwaited) {
      ackAwaited = false;
      listener.acknowledged(this, SipMessages.sdp(request));
    }
  }

  private void receivedBye() {
    boolean first = !ended;
    refuse(Refusal.of(Response.REQUEST_TERMINATED));
    ended = true;
    if (first) {
      listener.ended(this);
    }
  }

  private void receivedCancel() {
    if (asked != null && !confirmed) {
      refuse(Refusal.of(Response.REQUEST_TERMINATED));
      listener.ended(this);
    }
  }

  private void receivedOffer(Request request, ServerTransaction transaction) {
    if (ended) {
      SipMessages.respond(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    } else if (asked != null || asking != null || ackAwaited || ackOwed) {
      SipMessages.respond(request, transaction, Response.REQUEST_PENDING);
    } else {
      asked = transaction;
      listener.offered(this, SipMessages.sdp(request));
    }
  }

  /** The stack gave a dialog up. */
  public void lost(Dialog which) {
    if (which == dialog && !ended) {
      ended = true;
      listener.ended(this);
    }
  }

  private ResponseSink sink() {
    return new ResponseSink() {
      @Override
      public void response(Response response, Dialog in) {
        received(response, in);
      }

      @Override
      public void noResponse() {
        failed(Refusal.of(Response.REQUEST_TIMEOUT));
      }
    };
  }

  private void received(Response response, Dialog in) {
    int status = response.getStatusCode();
    if (status < 200) {
      receivedProvisional(response);
    } else if (status < 300) {
      receivedAnswer(response, in);
    } else {
      failed(Refusal.of(response));
    }
  }

  private void receivedProvisional(Response response) {
    boolean first = !provisional;
    provisional = true;
    if (!ended && response.getStatusCode() > Response.TRYING) {
      listener.progressed(this, response.getStatusCode(), SipMessages.sdp(response));
    } else if (ended && first && asking != null) {
      // a CANCEL must wait for the first response (RFC 3261 section 9.1)
      writer.cancel(asking);
    }
  }

  private void receivedAnswer(Response response, Dialog in) {
    long sequence = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    if (asking != null && !ended) {
      asking = null;
      inviting = false;
      confirmed = true;
      dialog = in;
      dialog.setApplicationData(this);
      ackOwed = true;
      ackSequence = sequence;
      listener.answered(this, SipMessages.sdp(response));
    } else if (in != null && (in != dialog || !confirmed)) {
      // nobody wants it: it crossed the CANCEL, or is a second one from a forked INVITE
      writer.ack(in, sequence, Optional.empty());
      writer.bye(in);
    }
  }

  private void failed(Refusal refusal) {
    boolean gone = ended;
    asking = null;
    ended |= inviting;
    if (!gone) {
      listener.refused(this, refusal);
    }
  }
}
