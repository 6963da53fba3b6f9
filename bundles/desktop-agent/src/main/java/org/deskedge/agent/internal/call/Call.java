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

import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.address.URI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.deskedge.agent.internal.dtmf.Digit;
import org.deskedge.agent.internal.dtmf.ParkedMedia;
import org.deskedge.agent.internal.link.EdgeCall;
import org.deskedge.agent.internal.link.EdgeCallListener;
import org.deskedge.agent.internal.sdp.EventFormat;
import org.deskedge.agent.internal.sdp.Sdp;
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.InviteWriter.HopsExceededException;
import org.deskedge.agent.internal.sip.LegListener;
import org.deskedge.agent.internal.sip.Refusal;
import org.deskedge.agent.internal.sip.ResponseSink;
import org.deskedge.agent.internal.sip.SipMessages;
import org.deskedge.agent.internal.sip.SipSide;
import org.deskedge.voip.Origin;
import org.deskedge.voip.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call: its two legs, the edge's part in it, and the phase it is in. To be used on the agent's
 * thread.
 */
final class Call implements LegListener, EdgeCallListener {

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  private final long number;
  private final CallContext context;
  private final Request invite;
  private final CallLeg caller;
  private final CallLeg callee;
  private final long began = System.nanoTime();
  private Optional<EdgeCall> edge = Optional.empty();
  private Phase phase;
  private final CallDigits digits = new CallDigits(this);
  private final ParkedMedia media;
  private boolean ended;

  Call(long number, CallContext context, SipSide from, ServerTransaction transaction) {
    this.number = number;
    this.context = context;
    this.invite = transaction.getRequest();
    this.caller = CallLeg.invited(from, context.sip(), transaction, this);
    this.callee = CallLeg.toInvite(from.opposite(), context.sip(), this);
    this.media = context.parking().apply(digits);
  }

  /** Begins the call. */
  void start() {
    log(
        "{} calls {}",
        SipMessages.party(invite, SipMessages.Party.FROM),
        SipMessages.party(invite, SipMessages.Party.TO));
    caller.progress(Response.TRYING, Optional.empty());
    enter(new EstablishPhase(this, SipMessages.sdp(invite)));
  }

  void enter(Phase next) {
    phase = next;
    next.enter();
  }

  CallLeg caller() {
    return caller;
  }

  CallLeg softphone() {
    return caller.side() == SipSide.SOFTPHONE ? caller : callee;
  }

  CallLeg network() {
    return other(softphone());
  }

  CallLeg other(CallLeg leg) {
    return leg == caller ? callee : caller;
  }

  Optional<EdgeCall> edge() {
    return edge;
  }

  /** Asks the edge to carry the call; returns why it cannot be asked. */
  Optional<String> askEdge(Optional<String> offer) {
    boolean outgoing = caller.side() == SipSide.SOFTPHONE;
    Optional<String> why = context.edge().unavailable();
    if (why.isPresent()) {
      return why;
    }
    if (!outgoing && offer.isEmpty()) {
      return Optional.of("the far end's INVITE has no media");
    }
    if (outgoing && offer.isPresent() && !media.takes(offer.get())) {
      return Optional.of("the softphone's media is not plain RTP audio");
    }
    String from = SipMessages.party(invite, SipMessages.Party.FROM);
    String to = SipMessages.party(invite, SipMessages.Party.TO);
    edge =
        Optional.of(
            context
                .edge()
                .establish(
                    number,
                    outgoing ? Origin.OUTGOING : Origin.INCOMING,
                    Optional.of(outgoing ? from : to),
                    Optional.of(outgoing ? to : from),
                    outgoing ? Optional.empty() : offer,
                    this));
    return Optional.empty();
  }

  /** Gives up the edge's part, if it has one. */
  void dropEdge() {
    edge.ifPresent(e -> e.release(Reason.NORMAL, "the call goes on without the edge"));
    edge = Optional.empty();
  }

