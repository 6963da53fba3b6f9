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

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what the SIP stack delivers, which takes one listener for both sides, to the agent's
 * thread.
 */
final class SipInbox implements SipListener {

  /** Most events that may wait for the agent's thread; more are dropped and SIP sends again. */
  static final int MAX_WAITING = 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SipInbox.class);

  private final Map<SipSide, SipProvider> providers;
  private final SipHandler handler;
  private final Executor owner;
  private final Semaphore places = new Semaphore(MAX_WAITING);

  SipInbox(Map<SipSide, SipProvider> providers, SipHandler handler, Executor owner) {
    this.providers = providers;
    this.handler = handler;
    this.owner = owner;
  }

  @Override
  public void processRequest(RequestEvent event) {
    Request request = event.getRequest();
    ServerTransaction transaction = event.getServerTransaction();
    if (transaction == null && !request.getMethod().equals(Request.ACK)) {
      // here and not later, or a retransmission would come as a second request
      try {
        transaction = ((SipProvider) event.getSource()).getNewServerTransaction(request);
      } catch (SipException e) {
        LOG.debug("{} dropped: {}", request.getMethod(), e.getMessage());
        return;
      }
    }
    Dialog dialog = transaction == null ? event.getDialog() : transaction.getDialog();
    boolean first =
        request.getMethod().equals(Request.INVITE) && SipMessages.toTag(request) == null;
    ServerTransaction answer = transaction;
    if (dialog != null && !first) {
      hand(() -> handler.inDialog(dialog, request, answer));
    } else if (transaction != null) {
      hand(() -> handler.request(side(event), request, answer));
    }
  }

  private SipSide side(RequestEvent event) {
    return event.getSource() == providers.get(SipSide.SOFTPHONE)
        ? SipSide.SOFTPHONE
        : SipSide.NETWORK;
  }

  @Override
  public void processResponse(ResponseEvent event) {
    if (event.getClientTransaction() != null
        && event.getClientTransaction().getApplicationData() instanceof ResponseSink sink) {
      hand(() -> sink.response(event.getResponse(), event.getDialog()));
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()
        && event.getClientTransaction().getApplicationData() instanceof ResponseSink sink) {
      hand(sink::noResponse);
    }
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    hand(() -> handler.dialogEnded(event.getDialog()));
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    LOG.warn("cannot reach {}:{}", event.getHost(), event.getPort());
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    // transactions hold nothing of the agent's
  }

  private void hand(Runnable task) {
    if (!places.tryAcquire()) {
      LOG.warn("SIP message dropped: {} are waiting already", MAX_WAITING);
      return;
    }
    try {
      owner.execute(
          () -> {
            places.release();
            task.run();
          });
    } catch (RejectedExecutionException stopping) {
      places.release();
    }
  }
}
