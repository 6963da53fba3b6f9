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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.deskedge.agent.internal.dtmf.ParkedMedia;
import org.deskedge.agent.internal.link.Edge;
import org.deskedge.agent.internal.sip.CallLeg;
import org.deskedge.agent.internal.sip.InviteWriter;
import org.deskedge.agent.internal.sip.SipHandler;
import org.deskedge.agent.internal.sip.SipMessages;
import org.deskedge.agent.internal.sip.SipSide;
import org.deskedge.agent.internal.sip.SipStackAdapter;
import org.deskedge.rtp.event.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All calls of the desktop, and requests that belong to none. To be used on the agent's thread. */
public final class Calls implements SipHandler {

  /** Most calls at a time; further ones get 486. A desktop has one user. */
  public static final int MAX_CALLS = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final CallContext context;
  private final Set<Call> calls = new LinkedHashSet<>();
  private long lastNumber;
  private boolean draining;

  /**
   * Creates the calls.
   *
   * @param parking makes the media of one parked softphone, of whose events it tells
   * @param softphone where the softphone listens
   */
  public Calls(
      SipStackAdapter sip,
      Edge edge,
      Function<EventListener, ParkedMedia> parking,
      SipURI softphone) {
    context = new CallContext(sip, new InviteWriter(sip), parking, edge, softphone, calls::remove);
  }

  @Override
  public void request(SipSide side, Request request, ServerTransaction transaction) {
    if (SipMessages.toTag(request) != null) {
      SipMessages.respond(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    switch (request.getMethod()) {
      case Request.INVITE -> invited(side, request, transaction);
      case Request.OPTIONS -> SipMessages.respond(request, transaction, Response.OK);
      case Request.REGISTER -> registered(side, request, transaction);
      default -> refuse(side, request, transaction, Response.METHOD_NOT_ALLOWED, "not supported");
    }
  }

  private void invited(SipSide side, Request request, ServerTransaction transaction) {
    if (draining) {
      refuse(side, request, transaction, Response.SERVICE_UNAVAILABLE, "shutting down");
    } else if (calls.size() >= MAX_CALLS) {
      refuse(side, request, transaction, Response.BUSY_HERE, MAX_CALLS + " calls already");
    } else {
      Call call = new Call(++lastNumber, context, side, transaction);
      calls.add(call);
      call.start();
    }
  }

  private void registered(SipSide side, Request request, ServerTransaction transaction) {
    if (side == SipSide.SOFTPHONE) {
      SipMessages.registered(request, transaction);
    } else {
      refuse(side, request, transaction, Response.METHOD_NOT_ALLOWED, "no registrar here");
    }
  }

  private static void refuse(
      SipSide side, Request request, ServerTransaction transaction, int status, String why) {
    LOG.info(
        "{} from {} ({}) refused with {}: {}",
        LogText.clean(request.getMethod()),
        LogText.clean(SipMessages.party(request, SipMessages.Party.FROM)),
        side,
        status,
        why);
    SipMessages.respond(request, transaction, status);
  }

  @Override
  public void inDialog(Dialog dialog, Request request, ServerTransaction transaction) {
    if (dialog.getApplicationData() instanceof CallLeg leg) {
      leg.received(request, transaction);
    } else if (transaction != null) {
      SipMessages.respond(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }
  }

  @Override
  public void dialogEnded(Dialog dialog) {
    if (dialog.getApplicationData() instanceof CallLeg leg) {
      leg.lost(dialog);
    }
  }

  /** Returns how many calls there are. */
  public int count() {
    return calls.size();
  }

  /** Ends all calls and takes no more. */
  public void endAll(String why) {
    draining = true;
    List<Call> all = new ArrayList<>(calls);
    all.forEach(call -> call.end(why));
  }
}