  /** Rings the party called. */
  void inviteCallee(Optional<String> offer) {
    URI target = callee.side() == SipSide.NETWORK ? invite.getRequestURI() : context.softphone();
    try {
      callee.invite(context.writer().write(invite, callee.side(), target), offer);
    } catch (HopsExceededException e) {
      caller.refuse(Refusal.of(Response.TOO_MANY_HOPS));
      end("passed on too often");
    } catch (ParseException e) {
      caller.refuse(Refusal.of(Response.BAD_REQUEST));
      end("INVITE cannot be passed on: " + e.getMessage());
    }
  }

  /** Returns what parks the softphone: an answer to its offer, or an offer if it made none. */
  String park(Optional<String> softphoneOffer, String edgeSdp) {
    boolean events = edgeTakesDigits() && Sdp.parse(edgeSdp).flatMap(EventFormat::in).isPresent();
    return media.park(softphoneOffer, events);
  }

  /** The softphone's answer to what parks it. */
  void parked(Optional<String> softphoneAnswer) {
    media.agree(softphoneAnswer);
  }

  /** Returns whether digits are to go to the edge, and not from party to party. */
  boolean edgeTakesDigits() {
    return edge.isPresent() && edge.get().takesDigits();
  }

  void log(String format, Object... arguments) {
    LOG.info("call {}: {}", number, LogText.format(format, arguments));
  }

  /** Ends both legs and the edge's part. */
  void end(String why) {
    if (ended) {
      return;
    }
    ended = true;
    caller.end();
    callee.end();
    edge.ifPresent(e -> e.release(Reason.NORMAL, ""));
    edge = Optional.empty();
    media.close();
    context.ended().accept(this);
    log("ended after {} s: {}", Duration.ofNanos(System.nanoTime() - began).toSeconds(), why);
  }

  /** Returns whether a refusal inside a dialog means the dialog is gone (RFC 5057). */
  static boolean isFatal(Refusal refusal) {
    return refusal.status() == Response.REQUEST_TIMEOUT
        || refusal.status() == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
  }

  @Override
  public void progressed(CallLeg leg, int status, Optional<String> sdp) {
    phase.progressed(leg, status, sdp);
  }

  @Override
  public void answered(CallLeg leg, Optional<String> sdp) {
    phase.answered(leg, sdp);
  }

  @Override
  public void refused(CallLeg leg, Refusal refusal) {
    phase.refused(leg, refusal);
  }

  @Override
  public void acknowledged(CallLeg leg, Optional<String> sdp) {
    phase.acknowledged(leg, sdp);
  }

  @Override
  public void offered(CallLeg leg, Optional<String> sdp) {
    phase.offered(leg, sdp);
  }

  @Override
  public void ended(CallLeg leg) {
    end((leg == softphone() ? "the softphone" : "the far end") + " hung up");
  }

  @Override
  public void requested(CallLeg leg, Request request, ServerTransaction transaction) {
    switch (request.getMethod()) {
      case Request.OPTIONS -> SipMessages.respond(request, transaction, Response.OK);
      case Request.INFO -> {
        if (!digits.took(leg, request, transaction)) {
          passInfo(leg, request, transaction);
        }
      }
      default -> SipMessages.respond(request, transaction, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void passInfo(CallLeg leg, Request request, ServerTransaction transaction) {
    if (!other(leg).confirmed()) {
      SipMessages.respond(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    other(leg)
        .pass(
            request,
            new ResponseSink() {
              @Override
              public void response(Response response, Dialog dialog) {
                if (response.getStatusCode() >= Response.OK) {
                  SipMessages.respond(request, transaction, response.getStatusCode());
                }
              }

              @Override
              public void noResponse() {
                SipMessages.respond(request, transaction, Response.REQUEST_TIMEOUT);
              }
            });
  }

  @Override
  public void confirmed(String sdp) {
    phase.edgeConfirmed(sdp);
  }

  @Override
  public void refused(String why) {
    edge = Optional.empty();
    phase.edgeRefused(why);
  }

  @Override
  public void heard(Digit digit) {
    digits.heard(digit, media);
  }

  @Override
  public void hungUp(String why) {
    edge = Optional.empty();
    end("the edge ended it: " + why);
  }

  @Override
  public void lost(String why) {
    edge = Optional.empty();
    phase.edgeLost(why);
  }
}
